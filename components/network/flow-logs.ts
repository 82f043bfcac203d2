import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkRetention, LogBucket } from "../log-bucket";
import { checkLogRetention } from "../log-retention";
import { type FlowLogField, flowLogFields, logFormat } from "./flow-log-fields";
import { createFlowLogGroup } from "./flow-log-group";

/** Where the records of a VPC's traffic are kept, and what is in them. */
export type FlowLogs = FlowLogRecords & (LogGroupFlowLogs | BucketFlowLogs | StreamFlowLogs);

/** What records hold. */
export interface FlowLogRecords {
  /** The fields, in the order of the record. @default those of version 2 */
  readonly fields?: readonly FlowLogField[];
  /** The seconds that one record covers at most: 60 costs more records than 600. @default 600 */
  readonly maxAggregationSeconds?: 60 | 600;
}

/** A log group of CloudWatch. */
export interface LogGroupFlowLogs {
  readonly type?: "cloudWatch";
  /** Days that CloudWatch keeps them: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 ... 3653. */
  readonly retentionDays: number;
  /** The ARN of the KMS key that encrypts them; its policy must let CloudWatch Logs use it. @default CloudWatch's own */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether AWS refuses to delete the log group. @default true in prod */
  readonly deletionProtection?: boolean;
}

/** Files in S3, which Athena queries. */
export interface BucketFlowLogs {
  readonly type: "s3";
  /** A bucket of their own, which only flow logs can write to, or one that is there and lets `delivery.logs.amazonaws.com` write. @default of their own */
  readonly bucket?: OwnBucket | { readonly arn: pulumi.Input<string> };
  /** The folder within the bucket, without slashes around it. @default none */
  readonly prefix?: string;
  /** Parquet is smaller, and read faster, than text. @default "parquet" */
  readonly fileFormat?: "parquet" | "plainText";
  /** Folders named as Hive names partitions (`year=2026/`). @default true */
  readonly hiveCompatiblePartitions?: boolean;
  /** A folder for each hour rather than each day. @default true */
  readonly perHourPartition?: boolean;
}

