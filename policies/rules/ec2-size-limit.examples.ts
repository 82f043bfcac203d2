import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (instanceType: unknown) => ({
  type: "aws:ec2/instance:Instance",
  props: { ami: "ami-1", instanceType },
});
const nodes = (instanceTypes: unknown) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { instanceTypes } });

export const examples: Examples = {
  denied: [
    {
      title: "sizes above large in dev",
      environment: "dev",
      resources: {
        a: instance("m7g.xlarge"),
        b: nodes(["t4g.large", "c7g.2xlarge"]),
        c: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { instanceType: "c7g.metal" } },
        d: {
          type: "aws:elasticbeanstalk/environment:Environment",
          props: {
            settings: [{ namespace: "aws:ec2:instances", name: "InstanceTypes", value: "t4g.small, m7g.4xlarge" }],
          },
        },
      },
      says: {
        a: 'instanceType is "m7g.xlarge"; set it to a type no larger than large in dev',
        b: 'instanceTypes[1] is "c7g.2xlarge"',
        c: 'instanceType is "c7g.metal"',
        d: 'settings[0].value is "m7g.4xlarge"',
      },
    },
    {
      title: "sizes above 8xlarge in production, and whole machines by their size",
      resources: { a: instance("r7g.12xlarge"), b: instance("m7i.metal-24xl") },
      says: { a: "no larger than 8xlarge in prod", b: "no larger than 8xlarge in prod" },
    },
    {
      title: "sizes above what the settings say",
      environment: "dev",
      settings: { largestInDev: "small" },
      resources: { a: instance("t4g.medium") },
      says: { a: "no larger than small in dev" },
    },
  ],
  allowed: [
    {
      title: "sizes up to large in dev",
      environment: "dev",
      resources: { a: instance("T4G.LARGE"), b: instance("t3.nano") },
    },
    { title: "large sizes in production", resources: { a: instance("m7g.8xlarge") } },
    {
      title: "whole families, no type, and what is no type",
      environment: "dev",
      resources: {
        a: {
          type: "aws:batch/computeEnvironment:ComputeEnvironment",
          props: { computeResources: { instanceTypes: ["optimal", "m7g"] } },
        },
        b: instance(undefined),
        c: instance("large"),
      },
    },
  ],
  undecided: [
    {
      title: "a type or a list of types that is not known",
      resources: { a: instance(UNKNOWN), b: nodes(UNKNOWN) },
      says: { a: "instanceType", b: "instanceTypes" },
    },
  ],
};
