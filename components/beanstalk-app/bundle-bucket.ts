import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { LogBucket } from "../log-bucket";
import { bucketPolicy, privateBucket } from "../private-bucket";

/**
 * The private bucket of an application's bundles. It uses S3's own keys, which Elastic Beanstalk needs no grant for as it
 * copies a bundle to an environment.
 */
export function bundleBucket(name: string, parent: pulumi.Resource): aws.s3.Bucket {
  const logs = new LogBucket(`${name}-bundles-logs`, { writer: "bucket" }, { parent });
  const expireDeleted = {
    id: "expire-deleted",
    status: "Enabled",
    filter: { prefix: "" },
    // A bundle that the application's lifecycle has deleted can still be fetched for a month.
    noncurrentVersionExpiration: { noncurrentDays: 30 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  const args = { lifecycleRules: [expireDeleted], accessLogBucket: logs.bucketName };
  const made = privateBucket(`${name}-bundles`, args, parent);
  bucketPolicy(`${name}-bundles`, made, [], parent);
  return made.bucket;
}
