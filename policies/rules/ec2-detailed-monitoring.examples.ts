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
      title: "no detailed monitoring in every place",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        web: template({ imageId: "ami-1" }),
        old: configuration({ enableMonitoring: false }),
        spot: spot({ monitoring: "false" }),
        fleet: fleet({ monitoring: true }, { ami: "ami-1" }),
      },
      says: {
        app: "monitoring is not set; set it to true",
        web: "monitoring.enabled is not set; set it to true",
        old: "enableMonitoring is false; set it to true",
        spot: 'monitoring is "false"; set it to true',
        fleet: "launchSpecifications[1].monitoring is not set",
      },
    },
    {
      title: "an instance that turns off what its template turns on",
      resources: {
        web: template({ monitoring: { enabled: true } }),
        app: instance({ launchTemplate: { id: ref("web") }, monitoring: false }),
      },
      says: { app: "monitoring is false" },
    },
    {
      title: "the template, not the instance that uses it",
      resources: { web: template({ monitoring: {} }), app: instance({ launchTemplate: { id: ref("web") } }) },
      says: { web: "monitoring.enabled is not set" },
    },
  ],
  allowed: [
    {
      title: "detailed monitoring in every place",
      resources: {
        app: instance({ monitoring: true }),
        web: template({ monitoring: { enabled: "true" } }),
        old: configuration({ enableMonitoring: true }),
        spot: spot({ monitoring: true }),
        fleet: fleet({ monitoring: true }),
      },
    },
    {
      title: "a launch configuration that says nothing, which AWS takes for yes",
      resources: { old: configuration({ imageId: "ami-1" }) },
    },
    {
      title: "a fleet that starts its instances from a template",
      resources: {
        web: template({ monitoring: { enabled: true } }),
        fleet: {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          props: { launchTemplateConfigs: [{ launchTemplateSpecification: { id: ref("web"), version: "1" } }] },
        },
      },
    },
  ],
  undecided: [
    {
      title: "what is not known yet",
      resources: {
        app: instance({ monitoring: UNKNOWN }),
        web: template({ monitoring: UNKNOWN }),
        fleet: { type: "aws:ec2/spotFleetRequest:SpotFleetRequest", props: { launchSpecifications: UNKNOWN } },
      },
      says: {
        app: "monitoring is not known yet",
        web: "monitoring.enabled is not known yet",
        fleet: "launchSpecifications is not known yet",
      },
    },
  ],
};
