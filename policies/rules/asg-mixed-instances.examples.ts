import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const template = (props: object = {}) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 9, ...props } });
const mixed = (overrides: unknown, launchTemplateId: unknown = ref("template")) =>
  group({
    mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId }, overrides } },
  });

export const examples: Examples = {
  denied: [
    {
      title: "groups with one instance type",
      resources: {
        template: template({ instanceType: "m7g.large" }),
        web: group({ launchTemplate: { id: ref("template") } }),
        api: mixed([{ instanceType: "m7g.large" }, { instanceType: "m7g.large", weightedCapacity: "2" }]),
        jobs: mixed([]),
      },
      says: {
        web: "it has no mixedInstancesPolicy, and so one instance type; name two or more in one",
        api: "mixedInstancesPolicy.launchTemplate.overrides name 1 instance type; name two or more",
        jobs: "mixedInstancesPolicy has no overrides, and so one instance type",
      },
    },
  ],
  allowed: [
    {
      title: "groups with two types, or with requirements in the group or its template",
      resources: {
        template: template({ instanceRequirements: { vcpuCount: { min: 2 } } }),
        web: mixed([{ instanceType: "m7g.large" }, { instanceType: "m6g.large" }]),
        api: mixed([{ instanceRequirements: { vcpuCount: { min: 2 } } }]),
        jobs: mixed(undefined),
      },
    },
  ],
  undecided: [
    {
      title: "types that are not known",
      resources: {
        template: template(),
        web: mixed([{ instanceType: UNKNOWN }, { instanceType: "m7g.large" }]),
        api: mixed(UNKNOWN),
      },
      says: {
        web: "mixedInstancesPolicy.launchTemplate.overrides is not known yet",
        api: "mixedInstancesPolicy.launchTemplate.overrides is not known yet",
      },
    },
    {
      title: "a template that may state requirements",
      resources: { template: template({ instanceRequirements: UNKNOWN }), web: mixed([]), api: mixed([], "lt-golden") },
      says: {
        web: "instanceRequirements of its launch template",
        api: 'the launch template "lt-golden", which this stack does not define,',
      },
    },
  ],
};
