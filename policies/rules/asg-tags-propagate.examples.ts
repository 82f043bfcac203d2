import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const tag = (key: string, propagateAtLaunch: unknown = true) => ({ key, value: "shop", propagateAtLaunch });
const group = (props: object = {}) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 4, launchTemplate: { id: ref("template") }, ...props },
});
const template = (...tagSpecifications: unknown[]) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { tagSpecifications },
});
const instances = (tags: unknown) => ({ resourceType: "instance", tags });
const separate = (autoscalingGroupName: unknown, value: unknown) => ({
  type: "aws:autoscaling/tag:Tag",
  props: { autoscalingGroupName, tag: value },
});

export const examples: Examples = {
  denied: [
    {
      title: "groups whose tags stay on the group, and templates that tag disks alone",
      resources: {
        template: template({ resourceType: "volume", tags: { Owner: "shop" } }),
        web: group(),
        api: group({ tags: [tag("Owner", false), tag("Team", "false")] }),
        jobs: group({ tags: [] }),
        added: separate(ref("jobs", "name"), tag("Owner", false)),
      },
      says: {
        web: "its instances get no tag; add tags with propagateAtLaunch true",
        api: "its instances get no tag",
        jobs: "its instances get no tag",
      },
    },
    {
      title: "a group with one template that tags and one that does not",
      resources: {
        template: template(instances({ Owner: "shop" })),
        arm: template(),
        web: group({
          launchTemplate: undefined,
          mixedInstancesPolicy: {
            launchTemplate: {
              launchTemplateSpecification: { launchTemplateId: ref("template") },
              overrides: [{ instanceType: "m7g.large", launchTemplateSpecification: { launchTemplateId: ref("arm") } }],
            },
          },
        }),
      },
      says: { web: "its instances get no tag" },
    },
    {
      title: "instances without a tag that the settings ask for",
      settings: { keys: ["Owner", "CostCenter"] },
      resources: { template: template(instances({ Owner: "shop" })), web: group({ tags: [tag("CostCenter", false)] }) },
      says: { web: "its instances do not get the tags CostCenter; add tags" },
    },
  ],
  allowed: [
    {
      title: "tags of the group, in it or beside it, or of its launch template",
      resources: {
        template: template(),
        tagged: template(instances({ Owner: "shop" })),
        web: group({ tags: [tag("Owner"), tag("Team", "true")] }),
        api: group({ launchTemplate: { id: ref("tagged") } }),
        jobs: group(),
        added: separate(ref("jobs", "name"), tag("Owner")),
      },
    },
    {
      title: "every tag that the settings ask for, from either place",
      settings: { keys: ["Owner", "CostCenter"] },
      resources: { template: template(instances({ Owner: "shop" })), web: group({ tags: [tag("CostCenter")] }) },
    },
    {
      title: "a tagged group with a template that is not in the stack",
      resources: { web: group({ launchTemplate: { name: "golden" }, tags: [tag("Owner")] }) },
    },
  ],
  undecided: [
    {
      title: "tags that are not known",
      resources: {
        template: template(),
        web: group({ tags: UNKNOWN }),
        api: group({ tags: [{ key: "Owner", value: "x", propagateAtLaunch: UNKNOWN }] }),
      },
      says: { web: "tags is not known yet", api: "tags is not known yet" },
    },
    {
      title: "a template that is not in the stack, or whose tags are not known",
      resources: {
        template: template(instances(UNKNOWN)),
        web: group(),
        api: group({ launchTemplate: { name: "golden" } }),
      },
      says: {
        web: 'tagSpecifications of its launch template "template"',
        api: 'the launch template "golden", which this stack does not define,',
      },
    },
  ],
};
