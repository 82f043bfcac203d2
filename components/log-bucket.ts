import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { acceleratorDelivery } from "./log-bucket/accelerator-delivery";
import { balancerDelivery } from "./log-bucket/balancer-logs";
import { bucketDelivery } from "./log-bucket/bucket-logs";
import { distributionDelivery } from "./log-bucket/distribution-delivery";
import { bucketPolicy, privateBucket } from "./private-bucket";

export interface LogBucketArgs {
  /** Days until a log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly retentionDays?: number;
  /** Whether deleting the stack deletes the logs as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
  /**
   * What writes: each kind of load balancer, and a site, has a delivery service of its own. An Application Load Balancer
   * writes its logs below `access`, `connection` and `health-check`.
   *
   * @default "application"
   */
  readonly writer?: LogWriter;
  /**
   * The ARN of the KMS key that encrypts flow logs; its policy must let `delivery.logs.amazonaws.com` use it. Load
   * balancers can write with no key of yours.
   *
   * @default S3's own keys
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/**
 * `distribution` is a distribution of CloudFront, together with the bucket of its site; `flowLogs` are those of VPCs,
 * `accelerator` those of Global Accelerator, `bucket` those of another bucket, below `s3/`.
 */
export type LogWriter = "application" | "network" | "distribution" | "flowLogs" | "accelerator" | "bucket";

/**
 * A private bucket for the logs of the load balancers of its account and region, or of a site. Only AWS's log
 * delivery can write to it, only over TLS, and logs go after a time; nobody overwrites one unseen.
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
    const { retentionDays = isDev ? 30 : 365, forceDestroy = isDev, writer = "application", kmsKeyArn } = args;
    checkRetention(check, "retentionDays", retentionDays);
    const takesKey = kmsKeyArn === undefined || writer === "flowLogs";
    check(takesKey, "kmsKeyArn", "must be left out unless the writer is flowLogs, as no other can use a key", writer);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    const isName = /^[a-z0-9][a-z0-9-]{0,47}$/i.test(name);
    check(isName, "name", "must be at most 48 letters, digits and hyphens, as the bucket is called after it", name);

    // A log that is overwritten or deleted before its time can still be read for a week. Load balancers can write no other
    // encryption than S3's own keys: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    const expire = {
      id: "expire",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { days: retentionDays },
      noncurrentVersionExpiration: { noncurrentDays: 7 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    };
    const made = privateBucket(name, { lifecycleRules: [expire], forceDestroy, kmsKeyArn }, this);
    const { bucket } = made;
    bucketPolicy(name, made, delivery(bucket.arn, writer, this), this);

    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

/** Also for a component that makes a log bucket: its own argument is then named before its first child exists. */
export function checkRetention(check: ArgumentCheck, argument: string, days: number): void {
  check(Number.isInteger(days) && days >= 1, argument, "must be a whole number of days, 1 or more", days);
}

/** Who may write, and where: under the id of this account alone. */
function delivery(bucketArn: pulumi.Output<string>, writer: LogWriter, parent: pulumi.Resource) {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const logs = pulumi.interpolate`${bucketArn}/AWSLogs/${accountId}/*`;
  switch (writer) {
    case "application":
      return balancerDelivery(bucketArn, accountId);
    case "network":
      return networkDelivery(bucketArn, logs, accountId, parent);
    case "flowLogs": {
      // Partitions for Hive say the account in another way: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
      const partitions = pulumi.interpolate`${bucketArn}/AWSLogs/aws-account-id=${accountId}/*`;
      return networkDelivery(bucketArn, [logs, partitions], accountId, parent);
    }
    case "accelerator":
      return acceleratorDelivery(bucketArn, accountId, aws.getPartitionOutput({}, { parent }).partition);
    case "bucket":
      return bucketDelivery(bucketArn, accountId, aws.getPartitionOutput({}, { parent }).partition);
    case "distribution":
      return distributionDelivery(bucketArn, accountId, aws.getPartitionOutput({}, { parent }).partition);
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html */
function networkDelivery(
  bucketArn: pulumi.Output<string>,
  logs: pulumi.Output<string> | pulumi.Output<string>[],
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
