import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";

/** What the alarm watches. */
export interface WatchedAppliances {
  readonly balancer: aws.lb.LoadBalancer;
  readonly target: aws.lb.TargetGroup;
}

/**
 * The alarm of appliances that are unwell for longer than they may take to start; it also tells a bad version.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/cloudwatch-metrics.html
 *
 * @param graceSeconds how long a booting appliance may be unhealthy
 */
export function applianceAlarm(
  alarms: AlarmSet,
  { balancer, target }: WatchedAppliances,
  graceSeconds: number,
): aws.cloudwatch.MetricAlarm {
  const minutes = Math.max(2, Math.ceil(graceSeconds / 60));
  return alarms.alarm("unhealthy-appliances", {
    alarmDescription: "An appliance stays unhealthy for longer than it may take to start",
    namespace: "AWS/GatewayELB",
    metricName: "UnHealthyHostCount",
    dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: target.arnSuffix },
    statistic: "Minimum",
    period: 60,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    // One after the other may fail and be replaced: not held against consecutive minutes.
    evaluationPeriods: 3 * minutes,
    datapointsToAlarm: minutes,
    // The count is missing only while no appliance is registered.
    treatMissingData: "notBreaching",
  });
}
