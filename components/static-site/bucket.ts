import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy, type PrivateBucket, privateBucket } from "../private-bucket";

/** How the bucket of a site is kept. */
export interface BucketSettings {
  readonly forceDestroy: boolean;
  /** Releases whose files go. */
  readonly retired: readonly string[];
  /** The bucket that takes its access logs. */
  readonly logBucketName: pulumi.Input<string>;
}

/** A private bucket for the releases of a site. Nobody can read it yet: see `letRead`. */
export function siteBucket(name: string, settings: BucketSettings, parent: pulumi.Resource): PrivateBucket {
  const { forceDestroy, retired, logBucketName } = settings;
  const lifecycleRules = [
    {
      id: "former-versions",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { expiredObjectDeleteMarker: true },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
    ...retired.map((release) => ({
      id: `retired-${release}`,
      status: "Enabled",
      filter: { prefix: `${folderOf(release)}/` },
      expiration: { days: 1 },
    })),
  ];
  // What is public needs no key of its own, with which each read would cost more.
  return privateBucket(name, { lifecycleRules, forceDestroy, accessLogBucket: logBucketName }, parent);
}

/** Where a release is in the bucket. */
export function folderOf(release: string): string {
  return `releases/${release}`;
}

/** Where in the bucket is what all releases share: files whose names change with their content. */
export const immutableFolder = "immutable";

/**
 * Lets the site's distributions read a bucket, and nobody else, only over TLS. That they may list as well makes S3 say 404 of
 * what is not there, where it would say 403: so a 403 is always a refusal. Nobody gets a list: the function at the edge
 * makes each path that of a file.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function letRead(
  name: string,
  shelf: PrivateBucket,
  readers: readonly { readonly distribution: aws.cloudfront.Distribution }[],
  parent: pulumi.Resource,
): void {
  const { bucket } = shelf;
  const objects = pulumi.interpolate`${bucket.arn}/*`;
  const Principal = { Service: "cloudfront.amazonaws.com" };
  const Condition = { StringEquals: { "AWS:SourceArn": readers.map(({ distribution }) => distribution.arn) } };
  const read = { Sid: "Read", Effect: "Allow", Principal, Action: "s3:GetObject", Resource: objects, Condition };
  const list = { Sid: "List", Effect: "Allow", Principal, Action: "s3:ListBucket", Resource: bucket.arn, Condition };
  bucketPolicy(name, shelf, [read, list], parent);
}
