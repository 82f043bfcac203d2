import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";
import { latencyAlarm } from "../latency-alarm";
import type { AlarmSettings } from "../web-tier/alarms";

/**
 * The alarms of an environment: its health, and what clients see. The metrics are what enhanced health reporting
 * publishes: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced-cloudwatch.html
 */
export function environmentAlarms(
  alarms: AlarmSet,
  environment: aws.elasticbeanstalk.Environment,
  { errorPercent, latencySeconds }: AlarmSettings,
): void {
  const namespace = "AWS/ElasticBeanstalk";
  const dimensions = { EnvironmentName: environment.name };
  const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3 };
  const sum = (id: string, metricName: string) => ({
    id,
    metric: { namespace, metricName, dimensions, period: 60, stat: "Sum" },
    returnData: false,
  });
  alarms.part("health", {
    ...threeOfFive,
    alarmDescription: "The environment is degraded or worse",
    namespace,
    metricName: "EnvironmentHealth",
    dimensions,
    statistic: "Maximum",
    period: 60,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    // 0 is well, 15 a warning, 20 degraded, 25 severe.
    threshold: 20,
    // Elastic Beanstalk reports every minute; when it does not, how the environment is is unknown.
    treatMissingData: "missing",
  });
  alarms.part("5xx", {
    ...threeOfFive,
    alarmDescription: `The application fails more than ${errorPercent} % of the requests`,
    metricQueries: [
      sum("errors", "ApplicationRequests5xx"),
      sum("requests", "ApplicationRequestsTotal"),
      { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: errorPercent,
    // No requests, no errors.
    treatMissingData: "notBreaching",
  });
  alarms.down();
  alarms.alarm(
    "latency",
    latencyAlarm(latencySeconds, { namespace, metricName: "ApplicationLatencyP95", dimensions, stat: "Average" }),
  );
}
