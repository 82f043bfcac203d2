import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ami: "ami-1", ...props } });
const template = (props: object) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const configuration = (props: object) => ({
  type: "aws:ec2/launchConfiguration:LaunchConfiguration",
  props: { imageId: "ami-1", ...props },
});
const fleet = (launchSpecifications: unknown) => ({
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  props: { launchSpecifications },
});
const environment = "dev";

export const examples: Examples = {
  denied: [
    {
      title: "detailed monitoring in dev, in every place",
      environment,
      resources: {
        a: instance({ monitoring: true }),
        b: template({ monitoring: { enabled: true } }),
        c: configuration({}),
        d: fleet([{ monitoring: false }, { monitoring: "true" }]),
      },
      says: {
        a: "monitoring is true in dev; set it to false",
        b: "monitoring.enabled is true in dev",
        c: "enableMonitoring is not set in dev; set it to false",
        d: 'launchSpecifications[1].monitoring is "true" in dev',
      },
    },
  ],
  allowed: [
    {
      title: "basic monitoring in dev",
      environment,
      resources: { a: instance({}), b: template({}), c: configuration({ enableMonitoring: false }) },
    },
    { title: "detailed monitoring in production", resources: { a: instance({ monitoring: true }) } },
  ],
  undecided: [
    {
      title: "monitoring that is not known",
      environment,
      resources: { a: instance({ monitoring: UNKNOWN }), b: fleet(UNKNOWN) },
      says: { a: "monitoring", b: "launchSpecifications" },
    },
  ],
};
