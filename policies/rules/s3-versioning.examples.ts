import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const versioning = (of: unknown, status: unknown, type = "aws:s3/bucketVersioning:BucketVersioning") => ({
  type,
  props: { bucket: of, versioningConfiguration: { status } },
});

export const examples: Examples = {
  denied: [
    {
      title: "buckets without a word of versions",
      resources: { shop: bucket(), old: bucket({}, "aws:s3/bucketV2:BucketV2") },
      says: { shop: 'it keeps no versions; add a BucketVersioning with status "Enabled"', old: "it keeps no versions" },
    },
    {
      title: "versions that are suspended, or another bucket's",
      resources: {
        shop: bucket(),
        suspended: versioning(ref("shop"), "Suspended"),
        inside: bucket({ versioning: { enabled: false } }),
        logs: bucket(),
        other: versioning("elsewhere", "Enabled"),
      },
      says: { shop: "it keeps no versions", inside: "it keeps no versions", logs: "it keeps no versions" },
    },
    {
      title: "a bucket whose tags are not among the exempt",
      settings: { exemptTags: ["content=logs"] },
      resources: { shop: bucket({ tags: { content: "orders" } }) },
      says: { shop: "it keeps no versions" },
    },
  ],
  allowed: [
    {
      title: "buckets that keep versions, by themselves or by a resource beside them",
      resources: {
        shop: bucket(),
        versions: versioning(ref("shop"), "Enabled"),
        twin: bucket({}, "aws:s3/bucketV2:BucketV2"),
        twins: versioning(ref("twin", "bucket"), "Enabled", "aws:s3/bucketVersioningV2:BucketVersioningV2"),
        inside: bucket({ versioning: { enabled: true } }),
        old: bucket({ versionings: [{ enabled: "true" }] }, "aws:s3/bucketV2:BucketV2"),
        made: bucket({ versioning: { enabled: false } }),
        later: versioning(ref("made"), "Enabled"),
      },
    },
    {
      title: "a bucket that locks its objects, for which AWS turns on versions",
      resources: { vault: bucket({ objectLockEnabled: true }) },
    },
    {
      title: "a bucket with an exempt tag, its own or the provider's",
      settings: { exemptTags: ["content=logs", "scratch"] },
      provider: { defaultTags: { tags: { stage: "dev" } } },
      resources: { logs: bucket({ tags: { content: "logs" } }), tmp: bucket({ tags: { scratch: "" } }) },
    },
    {
      title: "a directory bucket, which has no versions",
      resources: { fast: bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket") },
    },
  ],
  undecided: [
    {
      title: "a status that is not known, and versions of one bucket or another",
      resources: {
        shop: bucket(),
        versions: versioning(ref("shop"), ref("shop", "accelerationStatus")),
        a: bucket(),
        b: bucket(),
        either: versioning([ref("a"), ref("b")], "Enabled"),
      },
      says: {
        shop: "its versioning is not known yet",
        a: "its versioning is not known yet",
        b: "its versioning is not known yet",
      },
    },
    {
      title: "a tag that is not known",
      settings: { exemptTags: ["content=logs"] },
      resources: { shop: bucket({ tags: { content: ref("other") } }), other: bucket({ objectLockEnabled: true }) },
      says: { shop: "tags is not known yet" },
    },
  ],
};
