import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const reservation = (props: object = {}) => ({
  type: "aws:ec2/capacityReservation:CapacityReservation",
  props: { instanceType: "m7g.large", instancePlatform: "Linux/UNIX", instanceCount: 2, ...props },
});
const targeted = reservation({ instanceMatchCriteria: "targeted" });
const target = (capacityReservationTarget: unknown) => ({
  capacityReservationSpecification: { capacityReservationTarget },
});
const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ...props } });
const template = (props: object) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a targeted reservation that nothing names, although its type is launched",
      resources: {
        idle: targeted,
        app: instance({ instanceType: "m7g.large" }),
        member: {
          type: "aws:resourcegroups/resource:Resource",
          props: { groupArn: "arn:group", resourceArn: ref("app", "arn") },
        },
      },
      says: { idle: "nothing names it in capacityReservationTarget; target it, or remove it" },
    },
    {
      title: "an open reservation of a type that nothing launches",
      resources: { idle: reservation(), app: instance({ instanceType: "t3.micro" }) },
      says: { idle: 'nothing launches "m7g.large"; target it, or remove it' },
    },
    {
      title: "a capacity block that nothing names",
      resources: {
        idle: {
          type: "aws:ec2/capacityBlockReservation:CapacityBlockReservation",
          props: { capacityBlockOfferingId: "cb-0a1b2c3d", instancePlatform: "Linux/UNIX" },
        },
      },
      says: { idle: "nothing names it in capacityReservationTarget" },
    },
  ],
  allowed: [
    {
      title: "reservations that an instance, a template, a group or a group of reservations names",
      resources: {
        ...{ one: targeted, two: targeted, three: targeted, four: targeted },
        app: instance(target({ capacityReservationId: ref("one") })),
        web: template(target({ capacityReservationId: ref("two") })),
        fleet: group(target({ capacityReservationIds: [ref("three")] })),
        member: {
          type: "aws:resourcegroups/resource:Resource",
          props: {
            groupArn: "arn:aws:resource-groups:eu-west-1:123456789012:group/gpus",
            resourceArn: ref("four", "arn"),
          },
        },
      },
    },
    {
      title: "open reservations whose type is launched, in each place that says so",
      resources: {
        one: reservation(),
        app: instance({ instanceType: "m7g.large" }),
        two: reservation({ instanceMatchCriteria: "open", instanceType: "c7g.large" }),
        web: template({ instanceType: "c7g.large" }),
        three: reservation({ instanceType: "r7g.large" }),
        nodes: { type: "aws:eks/nodeGroup:NodeGroup", props: { instanceTypes: ["r7g.large"] } },
        four: reservation({ instanceType: "m6g.large" }),
        fleet: group({ mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "m6g.large" }] } } }),
      },
    },
  ],
  undecided: [
    {
      title: "a target that another stack gives",
      resources: {
        other: { type: "pulumi:pulumi:StackReference", props: {} },
        idle: targeted,
        app: instance(target({ capacityReservationId: ref("other", "outputs") })),
      },
      says: { idle: "which reservations the stack targets" },
    },
    {
      title: "types or criteria that are not known",
      resources: {
        other: { type: "pulumi:pulumi:StackReference", props: {} },
        idle: reservation(),
        odd: reservation({ instanceMatchCriteria: ref("other", "criteria") }),
        app: instance({ instanceType: ref("other", "outputs") }),
      },
      says: { idle: "which instance types the stack launches", odd: "instanceMatchCriteria is not known yet" },
    },
    {
      title: "a reservation whose type is not known",
      resources: { idle: reservation({ instanceType: UNKNOWN }) },
      says: { idle: "instanceType is not known yet" },
    },
  ],
};
