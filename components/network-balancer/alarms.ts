import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";
import type { Notify } from "../alarm-topic";

/** Whom a network balancer's alarms tell. */
export interface NetworkBalancerAlarmArgs {
  /** A topic of yours, or an address on a topic that is made. @default nobody: they show in CloudWatch */
  readonly notify?: Notify;
}

/**
 * The alarms of what clients feel: targets that stay unwell, and connections for which there is no port. Resets are none
 * of them: clients and targets reset connections all day.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export function balancerAlarms(
  alarms: AlarmSet,
  balancer: aws.lb.LoadBalancer,
  targetGroups: Readonly<Record<string, aws.lb.TargetGroup>>,
): void {
  const namespace = "AWS/NetworkELB";
  const LoadBalancer = balancer.arnSuffix;
  for (const [key, targetGroup] of Object.entries(targetGroups)) {
    alarms.part(`${key}-unhealthy-hosts`, {
      alarmDescription: `A target of ${key} stays unhealthy for longer than it may take to start, or one after the other does`,
      namespace,
      metricName: "UnHealthyHostCount",
      dimensions: { LoadBalancer, TargetGroup: targetGroup.arnSuffix },
      // In each zone the balancer counts by itself.
      statistic: "Maximum",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      // A target that never gets well is replaced, and the count falls until the next one fails.
      evaluationPeriods: 15,
      datapointsToAlarm: 5,
      // The count is missing only while no target is registered.
      treatMissingData: "notBreaching",
    });
  }
  alarms.part("port-allocation", {
    alarmDescription: "Connections fail, as the balancer has no port left for them: it needs more targets",
    namespace,
    metricName: "PortAllocationErrorCount",
    dimensions: { LoadBalancer },
    statistic: "Sum",
    period: 60,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    treatMissingData: "notBreaching",
  });
  alarms.down();
}
