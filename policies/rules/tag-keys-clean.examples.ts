import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = (tags: unknown) => ({ type: "aws:ec2/vpc:Vpc", props: { tags } });
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`Key${index}`, "x"]));

export const examples: Examples = {
  denied: [
    {
      title: "a key of AWS's own, and keys that differ in case alone",
      resources: {
        net: vpc({ "aws:name": "x" }),
        web: vpc({ Owner: "ada", owner: "ada" }),
        group: {
          type: "aws:autoscaling/group:Group",
          props: { tags: [{ key: "AWS:x", value: "y", propagateAtLaunch: true }] },
        },
      },
      says: {
        net: 'tags: "aws:name" begins with aws:, which is AWS\'s own; rename it',
        web: 'tags: "Owner" and "owner" differ in case alone; keep one',
        group: '"AWS:x" begins with aws:',
      },
    },
    {
      title: "a key that differs from a default tag in case alone",
      resources: { net: vpc({ owner: "ada" }) },
      provider: { defaultTags: { tags: { Owner: "platform" } } },
      says: { net: '"Owner" and "owner" differ in case alone' },
    },
    {
      title: "more and longer tags than AWS takes",
      resources: { net: vpc(many(51)), web: vpc({ ["k".repeat(129)]: "x", Text: "v".repeat(257) }) },
      says: { net: "51 tags are more than 50; remove some", web: "and 1 more has more than 128 characters" },
    },
    {
      title: "keys that are not in the style of the settings",
      resources: { net: vpc({ "cost-center": "x", Owner: "ada", "kubernetes.io/role/elb": "1" }) },
      settings: { style: "PascalCase" },
      says: { net: 'tags: "cost-center" is not PascalCase; rename it' },
    },
  ],
  allowed: [
    {
      title: "fifty tags in any style",
      resources: { net: vpc(many(50)), web: vpc({ "cost-center": "x", Owner: "y" }) },
    },
    {
      title: "keys in the style of the settings",
      resources: { net: vpc({ "cost-center": "x", owner: "y" }) },
      settings: { style: "kebab-case" },
    },
    {
      title: "a tag that is also a default tag, and one of which the value is not known",
      resources: { net: vpc({ Owner: UNKNOWN }) },
      provider: { defaultTags: { tags: { Owner: "platform" } } },
    },
  ],
  undecided: [
    {
      title: "tags that are not known",
      resources: { net: vpc(UNKNOWN) },
      says: { net: "tags is not known yet" },
    },
    {
      title: "default tags that are not known",
      resources: { net: vpc({ Owner: "x" }) },
      provider: { defaultTags: { tags: UNKNOWN } },
      says: { net: "defaultTags of the provider" },
    },
  ],
};
