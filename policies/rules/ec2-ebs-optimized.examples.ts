import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const fleet = (...launchSpecifications: unknown[]) => ({
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  props: { launchSpecifications },
});

export const examples: Examples = {
  denied: [
    {
      title: "old types in every place",
      resources: {
        app: instance({ instanceType: "m3.xlarge" }),
        web: template({ instanceType: "c3.2xlarge", ebsOptimized: "false" }),
        old: configuration({ instanceType: "r3.4xlarge", ebsOptimized: false }),
        spot: spot({ instanceType: "i2.xlarge" }),
        fleet: fleet({ instanceType: "m5.large" }, { instanceType: "m1.large" }),
      },
      says: {
        app: 'ebsOptimized is not set for the type "m3.xlarge"; set it to true',
        web: 'ebsOptimized is "false" for the type "c3.2xlarge"; set it to true',
        old: 'ebsOptimized is false for the type "r3.4xlarge"',
        spot: 'ebsOptimized is not set for the type "i2.xlarge"',
        fleet: 'launchSpecifications[1].ebsOptimized is not set for the type "m1.large"',
      },
    },
  ],
  allowed: [
    {
      title: "types that are EBS-optimised whatever is said",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        web: template({ instanceType: "m7g.large", ebsOptimized: "false" }),
        old: configuration({ instanceType: "c5.large" }),
      },
    },
    {
      title: "types that cannot be EBS-optimised",
      resources: { app: instance({ instanceType: "t2.micro" }), web: template({ instanceType: "m3.medium" }) },
    },
    {
      title: "old types that are told to be",
      resources: {
        app: instance({ instanceType: "m3.xlarge", ebsOptimized: true }),
        web: template({ instanceType: "m3.xlarge", ebsOptimized: "true" }),
      },
    },
    {
      title: "an instance that may have it from its template, and a template that names no type",
      resources: {
        web: template({ ebsOptimized: "true" }),
        any: template({}),
        app: instance({ instanceType: "m3.xlarge", launchTemplate: { id: ref("web") } }),
      },
    },
  ],
  undecided: [
    {
      title: "a type or a choice that is not known",
      resources: {
        app: instance({ instanceType: UNKNOWN }),
        web: template({ instanceType: "m3.xlarge", ebsOptimized: UNKNOWN }),
        fleet: { type: "aws:ec2/spotFleetRequest:SpotFleetRequest", props: { launchSpecifications: UNKNOWN } },
      },
      says: {
        app: "instanceType is not known yet",
        web: "ebsOptimized is not known yet",
        fleet: "launchSpecifications is not known yet",
      },
    },
  ],
};
