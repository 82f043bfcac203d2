import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const directory = bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket");
const expire = (status: unknown) => ({ id: "expire", status, filter: { prefix: "" }, expiration: { days: 90 } });
const lifecycle = (
  of: unknown,
  rules: unknown[],
  type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
) => ({ type, props: { bucket: of, rules } });

export const examples: Examples = {
  denied: [
    {
      title: "buckets without rules",
      resources: { shop: bucket(), old: bucket({}, "aws:s3/bucketV2:BucketV2"), fast: directory },
      says: {
        shop: "it has no lifecycle rule that is on; add a BucketLifecycleConfiguration",
        old: "it has no lifecycle rule",
        fast: "it has no lifecycle rule",
      },
    },
    {
      title: "rules that are off, or none, whether a bucket keeps versions or not",
      resources: {
        kept: bucket({ versioning: { enabled: true } }),
        shop: bucket(),
        off: lifecycle(ref("shop"), [expire("Disabled")]),
        empty: bucket(),
        none: lifecycle(ref("empty"), []),
        inside: bucket({ lifecycleRules: [{ enabled: false, expiration: { days: 90 } }] }),
      },
      says: {
        kept: "it has no lifecycle rule",
        shop: "it has no lifecycle rule",
        empty: "it has no lifecycle rule",
        inside: "it has no lifecycle rule",
      },
    },
  ],
  allowed: [
    {
      title: "buckets with a rule, inside or beside them",
      resources: {
        shop: bucket(),
        rules: lifecycle(ref("shop"), [expire("Disabled"), expire("Enabled")]),
        twin: bucket({}, "aws:s3/bucketV2:BucketV2"),
        twins: lifecycle(
          ref("twin"),
          [expire("Enabled")],
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
        ),
        inside: bucket({ lifecycleRules: [{ enabled: "true", expiration: { days: 90 } }] }),
        fast: directory,
        fastRules: lifecycle("fast--euw1-az1--x-s3", [expire("Enabled")]),
      },
    },
  ],
  undecided: [
    {
      title: "a rule of which it is not known whether it is on, or whose it is",
      resources: {
        key: { type: "aws:kms/key:Key", props: { isEnabled: true } },
        shop: bucket(),
        rules: lifecycle(ref("shop"), [expire(ref("key", "description"))]),
        inside: bucket({ lifecycleRules: [{ enabled: ref("key", "isEnabled") }] }),
        a: bucket(),
        b: bucket(),
        either: lifecycle([ref("a"), ref("b")], [expire("Enabled")]),
      },
      says: {
        shop: "its lifecycle is not known yet",
        inside: "its lifecycle is not known yet",
        a: "its lifecycle is not known yet",
        b: "its lifecycle is not known yet",
      },
    },
  ],
};
