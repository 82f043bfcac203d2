import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Entrance } from "./entrance";
import type { Workload } from "./workload";

/**
 * What tells that a service is unwell: what clients see at its load balancer, and too few pods. The load balancer is
 * the service's own, so its numbers are the service's.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-enhanced-EKS.html
 */
export function serviceAlarms(
  workload: Workload,
  entrance: Entrance | undefined,
  topicArn: pulumi.Input<string>,
): void {
  const { name, service, cluster, shape, parent } = workload;
  const { errorPercent, latencySeconds } = service.alarms;
  const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3 };
  const alarm = (role: string, args: aws.cloudwatch.MetricAlarmArgs) =>
    new aws.cloudwatch.MetricAlarm(
      `${name}-${role}`,
      { ...args, alarmActions: [topicArn], okActions: [topicArn] },
      { parent },
    );
  if (entrance && service.balancing !== "none" && service.balancing.type === "application") {
    const ofBalancer = {
      namespace: "AWS/ApplicationELB",
      dimensions: { LoadBalancer: entrance.arnSuffix },
      period: 60,
    };
    const sum = (id: string, metricName: string) => ({ id, metric: { ...ofBalancer, metricName, stat: "Sum" } });
    const failing = (role: string, who: string, metricName: string) =>
      alarm(role, {
        alarmDescription: `${who} more than ${errorPercent} % of the requests`,
        metricQueries: [
          sum("errors", metricName),
          sum("requests", "RequestCount"),
          { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
        ],
        comparisonOperator: "GreaterThanThreshold",
        threshold: errorPercent,
        ...threeOfFive,
        // AWS sends these counts only when they are not zero: no data means no errors, or no requests.
        treatMissingData: "notBreaching",
      });
    failing("target-5xx", "Pods fail", "HTTPCode_Target_5XX_Count");
    failing("lb-5xx", "The load balancer itself fails", "HTTPCode_ELB_5XX_Count");
    alarm("latency", {
      alarmDescription: `5 of 100 requests take longer than ${latencySeconds} s`,
      ...ofBalancer,
      metricName: "TargetResponseTime",
      extendedStatistic: "p95",
      comparisonOperator: "GreaterThanThreshold",
      threshold: latencySeconds,
      ...threeOfFive,
      treatMissingData: "notBreaching",
    });
  }
  // Pods are counted by the Service that they stand behind, and by the cluster's insights.
  if (!service.entry || !shape.addOns.includes("amazon-cloudwatch-observability")) return;
  alarm("running-pods", {
    alarmDescription: `Fewer than ${service.minCount} pods run`,
    namespace: "ContainerInsights",
    metricName: "service_number_of_running_pods",
    dimensions: { ClusterName: cluster.clusterName, Namespace: name, Service: name },
    statistic: "Minimum",
    period: 60,
    comparisonOperator: "LessThanThreshold",
    threshold: service.minCount,
    ...threeOfFive,
    treatMissingData: "breaching",
  });
}
