import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { AlarmSet, OrNone } from "../alarm-set";
import { type Notify, type NotifySettings, notifiedTopicArn, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { checkLatency, type LatencyLimit, latencyAlarm } from "../latency-alarm";

/** When the tier calls for help, and whom. */
export interface AlarmArgs {
  /** Who is told: a topic of yours, or an address on a topic that the tier makes. @default a topic that nobody reads yet */
  readonly notify?: Notify;
  /** The percentage of requests that may fail (HTTP 5xx), more than 0, at most 100. @default 5 */
  readonly errorPercent?: number;
  /** The seconds in which 95 of 100 requests must be answered, more than 0, or how much more than is usual. @default 1 */
  readonly latencySeconds?: LatencyLimit;
}

/** The arguments with their defaults, checked. */
export interface AlarmSettings extends Required<Omit<AlarmArgs, "notify">> {
  readonly notify: NotifySettings;
}

/** The settings; undefined where there are to be no alarms. */
export function readAlarms(check: ArgumentCheck, args: OrNone<AlarmArgs> = {}): AlarmSettings | undefined {
  if (args === "none") return undefined;
  const { errorPercent = 5, latencySeconds = 1 } = args;
  const isPercent = errorPercent > 0 && errorPercent <= 100;
  check(isPercent, "alarms.errorPercent", "must be more than 0 and at most 100", errorPercent);
  checkLatency(check, "alarms.latencySeconds", latencySeconds);
  const notify = readNotify(check, "alarms.notify", args.notify);
  return { notify, errorPercent, latencySeconds };
}

/** The ARN of the topic that the alarms notify: the one that is given, or one that is made for them. */
export function alarmTopicArn(
  name: string,
  { notify }: Pick<AlarmSettings, "notify">,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  return notifiedTopicArn(name, notify, parent);
}

/** What alarms watch. */
export interface Watched {
  readonly balancer: Pick<aws.lb.LoadBalancer, "arnSuffix">;
  /** Whether nobody else uses the load balancer: its own errors are then this tier's. */
  readonly isOwn: boolean;
  readonly target: aws.lb.TargetGroup;
}

/**
 * The alarms of what clients see: errors of the servers and of the load balancer, latency, unhealthy servers. They
 * also tell a bad version while it rolls out. Metrics: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 *
 * @param graceSeconds how long a booting server may be unhealthy
 */
export function serviceAlarms(
  alarms: AlarmSet,
  { errorPercent, latencySeconds }: AlarmSettings,
  { balancer, isOwn, target }: Watched,
  graceSeconds: number,
): aws.cloudwatch.MetricAlarm[] {
  const ofBalancer = { LoadBalancer: balancer.arnSuffix };
  const ofTarget = { ...ofBalancer, TargetGroup: target.arnSuffix };
  const graceMinutes = Math.max(2, Math.ceil(graceSeconds / 60));
  const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3 };
  const made = [
    alarms.part("target-5xx", {
      alarmDescription: `Servers fail more than ${errorPercent} % of the requests`,
      metricQueries: [
        sum("errors", "HTTPCode_Target_5XX_Count", ofTarget),
        sum("requests", "RequestCount", ofTarget),
        { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: errorPercent,
      ...threeOfFive,
      // AWS sends these counts only when they are not zero: no data means no errors, or no requests.
      treatMissingData: "notBreaching",
    }),
    ...(isOwn ? [alarms.part("lb-5xx", balancerErrors(errorPercent, balancer.arnSuffix))] : []),
    alarms.alarm(
      "latency",
      latencyAlarm(latencySeconds, {
        namespace: "AWS/ApplicationELB",
        metricName: "TargetResponseTime",
        dimensions: ofTarget,
        stat: "p95",
      }),
    ),
    alarms.part("unhealthy-hosts", {
      alarmDescription: "A server stays unhealthy for longer than it may take to start, or one after the other does",
      namespace: "AWS/ApplicationELB",
      metricName: "UnHealthyHostCount",
      dimensions: ofTarget,
      statistic: "Minimum",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      // A server that never gets well is replaced after its grace, and the count falls until the next one fails: so it
      // is not held against consecutive minutes.
      evaluationPeriods: 3 * graceMinutes,
      datapointsToAlarm: graceMinutes,
      // The count is missing only while no server is registered, as before the first one is.
      treatMissingData: "notBreaching",
    }),
  ];
  alarms.down();
  return made;
}

/** The alarm of what a load balancer fails by itself, such as requests for which there is no server. */
export function balancerErrors(
  errorPercent: number,
  LoadBalancer: pulumi.Input<string>,
): aws.cloudwatch.MetricAlarmArgs {
  return {
    alarmDescription: `The load balancer itself fails more than ${errorPercent} % of the requests`,
    metricQueries: [
      sum("errors", "HTTPCode_ELB_5XX_Count", { LoadBalancer }),
      sum("requests", "RequestCount", { LoadBalancer }),
      // RequestCount leaves out the requests for which there was no server.
      {
        id: "percent",
        expression: "100 * errors / (errors + FILL(requests, 0))",
        label: "failed requests, percent",
        returnData: true,
      },
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: errorPercent,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    // AWS sends these counts only when they are not zero: no data means no errors, or no requests.
    treatMissingData: "notBreaching",
  };
}

function sum(
  id: string,
  metricName: string,
  dimensions: Record<string, pulumi.Input<string>>,
): aws.types.input.cloudwatch.MetricAlarmMetricQuery {
  const metric = { namespace: "AWS/ApplicationELB", metricName, dimensions, period: 60, stat: "Sum" };
  return { id, metric, returnData: false };
}

/**
 * The alarm of a group that has no room left to grow. The limit is read as a metric, as a schedule may move it. It
 * speaks of load, not of a version, so it stops no refresh.
 */
export function capacityAlarm(alarms: AlarmSet, group: aws.autoscaling.Group, isWeighted: boolean): void {
  // Where instance types have weights, the limit is of units, not of servers.
  const inService = isWeighted ? "GroupInServiceCapacity" : "GroupInServiceInstances";
  const metric = (metricName: string) => ({
    namespace: "AWS/AutoScaling",
    metricName,
    dimensions: { AutoScalingGroupName: group.name },
    period: 60,
    stat: "Maximum",
  });
  alarms.alarm("at-max", {
    alarmDescription: "The group has had its greatest number of servers for 15 minutes",
    metricQueries: [
      { id: "servers", metric: metric(inService), returnData: false },
      { id: "most", metric: metric("GroupMaxSize"), returnData: false },
      { id: "room", expression: "most - servers", label: "servers that can be added", returnData: true },
    ],
    comparisonOperator: "LessThanOrEqualToThreshold",
    threshold: 0,
    evaluationPeriods: 15,
    // The group reports every minute; when it does not, whether it is full is unknown.
    treatMissingData: "missing",
  });
}
