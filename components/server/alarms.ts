import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSet, OrNone } from "../alarm-set";
import { type Notify, type NotifySettings, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { agentMetrics, agentNamespace, type MeasuredDisks } from "./cloudwatch-agent";

/** When a server calls for help, and whom. */
export interface ServerAlarmArgs {
  /** Who is told: a topic of yours, or an address on a topic that the server makes. @default a topic that nobody reads yet */
  readonly notify?: Notify;
  /** The percentage of its CPU that it may use for 15 minutes, more than 0, at most 100. @default 90 */
  readonly cpuPercent?: number;
  /** The percentage of its memory that may be in use, with `cloudWatchAgent`. @default 90 */
  readonly memoryPercent?: number;
  /** The percentage of each mounted disk that may be in use, with `cloudWatchAgent`. @default 85 */
  readonly diskPercent?: number;
}

/** The arguments with their defaults, checked. */
export interface ServerAlarmSettings extends Required<Omit<ServerAlarmArgs, "notify">> {
  readonly notify: NotifySettings;
}

/** The settings; undefined where there are to be no alarms. */
export function readServerAlarms(
  check: ArgumentCheck,
  args: OrNone<ServerAlarmArgs> = {},
  hasAgent: boolean,
): ServerAlarmSettings | undefined {
  if (args === "none") return undefined;
  const { cpuPercent = 90, memoryPercent = 90, diskPercent = 85 } = args;
  for (const [name, percent] of Object.entries({ cpuPercent, memoryPercent, diskPercent })) {
    check(percent > 0 && percent <= 100, `alarms.${name}`, "must be more than 0 and at most 100", percent);
  }
  for (const name of ["memoryPercent", "diskPercent"] as const) {
    const isMeasured = hasAgent || args[name] === undefined;
    check(isMeasured, `alarms.${name}`, "must be left out without cloudWatchAgent, which measures it", args[name]);
  }
  const notify = readNotify(check, "alarms.notify", args.notify);
  return { notify, cpuPercent, memoryPercent, diskPercent };
}

/** What the alarms watch. */
export interface WatchedServer {
  readonly instanceId: pulumi.Input<string>;
  /** Whether AWS can move it to other hardware. */
  readonly isRecoverable: boolean;
  /** What the agent measures; nothing without it. */
  readonly agent: MeasuredDisks | undefined;
}

type Alarm = Omit<aws.cloudwatch.MetricAlarmArgs, "dimensions"> & {
  readonly dimensions?: Readonly<Record<string, string>>;
};

/**
 * The alarms of one server. One moves it to other hardware when its own fails, one reboots it when it does not answer;
 * both keep its disks and addresses, and lose what is in memory.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
export function serverAlarms(
  alarms: AlarmSet,
  { cpuPercent, memoryPercent, diskPercent }: ServerAlarmSettings,
  { instanceId, isRecoverable, agent }: WatchedServer,
  parent: pulumi.Resource,
): void {
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  const action = (what: string) => pulumi.interpolate`arn:${partition}:automate:${region}:ec2:${what}`;
  const ofServer = ({ dimensions, ...args }: Alarm) => ({
    namespace: "AWS/EC2",
    // A server that was stopped reports nothing, and is none the worse for it.
    treatMissingData: "missing",
    ...args,
    dimensions: { InstanceId: instanceId, ...dimensions },
  });
  const alarm = (role: string, args: Alarm) => alarms.alarm(role, ofServer(args));
  // Each mends what it can; that the server is down is told once.
  const check = (role: string, args: Alarm, ...actions: pulumi.Input<string>[]) =>
    alarms.part(role, { ...ofServer(args), alarmActions: actions.length > 0 ? actions : undefined });
  const statusCheck = (metric: string, minutes: number) => ({
    metricName: `StatusCheckFailed_${metric}`,
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: minutes,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
  });
  const percentUsed = (metricName: string, percent: number) => ({
    metricName,
    statistic: "Average",
    period: 300,
    evaluationPeriods: 3,
    comparisonOperator: "GreaterThanThreshold",
    threshold: percent,
  });
  const cpu = `The server has used more than ${cpuPercent} % of its CPU for 15 minutes`;
  alarm("cpu", { alarmDescription: cpu, ...percentUsed("CPUUtilization", cpuPercent) });
  const system = "AWS's hardware under the server fails";
  check(
    "system-check",
    { alarmDescription: isRecoverable ? `${system}: it is moved` : system, ...statusCheck("System", 2) },
    ...(isRecoverable ? [action("recover")] : []),
  );
  const instance = "The server does not answer: it is rebooted";
  // Later than the other one: AWS does not reboot what it is moving.
  check("instance-check", { alarmDescription: instance, ...statusCheck("Instance", 3) }, action("reboot"));
  check("disks-check", {
    alarmDescription: "A disk of the server does not answer",
    ...statusCheck("AttachedEBS", 3),
    // Only Nitro servers report it.
    treatMissingData: "notBreaching",
  });
  alarms.down();
  if (!agent) return;
  const namespace = agentNamespace;
  const memory = `The server has used more than ${memoryPercent} % of its memory for 15 minutes`;
  alarm("memory", { alarmDescription: memory, namespace, ...percentUsed(agentMetrics.memory, memoryPercent) });
  for (const { role, dimensions } of agent.disks) {
    const full = `More than ${diskPercent} % of a disk is used: ${Object.values(dimensions).join("")}`;
    const used = percentUsed(agentMetrics.disk, diskPercent);
    const free = { ...percentUsed(agentMetrics.diskFree, 100 - diskPercent), comparisonOperator: "LessThanThreshold" };
    alarm(`disk-${role}`, { alarmDescription: full, namespace, dimensions, ...(agent.isWindows ? free : used) });
  }
}
