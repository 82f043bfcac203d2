import * as pulumi from "@pulumi/pulumi";
import { bucketDelivery } from "./bucket-logs";

/**
 * What lets a bucket take the logs of a site: those of its distribution, which come from us-east-1 wherever the bucket
 * is, and those of the site's own bucket.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html#AWS-logs-infrastructure-V2-S3
 */
export function distributionDelivery(
  bucketArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  partition: pulumi.Input<string>,
) {
  const ofThisAccount = { "aws:SourceAccount": accountId };
  return [
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      // Paths as Hive has them name the account in another way; the condition admits no other account.
      Resource: pulumi.interpolate`${bucketArn}/AWSLogs/*`,
      Condition: {
        StringEquals: { ...ofThisAccount, "s3:x-amz-acl": "bucket-owner-full-control" },
        ArnLike: {
          "aws:SourceArn": pulumi.interpolate`arn:${partition}:logs:us-east-1:${accountId}:delivery-source:*`,
        },
      },
    },
    ...bucketDelivery(bucketArn, accountId, partition),
  ];
}
