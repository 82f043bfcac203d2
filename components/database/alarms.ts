import type * as aws from "@pulumi/aws";
import type { AlarmSet, OrNone } from "../alarm-set";
import { type Notify, type NotifySettings, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import type { DatabaseEngine } from "./engine";

/** When a database calls for help, and whom. */
export interface DatabaseAlarmArgs {
  /** Who is told: a topic of yours, or an address on a topic that is made. @default nobody: they show in CloudWatch */
  readonly notify?: Notify;
  /** The percentage of its CPU that it may use for 15 minutes, more than 0, at most 100. @default 90 */
  readonly cpuPercent?: number;
  /** GiB that must be free, more than 0: RDS adds storage once less than a tenth is. @default a tenth of storageGiB */
  readonly freeStorageGiB?: number;
  /**
   * How many connections it may have, 1 or more.
   *
   * @default four fifths of what RDS allows the class, which is known of the families t, m and r; of others, no alarm
   */
  readonly connections?: number;
  /** Seconds by which a replica may be behind for 5 minutes, more than 0. @default 60 */
  readonly replicaLagSeconds?: number;
}

/** The arguments with their defaults, checked. */
export interface DatabaseAlarmSettings {
  readonly notify: NotifySettings;
  readonly cpuPercent: number;
  readonly freeStorageGiB: number;
  /** Undefined where nobody knows how many there may be. */
  readonly connections: number | undefined;
  readonly replicaLagSeconds: number;
}

/** What the thresholds follow. */
export interface DatabaseShape {
  readonly engine: DatabaseEngine;
  readonly instanceClass: string;
  readonly storageGiB: number;
}

/** The settings; undefined where there are to be no alarms. */
export function readDatabaseAlarms(
  check: ArgumentCheck,
  args: OrNone<DatabaseAlarmArgs> = {},
  { engine, instanceClass, storageGiB }: DatabaseShape,
): DatabaseAlarmSettings | undefined {
  if (args === "none") return undefined;
  const { cpuPercent = 90, freeStorageGiB = storageGiB / 10, replicaLagSeconds = 60 } = args;
  check(cpuPercent > 0 && cpuPercent <= 100, "alarms.cpuPercent", "must be more than 0 and at most 100", cpuPercent);
  const isPart = freeStorageGiB > 0 && freeStorageGiB < storageGiB;
  check(
    isPart,
    "alarms.freeStorageGiB",
    `must be more than 0 and less than storageGiB (${storageGiB})`,
    freeStorageGiB,
  );
  check(replicaLagSeconds > 0, "alarms.replicaLagSeconds", "must be more than 0", replicaLagSeconds);
  const { connections } = args;
  const isCount = connections === undefined || (Number.isInteger(connections) && connections >= 1);
  check(isCount, "alarms.connections", "must be a whole number, 1 or more", connections);
  const most = maxConnections(engine, instanceClass);
  const notify = readNotify(check, "alarms.notify", args.notify);
  const mostOfThem = most === undefined ? undefined : Math.floor(0.8 * most);
  return { notify, cpuPercent, freeStorageGiB, connections: connections ?? mostOfThem, replicaLagSeconds };
}

/**
 * What a database's own users notice first, and replicas that fall behind; the second instance of a Multi-AZ one never
 * does. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
 */
export function databaseAlarms(
  alarms: AlarmSet,
  { cpuPercent, freeStorageGiB, connections, replicaLagSeconds }: DatabaseAlarmSettings,
  instance: aws.rds.Instance,
  replicas: Readonly<Record<string, aws.rds.Instance>>,
): void {
  const alarm = (role: string, args: aws.cloudwatch.MetricAlarmArgs) =>
    alarms.alarm(role, {
      namespace: "AWS/RDS",
      dimensions: { DBInstanceIdentifier: instance.identifier },
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      // A database that was stopped reports nothing, and is none the worse for it.
      treatMissingData: "missing",
      ...args,
    });
  alarm("cpu", {
    alarmDescription: `The database has used more than ${cpuPercent} % of its CPU for 15 minutes`,
    metricName: "CPUUtilization",
    threshold: cpuPercent,
  });
  alarm("free-storage", {
    alarmDescription: `Less than ${freeStorageGiB} GiB have been free for 15 minutes, in which RDS should add some`,
    metricName: "FreeStorageSpace",
    comparisonOperator: "LessThanThreshold",
    // Bytes.
    threshold: freeStorageGiB * 1024 ** 3,
  });
  for (const [key, replica] of Object.entries(replicas)) {
    // A replica that calls for itself is no one of several.
    alarm(replica === instance ? "lag" : `replica-${key}-lag`, {
      alarmDescription: `The replica ${key} has been more than ${replicaLagSeconds} s behind for 5 minutes`,
      metricName: "ReplicaLag",
      dimensions: { DBInstanceIdentifier: replica.identifier },
      period: 60,
      evaluationPeriods: 5,
      threshold: replicaLagSeconds,
    });
  }
  if (connections === undefined) return;
  alarm("connections", {
    alarmDescription: `The database has had more than ${connections} connections for 15 minutes`,
    metricName: "DatabaseConnections",
    threshold: connections,
  });
}

/**
 * How many connections RDS allows a class, by its memory. Some of that is for the system, so it is a little less.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 */
function maxConnections({ type }: DatabaseEngine, instanceClass: string): number | undefined {
  const gib = memoryGiB(instanceClass);
  if (gib === undefined) return undefined;
  const bytes = gib * 1024 ** 3;
  switch (type) {
    case "postgres":
      return Math.min(Math.floor(bytes / 9531392), 5000);
    case "mysql":
      return Math.floor(bytes / 12582880);
    case "mariadb":
      return Math.min(Math.floor(bytes / 25165760), 12000);
  }
}

/** GiB of a size of the families t and m; r has twice as much. https://aws.amazon.com/rds/instance-types/ */
const sizes: Readonly<Record<string, number>> = { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16 };

function memoryGiB(instanceClass: string): number | undefined {
  const [, family = "", times = "", size = ""] = /^db\.([tmr])\w*\.(\d*)(\w+)$/.exec(instanceClass) ?? [];
  const gib = sizes[size];
  if (gib === undefined) return undefined;
  return gib * Number(times || 1) * (family === "r" ? 2 : 1);
}
