import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSet, OrNone } from "../alarm-set";
import { type Notify, type NotifySettings, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import type { DeadLetter, Destination } from "./asynchronous";

/** When a function calls for help, and whom. */
export interface FunctionAlarms {
  /** Who is told: a topic of yours, or an address on a topic that is made. @default a topic that nobody reads yet */
  readonly notify?: Notify;
  /** The percentage of calls that may fail, more than 0, at most 100. @default 5 */
  readonly errorPercent?: number;
  /** The percentage of its timeout that 95 of 100 calls may take, more than 0, at most 100. @default 80 */
  readonly durationPercent?: number;
}

export type FunctionAlarmSettings = Required<Omit<FunctionAlarms, "notify">> & {
  readonly notify: NotifySettings;
};

/** The settings; undefined where there are to be no alarms. */
export function readFunctionAlarms(
  check: ArgumentCheck,
  args: OrNone<FunctionAlarms> = {},
): FunctionAlarmSettings | undefined {
  if (args === "none") return undefined;
  const { errorPercent = 5, durationPercent = 80 } = args;
  for (const [argument, percent] of Object.entries({ errorPercent, durationPercent })) {
    check(percent > 0 && percent <= 100, `alarms.${argument}`, "must be more than 0 and at most 100", percent);
  }
  return { notify: readNotify(check, "alarms.notify", args.notify), errorPercent, durationPercent };
}

/** The alias that callers use: what anybody else tries with the function is none of theirs. */
export interface WatchedAlias {
  readonly functionName: pulumi.Output<string>;
  readonly name: string;
}

/** What tells the alias's metrics from others. */
export function aliasDimensions({ functionName, name }: WatchedAlias) {
  return { FunctionName: functionName, Resource: pulumi.interpolate`${functionName}:${name}` };
}

/**
 * The alarms of a function's callers. Those that are returned tell a bad version too; throttles speak of load.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function functionAlarms(
  alarms: AlarmSet,
  { errorPercent, durationPercent }: FunctionAlarmSettings,
  alias: WatchedAlias,
  timeoutSeconds: number,
): aws.cloudwatch.MetricAlarm[] {
  const dimensions = aliasDimensions(alias);
  const sum = (id: string, metricName: string) => ({
    id,
    metric: { namespace: "AWS/Lambda", metricName, dimensions, period: 60, stat: "Sum" },
    returnData: false,
  });
  const alarm = (role: string, args: aws.cloudwatch.MetricAlarmArgs, kind: "alarm" | "part" = "alarm") =>
    alarms[kind](role, {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      // No calls, no metrics.
      treatMissingData: "notBreaching",
      ...args,
    });
  const throttles = {
    alarmDescription: "Calls are turned away, as the function may not run more often at once",
    namespace: "AWS/Lambda",
    metricName: "Throttles",
    dimensions,
    statistic: "Sum",
    period: 60,
    threshold: 0,
  };
  const errors = {
    alarmDescription: `The function fails more than ${errorPercent} % of its calls`,
    metricQueries: [
      sum("errors", "Errors"),
      sum("calls", "Invocations"),
      { id: "percent", expression: "100 * errors / calls", label: "failed calls, percent", returnData: true },
    ],
    threshold: errorPercent,
  };
  const duration = {
    alarmDescription: `One call in 20 takes more than ${durationPercent} % of the function's timeout`,
    namespace: "AWS/Lambda",
    metricName: "Duration",
    dimensions,
    extendedStatistic: "p95",
    period: 60,
    // Milliseconds.
    threshold: timeoutSeconds * 10 * durationPercent,
    evaluateLowSampleCountPercentiles: "ignore",
  };
  alarm("throttles", throttles, "part");
  const watching = [alarm("errors", errors, "part"), alarm("duration", duration)];
  alarms.down();
  return watching;
}

/**
 * The alarms of queues into which events go that failed to the last: one of them waits there for somebody.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export function deadLetterAlarms(
  alarms: AlarmSet,
  deadLetter: DeadLetter | undefined,
  onFailure: Destination | undefined,
): void {
  for (const [role, to] of Object.entries({ "dead-letters": deadLetter, failures: onFailure })) {
    if (to?.type !== "queue") continue;
    deadLetterAlarm(
      alarms,
      role,
      pulumi.output(to.arn).apply((arn) => arn.split(":").at(-1) ?? arn),
    );
  }
}

/** The alarm of one such queue, whoever puts what failed into it. */
export function deadLetterAlarm(alarms: AlarmSet, role: string, queueName: pulumi.Input<string>): void {
  alarms.alarm(role, {
    alarmDescription: "Events that failed to the last wait in a queue for somebody",
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queueName },
    statistic: "Maximum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    // SQS reports on a queue that holds messages, and falls silent once it has been empty and unused for six hours.
    treatMissingData: "notBreaching",
  });
}
