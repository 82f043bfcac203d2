import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });
const template = { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { imageId: "ami-0a1b2c3d" } };
const configuration = {
  type: "aws:ec2/launchConfiguration:LaunchConfiguration",
  props: { imageId: "ami-0a1b2c3d", instanceType: "t3.micro" },
};

export const examples: Examples = {
  denied: [
    {
      title: "a group with a launch configuration of the stack, and the configuration",
      resources: { old: configuration, web: group({ launchConfiguration: ref("old", "name") }) },
      says: {
        old: "launch configurations lack the newer features of EC2; make an aws.ec2.LaunchTemplate instead",
        web: ["launchConfiguration"],
      },
    },
    {
      title: "a group with a launch configuration by its name",
      resources: { web: group({ launchConfiguration: "web-2014" }) },
      says: { web: 'launchConfiguration is "web-2014"; name a launch template in launchTemplate instead' },
    },
    {
      title: "a group that names nothing to launch from",
      resources: { web: group({}), api: group({ launchConfiguration: "" }) },
      says: {
        web: "it names no launch template; set launchTemplate or mixedInstancesPolicy",
        api: "it names no launch template",
      },
    },
  ],
  allowed: [
    {
      title: "groups with a launch template, by reference and by name",
      resources: {
        template,
        web: group({ launchTemplate: { id: ref("template"), version: "3" } }),
        api: group({ launchTemplate: { name: "golden" } }),
        unknown: group({ launchTemplate: UNKNOWN }),
      },
    },
    {
      title: "a group of several instance types",
      resources: {
        template,
        web: group({
          mixedInstancesPolicy: {
            launchTemplate: {
              launchTemplateSpecification: { launchTemplateId: ref("template") },
              overrides: [{ instanceType: "m7g.large" }, { instanceType: "m6g.large" }],
            },
          },
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a launch configuration that is not known",
      resources: { web: group({ launchConfiguration: UNKNOWN }) },
      says: { web: "launchConfiguration is not known yet" },
    },
  ],
};
