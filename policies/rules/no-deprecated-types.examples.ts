import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const bucket = (props: Record<string, unknown>) => ({ type: "aws:s3/bucket:Bucket", props });

export const examples: Examples = {
  denied: [
    {
      title: "types that have another name now, or that AWS replaced",
      resources: {
        bucket: { type: "aws:s3/bucketV2:BucketV2", props: {} },
        versions: { type: "aws:s3/bucketVersioningV2:BucketVersioningV2", props: {} },
        old: { type: "aws:ec2/launchConfiguration:LaunchConfiguration", props: { imageId: "ami-1" } },
      },
      says: {
        bucket: "its type is deprecated; use aws.s3.Bucket",
        versions: "use aws.s3.BucketVersioning",
        old: "its type is deprecated; use aws.ec2.LaunchTemplate",
      },
    },
    {
      title: "properties that are resources of their own now",
      resources: { web: bucket({ versioning: { enabled: true }, acl: "private" }) },
      says: {
        web: [
          "versioning is deprecated; use the aws.s3.BucketVersioning resource instead",
          "acl is deprecated; use the aws.s3.BucketAcl resource instead",
        ],
      },
    },
    {
      title: "a deprecated property whatever its value is",
      resources: { web: bucket({ policy: UNKNOWN }) },
      says: { web: "policy is deprecated" },
    },
  ],
  allowed: [
    {
      title: "a bucket whose settings are resources of their own",
      resources: {
        web: bucket({ bucket: "shop", forceDestroy: false }),
        versions: { type: "aws:s3/bucketVersioning:BucketVersioning", props: { bucket: "shop" } },
      },
    },
    {
      title: "types that only look like old ones",
      resources: {
        api: { type: "aws:apigatewayv2/api:Api", props: {} },
        role: { type: "aws:iam/role:Role", props: {} },
      },
    },
  ],
  undecided: [],
};
