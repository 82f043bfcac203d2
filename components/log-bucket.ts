import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";

export interface LogBucketArgs {
  /** Days until a log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly retentionDays?: number;
  /** Whether deleting the stack deletes the logs as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
  /** The kind of load balancer that writes: each has a delivery service of its own. @default "application" */
  readonly writer?: "application" | "network";
}

/**
 * A private bucket for the access logs of the Application or Network Load Balancers of its account and region. Only
 * AWS's log delivery can write to it, only over TLS, and logs go after a time; nobody overwrites one unseen.
 *
 * @example
 * import { LogBucket } from "./components/log-bucket";
 *
 * const logs = new LogBucket("shop-logs", { retentionDays: 90 });
 */
export class LogBucket extends pulumi.ComponentResource {
  /** The bucket's name. */
  readonly bucketName: pulumi.Output<string>;

  /** @throws when the name is not one for a bucket, or the retention is not a number of days. */
  constructor(name: string, args: LogBucketArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:LogBucket", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "log bucket", name);
    const isDev = environment() === "dev";
    const { retentionDays = isDev ? 30 : 365, forceDestroy = isDev, writer = "application" } = args;
    checkRetention(check, "retentionDays", retentionDays);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    const isName = /^[a-z0-9][a-z0-9-]{0,47}$/i.test(name);
    check(isName, "name", "must be at most 48 letters, digits and hyphens, as the bucket is called after it", name);

    const bucket = new aws.s3.Bucket(`${name}-bucket`, { forceDestroy, tags: { Name: name } }, { parent: this });
    const blocked = new aws.s3.BucketPublicAccessBlock(
      `${name}-public-access`,
      {
        bucket: bucket.bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      { parent: this },
    );
    new aws.s3.BucketOwnershipControls(
      `${name}-ownership`,
      { bucket: bucket.bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      { parent: this },
    );
    // Load balancers can write no other encryption than S3's own keys.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { bucket: bucket.bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      { parent: this },
    );
    // A log that is overwritten or deleted before its time can still be read for a week.
    const versioning = new aws.s3.BucketVersioning(
      `${name}-versioning`,
      { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } },
      { parent: this },
    );
    new aws.s3.BucketLifecycleConfiguration(
      `${name}-lifecycle`,
      {
        bucket: bucket.bucket,
        rules: [
          {
            id: "expire",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: retentionDays },
            noncurrentVersionExpiration: { noncurrentDays: 7 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      // What a rule says of old versions means nothing before there are any.
      { parent: this, dependsOn: [versioning] },
    );
    // S3 refuses two changes of a bucket's access at once, so the policy waits for the block.
    new aws.s3.BucketPolicy(
      `${name}-policy`,
      { bucket: bucket.bucket, policy: deliveryPolicy(bucket.arn, writer, this) },
      { parent: this, dependsOn: [blocked] },
    );

    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

/** Also for a component that makes a log bucket: its own argument is then named before its first child exists. */
export function checkRetention(check: ArgumentCheck, argument: string, days: number): void {
  check(Number.isInteger(days) && days >= 1, argument, "must be a whole number of days, 1 or more", days);
}

/**
 * Log delivery writes under the id of the account whose load balancer it is, so the path admits this account only.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html#attach-bucket-policy
 */
function deliveryPolicy(
  bucketArn: pulumi.Output<string>,
  writer: "application" | "network",
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const logs = pulumi.interpolate`${bucketArn}/AWSLogs/${accountId}/*`;
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      ...(writer === "application"
        ? [
            {
              Sid: "LogDelivery",
              Effect: "Allow",
              Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
              Action: "s3:PutObject",
              Resource: logs,
            },
          ]
        : networkDelivery(bucketArn, logs, accountId, parent)),
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html */
function networkDelivery(
  bucketArn: pulumi.Output<string>,
  logs: pulumi.Output<string>,
  accountId: pulumi.Output<string>,
  parent: pulumi.Resource,
) {
  const { region } = aws.getRegionOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const Principal = { Service: "delivery.logs.amazonaws.com" };
  const ofThisAccount = { "aws:SourceAccount": accountId };
  const ArnLike = { "aws:SourceArn": pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:*` };
  return [
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: logs,
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
