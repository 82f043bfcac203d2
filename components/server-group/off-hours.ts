import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { OffHoursSettings } from "../off-hours";

/** How many servers a group has while people work. */
export interface WorkingSizes {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
}

/** Empties a group when nobody works, so that not even its scaling adds a server, and fills it again. */
export function groupOffHours(
  name: string,
  { timeZone, stop, start }: OffHoursSettings,
  { minSize, maxSize, desiredCapacity }: WorkingSizes,
  group: aws.autoscaling.Group,
  parent: pulumi.Resource,
): void {
  const action = (role: string, recurrence: string, sizes: WorkingSizes) =>
    new aws.autoscaling.Schedule(
      `${name}-off-hours-${role}`,
      {
        autoscalingGroupName: group.name,
        scheduledActionName: `off-hours-${role}`,
        recurrence,
        timeZone,
        ...sizes,
      },
      { parent },
    );
  action("stop", stop, { minSize: 0, maxSize: 0, desiredCapacity: 0 });
  action("start", start, { minSize, maxSize, desiredCapacity });
}
