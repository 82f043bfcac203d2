import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { OffHoursSettings } from "../../off-hours";
import { awsCron } from "../../scaling/aws-cron";
import { targetInput } from "./scaled-service";

/** Stops all tasks of a service when nobody works, so that not even its scaling adds one, and starts them again. */
export function serviceOffHours(
  name: string,
  { timeZone, stop, start }: OffHoursSettings,
  { minCount, maxCount }: { readonly minCount: number; readonly maxCount: number },
  target: aws.appautoscaling.Target,
  parent: pulumi.Resource,
): void {
  const action = (role: string, recurrence: string, minCapacity: number, maxCapacity: number) =>
    new aws.appautoscaling.ScheduledAction(
      `${name}-off-hours-${role}`,
      {
        ...targetInput(target),
        name: `off-hours-${role}`,
        schedule: awsCron(recurrence),
        timezone: timeZone,
        scalableTargetAction: { minCapacity, maxCapacity },
      },
      { parent },
    );
  action("stop", stop, 0, 0);
  action("start", start, minCount, maxCount);
}
