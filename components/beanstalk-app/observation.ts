import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { LogRetentionDays } from "./option-values";
import type { Options } from "./options";

/** What is seen of the environment. Its health is always reported in full, and its logs always go to CloudWatch. */
export interface ObservationArgs {
  /** The logs of instances and health in CloudWatch. @default 30 days in dev, and gone with the environment; 365 in prod */
  readonly logs?: EnvironmentLogs;
  /** Whether each instance runs the X-Ray daemon, which takes an application's traces. @default false */
  readonly tracing?: boolean;
  /** Whether the topic of the alarms also gets what Elastic Beanstalk itself has to say: deployments, health. @default false */
  readonly notifyEvents?: boolean;
}

export interface EnvironmentLogs {
  /** Days that CloudWatch offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827 or 3653. */
  readonly retentionDays?: LogRetentionDays;
  /** Whether they go with the environment. @default true in dev, false in prod */
  readonly deleteOnTerminate?: boolean;
}

const retentions: readonly number[] = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653];

/** The metrics that the alarms read. Each costs what a custom metric costs; the environment's health is free. */
const metrics = ["ApplicationLatencyP95", "ApplicationRequests5xx", "ApplicationRequestsTotal"];

/** @returns the options, given the topic for Elastic Beanstalk's own events */
export function readObservation(
  check: ArgumentCheck,
  { logs = {}, tracing = false }: ObservationArgs,
  isProd: boolean,
): (eventTopicArn: pulumi.Input<string> | undefined) => Options {
  const { retentionDays = isProd ? 365 : 30, deleteOnTerminate = !isProd } = logs;
  const known = retentions.includes(retentionDays);
  check(known, "logs.retentionDays", `must be one of ${retentions.join(", ")}`, retentionDays);
  const kept = { DeleteOnTerminate: deleteOnTerminate, RetentionInDays: retentionDays };
  return (eventTopicArn) => ({
    "aws:elasticbeanstalk:cloudwatch:logs": { StreamLogs: true, ...kept },
    "aws:elasticbeanstalk:cloudwatch:logs:health": { HealthStreamingEnabled: true, ...kept },
    "aws:elasticbeanstalk:healthreporting:system": {
      SystemType: "enhanced",
      EnhancedHealthAuthEnabled: true,
      // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced-cloudwatch.html
      ConfigDocument: JSON.stringify({
        CloudWatchMetrics: { Environment: Object.fromEntries(metrics.map((metric) => [metric, 60])), Instance: {} },
        Version: 1,
      }),
    },
    // Not every platform knows the option.
    ...(tracing && { "aws:elasticbeanstalk:xray": { XRayEnabled: true } }),
    ...(eventTopicArn !== undefined && {
      "aws:elasticbeanstalk:sns:topics": { "Notification Topic ARN": eventTopicArn },
    }),
  });
}
