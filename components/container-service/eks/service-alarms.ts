import type { AlarmSet } from "../../alarm-set";
import { latencyAlarm } from "../../latency-alarm";
import type { ServiceAlarmSettings } from "../alarms";
import type { Entrance } from "./entrance";
import type { Workload } from "./workload";

/**
 * What tells that a service is unwell: what clients see at its load balancer, and too few pods. The load balancer is
 * the service's own, so its numbers are the service's.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-enhanced-EKS.html
 */
export function serviceAlarms(
  alarms: AlarmSet,
  { errorPercent, latencySeconds, cpuPercent, memoryPercent }: ServiceAlarmSettings,
  workload: Workload,
  entrance: Entrance | undefined,
): void {
  const { service } = workload;
  const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3 };
  if (entrance && service.balancing !== "none" && service.balancing.type === "application") {
    const ofBalancer = {
      namespace: "AWS/ApplicationELB",
      dimensions: { LoadBalancer: entrance.arnSuffix },
      period: 60,
    };
    const sum = (id: string, metricName: string) => ({ id, metric: { ...ofBalancer, metricName, stat: "Sum" } });
    const failing = (role: string, who: string, metricName: string) =>
      alarms.part(role, {
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
    const { namespace, dimensions } = ofBalancer;
    alarms.alarm(
      "latency",
      latencyAlarm(latencySeconds, { namespace, metricName: "TargetResponseTime", dimensions, stat: "p95" }),
    );
  }
  if (isCounted(workload)) {
    const ofPods = podDimensions(workload);
    alarms.part("running-pods", {
      alarmDescription: `Fewer than ${service.minCount} pods run`,
      namespace: "ContainerInsights",
      metricName: "service_number_of_running_pods",
      dimensions: ofPods,
      statistic: "Minimum",
      period: 60,
      comparisonOperator: "LessThanThreshold",
      threshold: service.minCount,
      ...threeOfFive,
      treatMissingData: "breaching",
    });
    const used = (role: string, what: string, percent: number) =>
      alarms.alarm(role, {
        alarmDescription: `Pods have used more than ${percent} % of their ${what} for 15 minutes`,
        namespace: "ContainerInsights",
        metricName: `pod_${what.toLowerCase()}_utilization_over_pod_limit`,
        dimensions: ofPods,
        statistic: "Average",
        period: 300,
        evaluationPeriods: 3,
        comparisonOperator: "GreaterThanThreshold",
        threshold: percent,
        // Without pods nothing is used; that there are none is for the alarm above to say.
        treatMissingData: "notBreaching",
      });
    used("cpu", "CPU", cpuPercent);
    used("memory", "memory", memoryPercent);
  }
  alarms.down();
}

/** Whether pods are counted: by the Service that they stand behind, and by the cluster's insights. */
export function isCounted({ service, shape }: Workload): boolean {
  return service.entry !== undefined && shape.addOns.includes("amazon-cloudwatch-observability");
}

/** What tells the metrics of a service's pods from others. */
export function podDimensions({ name, cluster }: Workload) {
  return { ClusterName: cluster.clusterName, Namespace: name, Service: name };
}
