import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = (tags: unknown) => ({ type: "aws:ec2/vpc:Vpc", props: { tags } });
const group = (key: string, value: unknown) => ({
  type: "aws:autoscaling/group:Group",
  props: { tags: [{ key, value, propagateAtLaunch: true }] },
});

export const examples: Examples = {
  denied: [
    {
      title: "values of another form",
      resources: {
        net: vpc({ Environment: "prod-eu", Owner: " " }),
        web: group("Environment", "PROD"),
        template: {
          type: "aws:ec2/launchTemplate:LaunchTemplate",
          props: { tagSpecifications: [{ resourceType: "instance", tags: { Owner: "" } }] },
        },
      },
      says: {
        net: [
          'tags.Environment is "prod-eu", which does not match ^(dev|',
          'tags.Owner is " ", which does not match \\S; set it to a value that does',
        ],
        web: 'tags.Environment is "PROD"',
        template: 'tagSpecifications of resourceType "instance".Owner is ""',
      },
    },
    {
      title: "a default tag of another form",
      resources: { net: vpc({ Owner: "ada" }) },
      provider: { defaultTags: { tags: { Environment: "live", Owner: "" } } },
      says: { net: 'defaultTags of the provider.Environment is "live"' },
    },
    {
      title: "the forms that the settings ask for",
      resources: { net: vpc({ CostCenter: "shop", Environment: "live" }) },
      settings: { patterns: { CostCenter: "^[0-9]{4}$" } },
      says: { net: 'tags.CostCenter is "shop"' },
    },
  ],
  allowed: [
    {
      title: "values of the agreed form, and a number for a text",
      resources: {
        net: vpc({ Environment: "prod", Owner: "ada", Project: 7, Other: "" }),
        web: group("Environment", "dev"),
      },
    },
    {
      title: "tags that are not there: another policy asks for them",
      resources: { net: vpc({}), web: vpc(undefined) },
    },
    {
      title: "a default tag that the resource overrides",
      resources: { net: vpc({ Environment: "dev" }) },
      provider: { defaultTags: { tags: { Environment: "live" } } },
    },
    {
      title: "a pattern that is no regular expression, taken as it stands",
      resources: { net: vpc({ Owner: "team (a" }) },
      settings: { patterns: { Owner: "(a" } },
    },
  ],
  undecided: [
    {
      title: "values, tags or default tags that are not known",
      resources: { net: vpc({ Environment: UNKNOWN }), web: vpc(UNKNOWN) },
      says: { net: "tags.Environment is not known yet", web: "tags is not known yet" },
    },
    {
      title: "default tags that are not known",
      resources: { net: vpc({ Owner: "ada" }) },
      provider: { defaultTags: UNKNOWN },
      says: { net: "defaultTags of the provider is not known yet" },
    },
  ],
};
