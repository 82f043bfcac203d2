import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** Healthy while a CloudWatch alarm is not in alarm: for what cannot be reached from the internet. */
export interface CloudWatchAlarmCheck {
  readonly type: "cloudWatchAlarm";
  /** The name of the alarm, 1–256 characters. */
  readonly alarmName: pulumi.Input<string>;
  /** The region of the alarm. */
  readonly region: string;
  /** What holds while CloudWatch has too little data. @default "lastKnownStatus" */
  readonly insufficientData?: keyof typeof statuses;
  /**
   * What the alarm is made of, e.g. its threshold. Route 53 keeps a copy of the alarm, and reads it anew only when one
   * of these changes.
   *
   * @default none
   */
  readonly triggers?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
const statuses = { healthy: "Healthy", unhealthy: "Unhealthy", lastKnownStatus: "LastKnownStatus" } as const;

export function readCloudWatchAlarm(
  check: ArgumentCheck,
  at: string,
  alarm: CloudWatchAlarmCheck,
): aws.route53.HealthCheckArgs {
  const { alarmName, region, insufficientData = "lastKnownStatus", triggers } = alarm;
  const isName = typeof alarmName !== "string" || (alarmName.length >= 1 && alarmName.length <= 256);
  check(isName, `${at}alarmName`, "must have 1 to 256 characters", alarmName);
  check(isRegion(region), `${at}region`, 'must be a region such as "eu-west-1"', region);
  const names = Object.keys(statuses);
  const isStatus = names.includes(insufficientData);
  check(isStatus, `${at}insufficientData`, `must be one of ${names.join(", ")}`, insufficientData);
  return {
    type: "CLOUDWATCH_METRIC",
    cloudwatchAlarmName: alarmName,
    cloudwatchAlarmRegion: region,
    insufficientDataHealthStatus: statuses[insufficientData],
    triggers,
  };
}
