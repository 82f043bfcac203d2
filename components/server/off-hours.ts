import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { OffHours, OffHoursSettings } from "../off-hours";
import { awsCron } from "../scaling/aws-cron";

/** @throws when AWS would not stop the server. */
export function checkStops(
  check: ArgumentCheck,
  offHours: OffHours | undefined,
  { isSpot, stopProtection }: { readonly isSpot: boolean; readonly stopProtection: boolean },
): void {
  if (!offHours) return;
  check(!isSpot, "offHours", "must be left out for a spot instance, which nobody can start again", offHours);
  check(!stopProtection, "stopProtection", "must be false with offHours, which stop the server", stopProtection);
}

/**
 * Stops a server when nobody works, and starts it again with the same disks and private address. EventBridge Scheduler
 * does so with a role that may do nothing else.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 *
 * @param kmsKeyIds the keys of its disks that are not AWS's: whoever starts it must let EC2 use them
 */
export function serverOffHours(
  name: string,
  { timeZone, stop, start }: OffHoursSettings,
  instance: aws.ec2.Instance,
  kmsKeyIds: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): void {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-off-hours-role`,
    {
      description: `Stops the server ${name} when nobody works, and starts it again`,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "scheduler.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
          },
        ],
      }),
      tags: { Name: `${name}-off-hours-role` },
    },
    { parent },
  );
  // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
  const keys = kmsKeyIds.map((key) => ({
    Effect: "Allow",
    Action: "kms:CreateGrant",
    Resource: key,
    Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  }));
  const policy = new aws.iam.RolePolicy(
    `${name}-off-hours-policy`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["ec2:StopInstances", "ec2:StartInstances"], Resource: instance.arn },
          ...keys,
        ],
      }),
    },
    { parent },
  );
  const schedule = (what: "stop" | "start", recurrence: string) =>
    new aws.scheduler.Schedule(
      `${name}-off-hours-${what}`,
      {
        description: `${what === "stop" ? "Stops" : "Starts"} the server ${name}`,
        scheduleExpression: awsCron(recurrence),
        scheduleExpressionTimezone: timeZone,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: pulumi.interpolate`arn:${partition}:scheduler:::aws-sdk:ec2:${what}Instances`,
          roleArn: role.arn,
          input: pulumi.jsonStringify({ InstanceIds: [instance.id] }),
        },
      },
      // Scheduler tries the role as it makes a schedule.
      { parent, dependsOn: [policy] },
    );
  schedule("stop", stop);
  schedule("start", start);
}
