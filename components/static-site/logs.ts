import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkRetention, LogBucket } from "../log-bucket";
import type { Shown } from "./staging";

/** The log of the requests to a site. */
export interface SiteLogs {
  /** Days until a log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly retentionDays?: number;
  /**
   * How requests are written. Parquet is what Athena reads at least cost; AWS charges for the conversion.
   * https://aws.amazon.com/cloudwatch/pricing/
   *
   * @default "parquet"
   */
  readonly format?: "parquet" | "json" | "w3c";
}

export function checkLogs(check: ArgumentCheck, { retentionDays }: SiteLogs): void {
  if (retentionDays !== undefined) checkRetention(check, "logs.retentionDays", retentionDays);
}

/** The bucket of a site's logs. */
export function siteLogBucket(
  name: string,
  { retentionDays }: SiteLogs,
  forceDestroy: boolean,
  parent: pulumi.Resource,
): LogBucket {
  return new LogBucket(`${name}-logs`, { retentionDays, forceDestroy, writer: "distribution" }, { parent });
}

/**
 * What is written of a request: all that tells who asked for what and how it went; no cookies.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html#BasicDistributionFileFormat
 */
const recordFields = [
  ...["date", "time", "x-edge-location", "sc-bytes", "c-ip", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status"],
  ...["cs(Referer)", "cs(User-Agent)", "cs-uri-query", "x-edge-result-type", "x-edge-request-id", "x-host-header"],
  ...["cs-protocol", "cs-bytes", "time-taken", "ssl-protocol", "ssl-cipher", "x-edge-response-result-type"],
  ...["cs-protocol-version", "time-to-first-byte", "x-edge-detailed-result-type", "sc-content-type", "sc-content-len"],
];

/**
 * Delivers the log of a distribution to a bucket, as standard logging v2 does: in a folder for each day, named as Hive
 * names partitions. CloudFront's logs are set up in us-east-1, wherever the bucket is.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function deliverLogs(
  { name, distribution }: Pick<Shown, "name" | "distribution">,
  { format = "parquet" }: SiteLogs,
  bucket: LogBucket,
  parent: pulumi.Resource,
): void {
  const region = "us-east-1";
  const { partition } = aws.getPartitionOutput({}, { parent });
  const source = new aws.cloudwatch.LogDeliverySource(
    `${name}-log-source`,
    { resourceArn: distribution.arn, logType: "ACCESS_LOGS", region, tags: { Name: name } },
    { parent },
  );
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    `${name}-log-target`,
    {
      deliveryDestinationConfiguration: {
        destinationResourceArn: pulumi.interpolate`arn:${partition}:s3:::${bucket.bucketName}`,
      },
      outputFormat: format,
      region,
      tags: { Name: name },
    },
    // AWS writes a policy of its own where it finds none that lets it deliver.
    { parent, dependsOn: [bucket] },
  );
  new aws.cloudwatch.LogDelivery(
    `${name}-log-delivery`,
    {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields,
      s3DeliveryConfigurations: [{ suffixPath: "{DistributionId}/{yyyy}/{MM}/{dd}", enableHiveCompatiblePath: true }],
      region,
      tags: { Name: name },
    },
    { parent },
  );
}
