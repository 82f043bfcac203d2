import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { AlarmSet } from "../../alarm-set";
import { latencyAlarm } from "../../latency-alarm";
import type { AlarmSettings } from "../../web-tier/alarms";
import type { ServiceAlarmSettings } from "../alarms";

/** What the alarms of requests watch. */
export interface WatchedPlace {
  readonly type: "application" | "network";
  /** The load balancer's `arnSuffix`. */
  readonly balancer: pulumi.Input<string>;
  /** Whether nobody else's requests pass it. */
  readonly isOwn: boolean;
  /** The target groups by the role of their version. Each is watched by itself: a canary's few requests would be lost in the sum. */
  readonly targetGroups: Readonly<Record<string, aws.lb.TargetGroup>>;
}

/**
 * The alarms of what clients see. They tell a bad version while it rolls out, and ECS then takes it back.
 * Metrics: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 *
 * @param graceSeconds how long a starting task may be unhealthy
 */
export function rollbackAlarms(
  alarms: AlarmSet,
  { errorPercent, latencySeconds }: AlarmSettings,
  { type, balancer, isOwn, targetGroups }: WatchedPlace,
  graceSeconds: number,
): aws.cloudwatch.MetricAlarm[] {
  const LoadBalancer = balancer;
  // AWS sends its counts only when they are not zero: no data means no errors, or no requests.
  const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3, treatMissingData: "notBreaching" };
  const graceMinutes = Math.max(2, Math.ceil(graceSeconds / 60));
  const namespace = type === "application" ? "AWS/ApplicationELB" : "AWS/NetworkELB";
  const percent = (expression: string) => ({ id: "percent", expression, label: "failed, percent", returnData: true });
  const above = { comparisonOperator: "GreaterThanThreshold" };

  const ofVersions = Object.entries(targetGroups).flatMap(([version, targetGroup]) => {
    const dimensions = { LoadBalancer, TargetGroup: targetGroup.arnSuffix };
    const unhealthy = alarms.part(`${version}unhealthy-tasks`, {
      alarmDescription: "A task stays unhealthy for longer than it may take to start, or one after the other does",
      namespace,
      metricName: "UnHealthyHostCount",
      dimensions,
      statistic: "Minimum",
      period: 60,
      ...above,
      threshold: 0,
      // A task that never gets well is replaced after its grace, and the count falls until the next one fails.
      evaluationPeriods: 3 * graceMinutes,
      datapointsToAlarm: graceMinutes,
      treatMissingData: "notBreaching",
    });
    if (type === "network") return [unhealthy];
    const failing = alarms.part(`${version}target-5xx`, {
      alarmDescription: `Tasks fail more than ${errorPercent} % of the requests`,
      metricQueries: [
        sum("errors", "HTTPCode_Target_5XX_Count", dimensions),
        sum("requests", "RequestCount", dimensions),
        percent("100 * errors / requests"),
      ],
      ...above,
      threshold: errorPercent,
      ...threeOfFive,
    });
    const slow = alarms.alarm(
      `${version}latency`,
      latencyAlarm(latencySeconds, { namespace, metricName: "TargetResponseTime", dimensions, stat: "p95" }),
    );
    return [failing, slow, unhealthy];
  });
  if (type === "network" || !isOwn) return ofVersions;
  const entrance = alarms.part("lb-5xx", {
    alarmDescription: `The load balancer itself fails more than ${errorPercent} % of the requests`,
    metricQueries: [
      sum("errors", "HTTPCode_ELB_5XX_Count", { LoadBalancer }),
      sum("requests", "RequestCount", { LoadBalancer }),
      // RequestCount leaves out the requests for which there was no task.
      percent("100 * errors / (errors + FILL(requests, 0))"),
    ],
    ...above,
    threshold: errorPercent,
    ...threeOfFive,
  });
  return [...ofVersions, entrance];
}

function sum(id: string, metricName: string, dimensions: Record<string, pulumi.Input<string>>) {
  const metric = { namespace: "AWS/ApplicationELB", metricName, dimensions, period: 60, stat: "Sum" };
  return { id, metric, returnData: false };
}

/** What tells apart the service's metrics. */
export type WatchedService = Readonly<Record<"ClusterName" | "ServiceName", pulumi.Input<string>>>;

/**
 * The alarm of tasks that ECS cannot start: no capacity, no image, no secret. Container Insights counts them.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
 *
 * @param isAsked whether clients' requests tell that the service is down; otherwise this does
 */
export function missingTasksAlarm(alarms: AlarmSet, dimensions: WatchedService, isAsked: boolean): void {
  const count = (id: string, metricName: string) => ({
    id,
    metric: { namespace: "ECS/ContainerInsights", metricName, dimensions, period: 60, stat: "Average" },
    returnData: false,
  });
  alarms[isAsked ? "alarm" : "part"]("missing-tasks", {
    alarmDescription: "Fewer tasks run than should, for 15 minutes",
    metricQueries: [
      count("desired", "DesiredTaskCount"),
      count("running", "RunningTaskCount"),
      { id: "missing", expression: "desired - running", label: "tasks that do not run", returnData: true },
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    evaluationPeriods: 15,
    // Without Container Insights nothing is known.
    treatMissingData: "missing",
  });
  if (!isAsked) alarms.down();
}

/**
 * The alarms of tasks that are too small or too few: scaling should hold CPU well below, and a task that is out of
 * memory is killed. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 */
export function loadAlarms(
  alarms: AlarmSet,
  { cpuPercent, memoryPercent }: ServiceAlarmSettings,
  dimensions: WatchedService,
): void {
  const used = (role: string, what: string, metricName: string, percent: number) =>
    alarms.alarm(role, {
      alarmDescription: `Tasks have used more than ${percent} % of their ${what} for 15 minutes`,
      namespace: "AWS/ECS",
      metricName,
      dimensions,
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      threshold: percent,
      // A service without tasks uses nothing; that it has none is for another alarm to say.
      treatMissingData: "notBreaching",
    });
  used("cpu", "CPU", "CPUUtilization", cpuPercent);
  used("memory", "memory", "MemoryUtilization", memoryPercent);
}
