import * as pulumi from "@pulumi/pulumi";

/** Below what flow logs are kept: Global Accelerator takes no bucket without a prefix. */
export const flowLogPrefix = "flow-logs";

/**
 * Global Accelerator is of no region, and its logs come from the region of its API, wherever the bucket is.
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
 */
export function acceleratorDelivery(
  bucketArn: pulumi.Output<string>,
  accountId: pulumi.Output<string>,
  partition: pulumi.Output<string>,
) {
  const Principal = { Service: "delivery.logs.amazonaws.com" };
  const ofThisAccount = { "aws:SourceAccount": accountId };
  const ArnLike = { "aws:SourceArn": pulumi.interpolate`arn:${partition}:logs:*:${accountId}:*` };
  return [
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${bucketArn}/${flowLogPrefix}/AWSLogs/${accountId}/*`,
      Condition: { StringEquals: { ...ofThisAccount, "s3:x-amz-acl": "bucket-owner-full-control" }, ArnLike },
    },
    {
      Sid: "LogDeliveryCheck",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: bucketArn,
      Condition: { StringEquals: ofThisAccount, ArnLike },
    },
  ];
}
