import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { checkLogRetention } from "./log-retention";
import { type StackLogs, stackLogs } from "./stack-logs";

/** Where the output of a service goes. What is left out here, the stack's `tierwork:logs` may say. */
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
  /** Whether AWS refuses to delete the log group, until this is false and deployed. @default true in prod */
  readonly deletionProtection?: boolean;
  /**
   * Whether CloudWatch learns what the lines look like, and lists those that are not as usual under "Log anomalies". Not
   * with infrequent access. It costs nothing.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/LogsAnomalyDetection.html
   *
   * @default false
   */
  readonly anomalyDetection?: boolean;
}

/** The logs with their defaults. */
export interface LogSettings {
  readonly retentionDays: number;
  readonly logClass: "standard" | "infrequentAccess";
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
  readonly deletionProtection: boolean;
  readonly anomalyDetection: boolean;
}

/** The logs with their defaults, checked. */
export function readLogs(check: ArgumentCheck, args: ServiceLogs): LogSettings {
  const settings = logSettings(args);
  checkLogRetention(check, "logs.retentionDays", settings.retentionDays);
  const isLearnt = args.logClass !== "infrequentAccess" || !args.anomalyDetection;
  check(isLearnt, "logs.anomalyDetection", "must be left out with infrequentAccess", args.anomalyDetection);
  return settings;
}

/** The logs with their defaults, of arguments that were checked. */
export function logSettings(args: ServiceLogs): LogSettings {
  const isProd = environment() === "prod";
  const ofStack = stackLogs();
  const { logClass = "standard", kmsKeyArn } = args;
  const { retentionDays = ofStack.retentionDays ?? (isProd ? 365 : 14) } = args;
  const { deletionProtection = ofStack.deletionProtection ?? isProd } = args;
  const { anomalyDetection = ofStack.anomalyDetection === true && logClass === "standard" } = args;
  return { retentionDays, logClass, kmsKeyArn, deletionProtection, anomalyDetection };
}

/** What a log group is called where that is not for Pulumi to choose, and where it is. */
export interface LogGroupPlace {
  readonly name?: pulumi.Input<string>;
  readonly namePrefix?: string;
  /** @default the provider's */
  readonly region?: string | undefined;
}

/**
 * Every log group that a component makes. AWS refuses to delete one that is protected:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html
 */
export function logGroup(
  role: string,
  { retentionDays, logClass, kmsKeyArn, deletionProtection, anomalyDetection }: LogSettings,
  parent: pulumi.Resource,
  place: LogGroupPlace = {},
): aws.cloudwatch.LogGroup {
  const group = new aws.cloudwatch.LogGroup(
    role,
    {
      ...place,
      retentionInDays: retentionDays,
      logGroupClass: logClass === "standard" ? "STANDARD" : "INFREQUENT_ACCESS",
      kmsKeyId: kmsKeyArn ?? stackKey(stackLogs(), place, parent),
      deletionProtectionEnabled: deletionProtection,
      tags: { Name: role },
    },
    { parent },
  );
  if (anomalyDetection) {
    new aws.cloudwatch.LogAnomalyDetector(
      `${role}-anomalies`,
      {
        detectorName: role,
        logGroupArnLists: [group.arn],
        evaluationFrequency: "FIFTEEN_MIN",
        enabled: true,
        region: place.region,
        tags: { Name: `${role}-anomalies` },
      },
      { parent },
    );
  }
  return group;
}

/** The stack's own key, for the log groups of its region: no key encrypts what is in another. */
function stackKey(
  { kmsKeyArn }: StackLogs,
  place: LogGroupPlace,
  parent: pulumi.Resource,
): pulumi.Input<string | undefined> {
  if (kmsKeyArn === undefined) return undefined;
  const isThere = (region: string) => kmsKeyArn.split(":")[3] === region;
  if (place.region !== undefined) return isThere(place.region) ? kmsKeyArn : undefined;
  return aws.getRegionOutput({}, { parent }).region.apply((region) => (isThere(region) ? kmsKeyArn : undefined));
}
