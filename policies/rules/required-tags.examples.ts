import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const tags = { Project: "shop", Environment: "prod", Owner: "ada" };
/** What remediation sets. */
const values = { ...tags, CostCenter: "1234" };
const vpc = (props: Record<string, unknown>) => ({ type: "aws:ec2/vpc:Vpc", props });
const group = (...keys: unknown[]) => ({
  type: "aws:autoscaling/group:Group",
  props: { tags: keys.map((key) => ({ key, value: "x", propagateAtLaunch: true })) },
});
const template = (...tagSpecifications: unknown[]) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { tags, tagSpecifications },
});

export const examples: Examples = {
  denied: [
    {
      title: "a resource without tags",
      beyondRemedy: ["net"],
      resources: { net: vpc({ cidrBlock: "10.0.0.0/16" }) },
      says: { net: "tags lacks Project, Environment, Owner; add it here or to aws:defaultTags" },
    },
    {
      title: "a resource with some of the tags, one in another spelling",
      settings: { values },
      resources: { net: vpc({ tags: { Project: "shop", owner: "ada" } }) },
      provider: { defaultTags: { tags: { Environment: "prod" } } },
      says: { net: "tags lacks Owner; " },
    },
    {
      title: "it as advice in dev",
      settings: { values },
      resources: { net: vpc({}) },
      environment: "dev",
      says: { net: "tags lacks Project, Environment, Owner" },
    },
    {
      title: "an Auto Scaling group, which default tags do not reach",
      settings: { values },
      resources: { web: group("Project", "Owner") },
      provider: { defaultTags: { tags } },
      says: { web: "tags lacks Environment; add it here" },
    },
    {
      title: "a launch template that leaves what it launches without tags",
      settings: { values },
      resources: { web: template({ resourceType: "instance", tags: { Project: "shop", Owner: "ada" } }) },
      provider: { defaultTags: { tags } },
      says: {
        web: [
          'tagSpecifications of resourceType "instance" lacks Environment; add it here',
          'tagSpecifications of resourceType "volume" lacks Project, Environment, Owner; add it here',
        ],
      },
    },
    {
      title: "the keys that the settings ask for",
      resources: { net: vpc({ tags }) },
      settings: { keys: ["CostCenter"], values },
      says: { net: "tags lacks CostCenter" },
    },
    {
      title: "default tags that are no JSON",
      settings: { values },
      resources: { net: vpc({}) },
      provider: { defaultTags: "{" },
      says: { net: "tags lacks Project, Environment, Owner" },
    },
  ],
  allowed: [
    { title: "a resource with the tags", resources: { net: vpc({ tags }) } },
    {
      title: "tags of the provider, as the engine writes them",
      resources: { net: vpc({ tags: { Owner: UNKNOWN } }) },
      provider: { defaultTags: JSON.stringify({ tags: { Project: "shop", Environment: "prod" } }) },
    },
    { title: "an Auto Scaling group with the tags", resources: { web: group("Project", "Environment", "Owner") } },
    {
      title: "a launch template that tags instances and volumes",
      resources: { web: template({ resourceType: "instance", tags }, { resourceType: "volume", tags }) },
    },
    {
      title: "types that take no tags",
      resources: { route: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" } } },
    },
    {
      title: "types that the settings except",
      resources: { net: vpc({}) },
      settings: { exceptTypes: ["aws:ec2/vpc:Vpc"] },
    },
  ],
  undecided: [
    {
      title: "tags that are not known",
      resources: {
        net: vpc({ tags: UNKNOWN }),
        web: group("Project", UNKNOWN),
        launch: template(UNKNOWN, { resourceType: "instance", tags }),
      },
      says: {
        net: "tags is not known yet",
        web: "tags is not known yet",
        launch: 'tagSpecifications of resourceType "volume" is not known yet',
      },
    },
    {
      title: "default tags that are not known",
      resources: { net: vpc({ tags: { Project: "shop" } }) },
      provider: { defaultTags: UNKNOWN },
      says: { net: "defaultTags of the provider is not known yet" },
    },
  ],
};