interface OwnBucket {
  /** Days until a file is deleted, 1 or more. @default 365 in prod, 30 in dev */
  readonly retentionDays?: number;
  /** The ARN of the KMS key that encrypts them; its policy must let `delivery.logs.amazonaws.com` use it. @default S3's own */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** A delivery stream of Data Firehose in this account, which takes records further. */
export interface StreamFlowLogs {
  readonly type: "firehose";
  /** Its ARN. AWS lets flow logs write to it by a role of its own. */
  readonly deliveryStreamArn: pulumi.Input<string>;
}

/** @throws when a retention, a field, a prefix, an interval or the name of a bucket is not what AWS takes. */
export function checkFlowLogs(name: string, logs: FlowLogs, check: ArgumentCheck): void {
  const { fields, maxAggregationSeconds = 600 } = logs;
  if (fields) {
    check(fields.length > 0, "flowLogs.fields", "must name at least one field", fields);
    check(new Set(fields).size === fields.length, "flowLogs.fields", "must not repeat a field", fields);
    const unknown = fields.find((field) => !flowLogFields.includes(field));
    check(unknown === undefined, "flowLogs.fields", `must hold fields such as ${flowLogFields[3]}`, unknown);
  }
  const isInterval = maxAggregationSeconds === 60 || maxAggregationSeconds === 600;
  check(isInterval, "flowLogs.maxAggregationSeconds", "must be 60 or 600", maxAggregationSeconds);
  switch (logs.type) {
    case "s3": {
      const { prefix, bucket = {} } = logs;
      // Two path words are AWS's own: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-create-flow-log.html
      const isFolder = prefix === undefined || /^(?!AWSLogs($|\/))[\w.-]+(\/[\w.-]+)*$/.test(prefix);
      check(isFolder, "flowLogs.prefix", 'must be a folder such as "network/flows", and not AWSLogs', prefix);
      if ("arn" in bucket) return;
      if (bucket.retentionDays !== undefined)
        checkRetention(check, "flowLogs.bucket.retentionDays", bucket.retentionDays);
      const isName = /^[a-z0-9][a-z0-9-]{0,37}$/i.test(name);
      check(isName, "name", "must be at most 38 letters, digits and hyphens, as the bucket is called after it", name);
      return;
    }
    case "firehose":
      return;
    default:
      checkLogRetention(check, "flowLogs.retentionDays", logs.retentionDays);
  }
}

/** What is recorded. */
export interface FlowLogSources {
  readonly vpc: aws.ec2.Vpc;
  /** It has no network interface in the VPC, so its traffic is recorded apart. Undefined unless NAT is regional. */
  readonly regionalNatGateway: aws.ec2.NatGateway | undefined;
}

/** Records all traffic of a VPC, accepted and rejected. */
export function createFlowLogs(
  name: string,
  { vpc, regionalNatGateway }: FlowLogSources,
  logs: FlowLogs,
  parent: pulumi.Resource,
): void {
  const { fields, maxAggregationSeconds } = logs;
  const { dependsOn, ...destination } = createDestination(name, vpc, logs, parent);
  const record = (role: string, source: Pick<aws.ec2.FlowLogArgs, "vpcId" | "regionalNatGatewayId">) =>
    new aws.ec2.FlowLog(
      role,
      {
        ...source,
        trafficType: "ALL",
        ...destination,
        ...(fields && { logFormat: logFormat(fields) }),
        ...(maxAggregationSeconds && { maxAggregationInterval: maxAggregationSeconds }),
        tags: { Name: role },
      },
      { parent, dependsOn },
    );
  record(`${name}-flow-log`, { vpcId: vpc.id });
  if (regionalNatGateway) record(`${name}-nat-flow-log`, { regionalNatGatewayId: regionalNatGateway.id });
}

type Destination = Pick<
  aws.ec2.FlowLogArgs,
  "logDestinationType" | "logDestination" | "iamRoleArn" | "destinationOptions"
> & { readonly dependsOn?: pulumi.Resource };

function createDestination(name: string, vpc: aws.ec2.Vpc, logs: FlowLogs, parent: pulumi.Resource): Destination {
  switch (logs.type) {
    case "s3": {
      const { fileFormat = "parquet", hiveCompatiblePartitions = true, perHourPartition = true } = logs;
      const { bucketArn, bucket } = createBucket(name, logs.bucket ?? {}, parent);
      return {
        logDestinationType: "s3",
        logDestination: logs.prefix === undefined ? bucketArn : pulumi.interpolate`${bucketArn}/${logs.prefix}/`,
        destinationOptions: {
          fileFormat: fileFormat === "parquet" ? "parquet" : "plain-text",
          hiveCompatiblePartitions,
          perHourPartition,
        },
        dependsOn: bucket,
      };
    }
    case "firehose":
      return { logDestinationType: "kinesis-data-firehose", logDestination: logs.deliveryStreamArn };
    default: {
      const { logGroup, role, policy } = createFlowLogGroup(name, vpc, logs, parent);
      return {
        logDestinationType: "cloud-watch-logs",
        logDestination: logGroup.arn,
        iamRoleArn: role.arn,
        dependsOn: policy,
      };
    }
  }
}

function createBucket(name: string, bucket: NonNullable<BucketFlowLogs["bucket"]>, parent: pulumi.Resource) {
  if ("arn" in bucket) return { bucketArn: bucket.arn };
  const { partition } = aws.getPartitionOutput({}, { parent });
  const own = new LogBucket(`${name}-flow-logs`, { writer: "flowLogs", ...bucket }, { parent });
  return { bucketArn: pulumi.interpolate`arn:${partition}:s3:::${own.bucketName}`, bucket: own };
}
