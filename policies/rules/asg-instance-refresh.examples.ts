import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { imageId: "ami-0a1b2c3d" } };
const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });
const instanceRefresh = { strategy: "Rolling" };
const mixed = (version: unknown, ...overrides: unknown[]) => ({
  mixedInstancesPolicy: {
    launchTemplate: {
      launchTemplateSpecification: { launchTemplateId: ref("template"), version },
      overrides,
    },
  },
});

export const examples: Examples = {
  denied: [
    {
      title: "a version that moves, in each place, without a refresh",
      resources: {
        template,
        web: group({ launchTemplate: { id: ref("template"), version: "$Latest" } }),
        api: group({ launchTemplate: { id: ref("template") } }),
        jobs: group(mixed("$Default")),
        arm: group(
          mixed("4", {
            instanceType: "m7g.large",
            launchTemplateSpecification: { launchTemplateName: "arm", version: "$Latest" },
          }),
        ),
      },
      says: {
        web: 'launchTemplate.version is "$Latest" and there is no instanceRefresh',
        api: "launchTemplate.version is not set and there is no instanceRefresh",
        jobs: 'mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version is "$Default"',
        arm: 'mixedInstancesPolicy.launchTemplate.overrides[0].launchTemplateSpecification.version is "$Latest"',
      },
    },
    {
      title: "a refresh that never starts, for the version never changes",
      resources: {
        template,
        web: group({ launchTemplate: { id: ref("template"), version: "$Latest" }, instanceRefresh }),
      },
      says: {
        web: 'launchTemplate.version is "$Latest", for which no instanceRefresh starts; set it to latestVersion',
      },
    },
  ],
  allowed: [
    {
      title: "the latest version of a template of the stack, with a refresh and without",
      resources: {
        template,
        web: group({
          launchTemplate: { id: ref("template"), version: ref("template", "latestVersion") },
          instanceRefresh,
        }),
        api: group({ launchTemplate: { id: ref("template"), version: ref("template", "latestVersion") } }),
        jobs: group(mixed(ref("template", "latestVersion"))),
      },
    },
    {
      title: "a version by its number",
      resources: { web: group({ launchTemplate: { name: "golden", version: 7 } }), api: group(mixed("7")), template },
    },
    {
      title: "a group with a launch configuration, which never changes",
      resources: { old: group({ launchConfiguration: "web-2014" }) },
    },
  ],
  undecided: [
    {
      title: "a version that no template of the stack gives",
      resources: { web: group({ launchTemplate: { name: "golden", version: UNKNOWN } }) },
      says: { web: "launchTemplate.version is not known yet" },
    },
    {
      title: "a template that is not known",
      resources: { web: group({ mixedInstancesPolicy: UNKNOWN }) },
      says: { web: "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version" },
    },
  ],
};
