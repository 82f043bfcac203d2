import type { Examples } from "../examples";

const resource = (type: string) => ({ type, props: {} });

export const examples: Examples = {
  denied: [
    {
      title: "a type that is denied, by name and by pattern",
      resources: { key: resource("aws:iam/accessKey:AccessKey"), db: resource("aws:rds/instance:Instance") },
      settings: { deny: ["aws:iam/accessKey:AccessKey", "aws:rds/*"] },
      says: {
        key: 'the type aws:iam/accessKey:AccessKey is denied by "aws:iam/accessKey:AccessKey"; use another',
        db: 'denied by "aws:rds/*"',
      },
    },
    {
      title: "a type that is not allowed, or is denied although it is",
      resources: {
        db: resource("aws:rds/instance:Instance"),
        old: resource("aws:ec2/launchConfiguration:LaunchConfiguration"),
      },
      settings: { allow: ["aws:ec2/*"], deny: ["aws:ec2/launchConfiguration:*"] },
      says: { db: "is not among the allowed ones; use another", old: "is denied by" },
    },
    {
      title: "an old spelling of a type that is allowed under its own",
      resources: { old: resource("aws:s3/bucketV2:BucketV2") },
      settings: { allow: ["aws:s3/bucket:Bucket"] },
      says: { old: "the type aws:s3/bucketV2:BucketV2 is not among the allowed ones" },
    },
  ],
  allowed: [
    { title: "any type without lists", resources: { db: resource("aws:rds/instance:Instance") } },
    {
      title: "types of the list, and what is no resource of a cloud",
      resources: {
        vpc: resource("aws:ec2/vpc:Vpc"),
        component: resource("shop:index:Tier"),
        provider: resource("pulumi:providers:aws"),
        stack: resource("pulumi:pulumi:Stack"),
      },
      settings: { allow: ["aws:ec2/*"] },
    },
  ],
  undecided: [],
};
