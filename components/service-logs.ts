import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** Where the output of a service goes. */
export interface ServiceLogs {
  /**
   * Days that CloudWatch keeps it: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 ... 3653.
   *
   * @default 365 in prod, 14 in dev
   */
  readonly retentionDays?: number;
  /**
   * The class of the log group. Infrequent access costs half to write, and has no live tail and no metric filters.
   *
   * @default "standard"
   */
  readonly logClass?: "standard" | "infrequentAccess";
  /** The ARN of the KMS key that encrypts it; its policy must let CloudWatch Logs use it. @default CloudWatch's own key */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** The logs with their defaults, checked. */
export interface LogSettings {
  readonly retentionDays: number;
  readonly logClass: "standard" | "infrequentAccess";
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function readLogs(check: ArgumentCheck, args: ServiceLogs, isProd: boolean): LogSettings {
  const { retentionDays = isProd ? 365 : 14, logClass = "standard", kmsKeyArn } = args;
  checkLogRetention(check, "logs.retentionDays", retentionDays);
  return { retentionDays, logClass, kmsKeyArn };
}

/** @throws when CloudWatch Logs has no such retention. */
export function checkLogRetention(check: ArgumentCheck, argument: string, retentionDays: number): void {
  const isRetention = retentions.includes(retentionDays);
  check(isRetention, argument, `must be one of ${retentions.join(", ")}`, retentionDays);
}

/** The log group of a service. */
export function logGroup(
  name: string,
  { retentionDays, logClass, kmsKeyArn }: LogSettings,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-logs`,
    {
      retentionInDays: retentionDays,
      logGroupClass: logClass === "standard" ? "STANDARD" : "INFREQUENT_ACCESS",
      kmsKeyId: kmsKeyArn,
      tags: { Name: `${name}-logs` },
    },
    { parent },
  );
}
