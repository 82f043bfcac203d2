import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { environment } from "./environment";
import { bucketLogPrefix } from "./log-bucket/bucket-logs";

/** What differs between the private buckets of components. */
export interface PrivateBucketArgs {
  /** When S3 takes something away. Old versions stay until a rule says otherwise. */
  readonly lifecycleRules: aws.types.input.s3.BucketLifecycleConfigurationRule[];
  /** Whether deleting the stack deletes what is in it as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
  /** The ARN of the KMS key that encrypts what is in it. @default S3's own keys */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** The bucket that takes its access log, of the writer `bucket` or `distribution`. @default none */
  readonly accessLogBucket?: pulumi.Input<string>;
}

/** A bucket, and what keeps its public access shut: S3 refuses two changes of a bucket's access at once. */
export interface PrivateBucket {
  readonly bucket: aws.s3.Bucket;
  readonly blocked: aws.s3.BucketPublicAccessBlock;
}

/**
 * A bucket that is encrypted, keeps versions, knows no ACLs and lets nothing be public. `bucketPolicy` says who may use
 * it, and belongs to each.
 */
export function privateBucket(name: string, args: PrivateBucketArgs, parent: pulumi.Resource): PrivateBucket {
  const { lifecycleRules, forceDestroy = environment() === "dev", kmsKeyArn, accessLogBucket } = args;
  const made = new aws.s3.Bucket(`${name}-bucket`, { forceDestroy, tags: { Name: name } }, { parent });
  const { bucket } = made;
  const blocked = new aws.s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { parent },
  );
  new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { parent },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { bucket, rules: [encryption(kmsKeyArn)] },
    { parent },
  );
  const versioning = new aws.s3.BucketVersioning(
    `${name}-versioning`,
    { bucket, versioningConfiguration: { status: "Enabled" } },
    { parent },
  );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { bucket, rules: lifecycleRules },
    // What a rule says of old versions means nothing before there are any.
    { parent, dependsOn: [versioning] },
  );
  if (accessLogBucket !== undefined) {
    new aws.s3.BucketLogging(
      `${name}-access-log`,
      { bucket, targetBucket: accessLogBucket, targetPrefix: bucketLogPrefix },
      { parent },
    );
  }
  return { bucket: made, blocked };
}

/** The policy of a private bucket: who may do what, and nobody anything without TLS. */
export function bucketPolicy(
  name: string,
  { bucket, blocked }: PrivateBucket,
  statements: readonly pulumi.Input<object>[],
  parent: pulumi.Resource,
): aws.s3.BucketPolicy {
  const tlsOnly = {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      bucket: bucket.bucket,
      policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [...statements, tlsOnly] }),
    },
    { parent, dependsOn: [blocked] },
  );
}

function encryption(kmsKeyArn: pulumi.Input<string> | undefined) {
  if (kmsKeyArn === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
  const applyServerSideEncryptionByDefault = { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn };
  // One data key for many objects, instead of a call to KMS for each.
  return { applyServerSideEncryptionByDefault, bucketKeyEnabled: true };
}
