import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const provider = (props: object) => ({ type: "aws:ecs/capacityProvider:CapacityProvider", props: { ...props } });
const group = { autoScalingGroupArn: "arn" };
const managed = { managedScaling: { status: "ENABLED" }, managedTerminationProtection: "ENABLED" };

export const examples: Examples = {
  denied: [
    {
      title: "a group that ECS does not manage",
      resources: { hosts: provider({ autoScalingGroupProvider: group }) },
      says: {
        hosts: [
          'autoScalingGroupProvider.managedScaling.status is not set; set it to "ENABLED"',
          'autoScalingGroupProvider.managedTerminationProtection is not set; set it to "ENABLED"',
        ],
      },
    },
    {
      title: "hosts that are taken away while tasks run on them",
      resources: {
        hosts: provider({
          autoScalingGroupProvider: { ...group, ...managed, managedTerminationProtection: "DISABLED" },
        }),
      },
      says: { hosts: 'managedTerminationProtection is "DISABLED"' },
    },
  ],
  allowed: [
    {
      title: "a group that ECS manages",
      resources: { hosts: provider({ autoScalingGroupProvider: { ...group, ...managed } }) },
    },
    {
      title: "managed instances, which have no group",
      resources: { hosts: provider({ managedInstancesProvider: {} }) },
    },
  ],
  undecided: [
    {
      title: "a group of which it is not known",
      resources: {
        all: provider({ autoScalingGroupProvider: UNKNOWN }),
        part: provider({ autoScalingGroupProvider: { ...group, ...managed, managedScaling: UNKNOWN } }),
      },
      says: {
        all: "autoScalingGroupProvider is not known yet",
        part: "autoScalingGroupProvider.managedScaling.status is not known yet",
      },
    },
  ],
};
