import type * as pulumi from "@pulumi/pulumi";
import type { AlarmSet } from "../alarm-set";
import { latencyAlarm } from "../latency-alarm";
import type { AlarmSettings } from "../web-tier/alarms";

/** What CloudWatch calls the failures of an API: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export const failures = { http: "5xx", rest: "5XXError" } as const;

/** The alarms of what callers of an API see: errors and latency. */
export function apiAlarms(
  alarms: AlarmSet,
  kind: keyof typeof failures,
  dimensions: Readonly<Record<string, pulumi.Input<string>>>,
  { errorPercent, latencySeconds }: AlarmSettings,
): void {
  const namespace = "AWS/ApiGateway";
  const sum = (id: string, metricName: string) => ({
    id,
    metric: { namespace, metricName, dimensions, period: 60, stat: "Sum" },
    returnData: false,
  });
  const threeOfFive = {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    // No requests, no metrics.
    treatMissingData: "notBreaching",
  };
  alarms.part("5xx", {
    ...threeOfFive,
    alarmDescription: `The API fails more than ${errorPercent} % of the requests`,
    metricQueries: [
      sum("errors", failures[kind]),
      sum("requests", "Count"),
      { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
    ],
    threshold: errorPercent,
  });
  alarms.down();
  alarms.alarm(
    "latency",
    // Milliseconds.
    latencyAlarm(latencySeconds, { namespace, metricName: "Latency", dimensions, stat: "p95", perSecond: 1000 }),
  );
}
