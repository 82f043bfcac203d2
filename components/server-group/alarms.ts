import type * as aws from "@pulumi/aws";
import type { AlarmSet, OrNone } from "../alarm-set";
import { type Notify, type NotifySettings, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { agentMetrics, agentNamespace, type MeasuredDisks } from "../server/cloudwatch-agent";

/** When a group of servers calls for help, and whom. */
export interface GroupAlarmArgs {
  /** Who is told: a topic of yours, or an address on a topic that is made. @default nobody: they show in CloudWatch */
  readonly notify?: Notify;
  /** The percentage of their CPU that the servers may use for 15 minutes, more than 0, at most 100. @default 90 */
  readonly cpuPercent?: number;
  /** The percentage of their memory that the servers may use, with `cloudWatchAgent`. @default 90 */
  readonly memoryPercent?: number;
  /** The percentage of its root disk that any server may use, with `cloudWatchAgent`. @default 85 */
  readonly diskPercent?: number;
}

/** The arguments with their defaults, checked. */
export interface GroupAlarmSettings extends Required<Omit<GroupAlarmArgs, "notify">> {
  readonly notify: NotifySettings;
  /** Whether memory and disks are measured. */
  readonly hasAgent: boolean;
}

/** What the agent measures of the servers of a group. */
export const measuredGroup: MeasuredDisks = {
  of: "AutoScalingGroupName",
  isWindows: false,
  disks: [{ role: "root", dimensions: { path: "/" } }],
};

/** The settings; undefined where there are to be no alarms. */
export function readGroupAlarms(
  check: ArgumentCheck,
  args: OrNone<GroupAlarmArgs> = {},
  hasAgent = false,
): GroupAlarmSettings | undefined {
  if (args === "none") return undefined;
  const { cpuPercent = 90, memoryPercent = 90, diskPercent = 85 } = args;
  const percents = { cpuPercent, memoryPercent, diskPercent };
  for (const [name, percent] of Object.entries(percents)) {
    check(percent > 0 && percent <= 100, `alarms.${name}`, "must be more than 0 and at most 100", percent);
  }
  for (const name of ["memoryPercent", "diskPercent"] as const) {
    const isMeasured = hasAgent || args[name] === undefined;
    check(isMeasured, `alarms.${name}`, "must be left out without cloudWatchAgent, which measures it", args[name]);
  }
  return { notify: readNotify(check, "alarms.notify", args.notify), ...percents, hasAgent };
}

/**
 * The alarms of servers that are too busy for scaling to keep up, or whose hardware or system fails for longer than a
 * replacement takes. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
 */
export function groupAlarms(
  alarms: AlarmSet,
  { cpuPercent, memoryPercent, diskPercent, hasAgent }: GroupAlarmSettings,
  group: aws.autoscaling.Group,
): void {
  const ofGroup = {
    namespace: "AWS/EC2",
    dimensions: { AutoScalingGroupName: group.name },
    // EC2 reports on servers that run. A group may be empty, and that it should not be is for its health checks to say.
    treatMissingData: "notBreaching",
  };
  alarms.alarm("cpu", {
    ...ofGroup,
    alarmDescription: `The servers have used more than ${cpuPercent} % of their CPU for 15 minutes`,
    metricName: "CPUUtilization",
    statistic: "Average",
    period: 300,
    evaluationPeriods: 3,
    comparisonOperator: "GreaterThanThreshold",
    threshold: cpuPercent,
  });
  alarms.alarm("status-checks", {
    ...ofGroup,
    alarmDescription: "The status checks of a server have failed for 10 minutes, in which the group should replace it",
    metricName: "StatusCheckFailed",
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: 10,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
  });
  if (!hasAgent) return;
  const measured = { ...ofGroup, namespace: agentNamespace, period: 300, evaluationPeriods: 3 };
  const comparisonOperator = "GreaterThanThreshold";
  alarms.alarm("memory", {
    ...measured,
    alarmDescription: `The servers have used more than ${memoryPercent} % of their memory for 15 minutes`,
    metricName: agentMetrics.memory,
    statistic: "Average",
    comparisonOperator,
    threshold: memoryPercent,
  });
  for (const { role, dimensions } of measuredGroup.disks) {
    alarms.alarm(`disk-${role}`, {
      ...measured,
      dimensions: { ...ofGroup.dimensions, ...dimensions },
      alarmDescription: `A server uses more than ${diskPercent} % of a disk: ${Object.values(dimensions).join("")}`,
      metricName: agentMetrics.disk,
      statistic: "Maximum",
      comparisonOperator,
      threshold: diskPercent,
    });
  }
}
