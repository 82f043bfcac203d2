import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const rule = (to: unknown, status: unknown = "Enabled") => ({ id: "all", status, destination: { bucket: to } });
const replication = (of: unknown, ...rules: object[]) => ({
  type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  props: { bucket: of, role: "arn:aws:iam::111122223333:role/replication", rules },
});
const far = "arn:aws:s3:::acme-far";

export const examples: Examples = {
  denied: [
    {
      title: "buckets without replicas",
      resources: {
        shop: bucket(),
        old: bucket({}, "aws:s3/bucketV2:BucketV2"),
        off: bucket(),
        rules: replication(ref("off"), rule(far, "Disabled")),
      },
      says: {
        shop: "it is not replicated; add a BucketReplicationConfig with an enabled rule",
        old: "it is not replicated",
        off: "it is not replicated",
      },
    },
    {
      title: "a bucket with one of the tags",
      settings: { tags: ["critical"] },
      resources: { orders: bucket({ tags: { critical: "yes" } }), tmp: bucket() },
      says: { orders: "it is not replicated" },
    },
  ],
  allowed: [
    {
      title: "buckets with replicas, and the buckets that take them",
      resources: {
        shop: bucket(),
        copy: bucket(),
        rules: replication(ref("shop"), rule(far, "Disabled"), rule(ref("copy", "arn"))),
        inside: bucket({ replicationConfiguration: { role: "r", rules: [rule(far)] } }),
        old: bucket(
          { replicationConfigurations: [{ rules: [{ status: "Enabled", destinations: [{ bucket: far }] }] }] },
          "aws:s3/bucketV2:BucketV2",
        ),
        named: bucket({ bucket: "acme-far" }),
      },
    },
    {
      title: "a bucket without the tags, and a directory bucket, which has no replicas",
      settings: { tags: ["critical"] },
      resources: {
        tmp: bucket({ tags: { critically: "" } }),
        fast: bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket"),
      },
    },
  ],
  undecided: [
    {
      title: "a rule of one bucket or another",
      resources: { a: bucket(), b: bucket(), rules: replication([ref("a"), ref("b")], rule(far)) },
      says: { a: "its replication is not known yet", b: "its replication is not known yet" },
    },
    {
      title: "a tag that is not known",
      settings: { tags: ["critical=yes"] },
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        shop: bucket({ tags: { critical: ref("key") } }),
      },
      says: { shop: "tags is not known yet" },
    },
  ],
};
