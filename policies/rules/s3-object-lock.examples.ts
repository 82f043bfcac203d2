import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const lock = (of: unknown, type = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration") => ({
  type,
  props: { bucket: of, rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } } },
});
const tags = { tags: ["content=backups", "legal"] };

export const examples: Examples = {
  denied: [
    {
      title: "buckets that say nothing, or no",
      resources: {
        shop: bucket(),
        off: bucket({ objectLockEnabled: "false", objectLockConfiguration: {} }),
        old: bucket({}, "aws:s3/bucketV2:BucketV2"),
      },
      says: {
        shop: "it does not lock its objects; set objectLockEnabled to true",
        off: "it does not lock its objects",
        old: "it does not lock its objects",
      },
    },
    {
      title: "a bucket with one of the tags",
      settings: tags,
      resources: { backups: bucket({ tags: { content: "backups" } }), shop: bucket({ tags: { content: "orders" } }) },
      says: { backups: "it does not lock its objects" },
    },
  ],
  allowed: [
    {
      title: "buckets that lock, by themselves or by a resource beside them",
      resources: {
        own: bucket({ objectLockEnabled: true }),
        inside: bucket({ objectLockConfiguration: { objectLockEnabled: "Enabled" } }),
        shop: bucket(),
        beside: lock(ref("shop")),
        twin: bucket(),
        twins: lock(ref("twin"), "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"),
      },
    },
    {
      title: "a bucket without the tags, and a directory bucket, which has no locks",
      settings: tags,
      resources: {
        shop: bucket(),
        legal: bucket({ tags: { legal: "" }, objectLockEnabled: "true" }),
        fast: bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket"),
      },
    },
  ],
  undecided: [
    {
      title: "a lock of one bucket or another",
      resources: { a: bucket(), b: bucket(), either: lock([ref("a"), ref("b")]) },
      says: { a: "its object lock is not known yet", b: "its object lock is not known yet" },
    },
    {
      title: "a tag that is not known",
      settings: tags,
      resources: { shop: bucket({ tags: { content: ref("other") } }), other: bucket() },
      says: { shop: "tags is not known yet" },
    },
  ],
};
