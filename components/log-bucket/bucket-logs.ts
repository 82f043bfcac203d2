import * as pulumi from "@pulumi/pulumi";

/** Where the access logs of another bucket go. */
export const bucketLogPrefix = "s3/";

/**
 * What lets a bucket take the access logs of another bucket of its account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function bucketDelivery(
  bucketArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  partition: pulumi.Input<string>,
) {
  return [
    {
      Sid: "AccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${bucketArn}/${bucketLogPrefix}*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:s3:::*` },
      },
    },
  ];
}
