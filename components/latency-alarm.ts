import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** How long clients may wait: seconds, or what is usual. */
export type LatencyLimit = number | AnomalyBand;

/**
 * A limit that CloudWatch moves with the hour and the day of the week, as it learns from up to two weeks of the metric.
 * Until it has, and whenever a new version is lastingly slower, it knows less than a number does.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
 */
export interface AnomalyBand {
  /** How many standard deviations above what is usual, more than 0; 2 calls often, 4 seldom. */
  readonly aboveUsual: number;
}

export function checkLatency(check: ArgumentCheck, argument: string, limit: LatencyLimit): void {
  if (typeof limit === "number") check(limit > 0, argument, "must be more than 0", limit);
  else check(limit.aboveUsual > 0, `${argument}.aboveUsual`, "must be more than 0", limit.aboveUsual);
}

/** What tells how long clients wait. */
export interface LatencyMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  /** How the answers of a minute become one number; an average only of what is a percentile already. */
  readonly stat: "p95" | "Average";
  /** How much of the metric's own unit is a second. @default 1 */
  readonly perSecond?: number;
}

/** The alarm of clients who wait for too long: 3 minutes of 5. */
export function latencyAlarm(limit: LatencyLimit, metric: LatencyMetric): aws.cloudwatch.MetricAlarmArgs {
  const { namespace, metricName, dimensions, stat, perSecond = 1 } = metric;
  const threeOfFive = {
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    // No requests, no answers that are late.
    treatMissingData: "notBreaching",
  };
  if (typeof limit !== "number") {
    return {
      ...threeOfFive,
      alarmDescription: "One request in 20 takes longer than is usual at this hour",
      metricQueries: [
        { id: "seen", metric: { namespace, metricName, dimensions, period: 60, stat }, returnData: true },
        {
          id: "usual",
          expression: `ANOMALY_DETECTION_BAND(seen, ${limit.aboveUsual})`,
          label: "what is usual",
          returnData: true,
        },
      ],
      thresholdMetricId: "usual",
      comparisonOperator: "GreaterThanUpperThreshold",
    };
  }
  return {
    ...threeOfFive,
    alarmDescription: `One request in 20 takes longer than ${limit} s`,
    namespace,
    metricName,
    dimensions,
    period: 60,
    comparisonOperator: "GreaterThanThreshold",
    threshold: limit * perSecond,
    // A handful of requests has no 95th percentile worth a call at night.
    ...(stat === "p95"
      ? { extendedStatistic: stat, evaluateLowSampleCountPercentiles: "ignore" }
      : { statistic: stat }),
  };
}
