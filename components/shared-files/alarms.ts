import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";
import type { Notify } from "../alarm-topic";
import { type Graph, line } from "../dashboard/section";
import type { Throughput } from "./throughput";

/** Whom a file system's alarms tell. */
export interface FileAlarmArgs {
  /** A topic of yours, or people on a topic that is made. @default nobody: they show in CloudWatch */
  readonly notify?: Notify;
}

const namespace = "AWS/EFS";

/**
 * The alarms of a file system on which servers soon wait: it is nearly as fast as it can be, does nearly as many
 * operations, or has nearly no credits left. https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
 */
export function fileAlarms(alarms: AlarmSet, { id }: aws.efs.FileSystem, { type }: Throughput): void {
  const dimensions = { FileSystemId: id };
  const metric = (metricName: string, stat: string) => ({ namespace, metricName, dimensions, period: 300, stat });
  const fifteenMinutes = {
    evaluationPeriods: 3,
    // A file system that nobody mounts says nothing.
    treatMissingData: "notBreaching",
  };
  alarms.alarm("throughput", {
    ...fifteenMinutes,
    alarmDescription: "The file system has been used at more than 90 % of its throughput for 15 minutes",
    metricQueries: [
      { id: "metered", metric: metric("MeteredIOBytes", "Sum"), returnData: false },
      { id: "permitted", metric: metric("PermittedThroughput", "Average"), returnData: false },
      {
        id: "percent",
        expression: "100 * metered / PERIOD(metered) / permitted",
        label: "used throughput, percent",
        returnData: true,
      },
    ],
    comparisonOperator: "GreaterThanThreshold",
    threshold: 90,
  });
  alarms.alarm("operations", {
    ...fifteenMinutes,
    alarmDescription: "The file system has done more than 95 % of the operations that it can for 15 minutes",
    ...{ namespace, metricName: "PercentIOLimit", dimensions, statistic: "Average", period: 300 },
    comparisonOperator: "GreaterThanThreshold",
    threshold: 95,
  });
  if (type !== "bursting") return;
  alarms.alarm("burst-credits", {
    ...fifteenMinutes,
    alarmDescription: "The file system has credits for less than an hour at 100 MiB a second, and is slow then",
    ...{ namespace, metricName: "BurstCreditBalance", dimensions, statistic: "Minimum", period: 300 },
    comparisonOperator: "LessThanThreshold",
    // Bytes.
    threshold: 3600 * 100 * 1024 ** 2,
  });
}

/** How much a file system is used. */
export function fileGraphs({ id }: aws.efs.FileSystem): Graph[] {
  const ofFiles = { namespace, dimensions: { FileSystemId: id } };
  return [
    {
      ...ofFiles,
      title: "Files: read and written",
      unit: "bytes a minute",
      lines: [line("DataReadIOBytes", "Sum", "read"), line("DataWriteIOBytes", "Sum", "written")],
    },
    {
      ...ofFiles,
      title: "Files: mounts",
      unit: "connections",
      lines: [line("ClientConnections", "Sum", "connections")],
    },
    {
      ...ofFiles,
      title: "Files: operations",
      unit: "percent",
      lines: [line("PercentIOLimit", "Average", "of the limit")],
    },
  ];
}
