import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const logging = (of: unknown, targetBucket: unknown, type = "aws:s3/bucketLogging:BucketLogging") => ({
  type,
  props: { bucket: of, targetBucket, targetPrefix: "" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a bucket that names itself",
      resources: {
        log: logging("acme-shop", "acme-shop"),
        twin: logging("acme-logs", "acme-logs", "aws:s3/bucketLoggingV2:BucketLoggingV2"),
        inside: bucket({ bucket: "acme", logging: { targetBucket: "acme" } }),
        old: bucket({ bucket: "old", loggings: [{ targetBucket: "old" }] }, "aws:s3/bucketV2:BucketV2"),
      },
      says: {
        log: 'targetBucket is "acme-shop", the bucket itself; name another bucket',
        twin: 'targetBucket is "acme-logs", the bucket itself',
        inside: 'targetBucket is "acme", the bucket itself',
        old: 'targetBucket is "old", the bucket itself',
      },
    },
    {
      title: "a bucket of the stack that is its own target",
      resources: { shop: bucket(), log: logging(ref("shop"), ref("shop", "id")) },
      says: { log: "the bucket itself; name another bucket" },
    },
  ],
  allowed: [
    {
      title: "another bucket",
      resources: {
        shop: bucket(),
        logs: bucket(),
        log: logging(ref("shop"), ref("logs")),
        written: logging("acme-shop", "acme-logs"),
        far: logging(ref("logs"), "acme-logs"),
        inside: bucket({ logging: { targetBucket: ref("logs") } }),
      },
    },
  ],
  undecided: [
    {
      title: "a target that is not known",
      resources: {
        suffix: { type: "random:index/randomId:RandomId", props: { byteLength: 4 } },
        ...{ shop: bucket(), logs: bucket() },
        log: logging(ref("shop"), ref("suffix", "hex")),
        other: logging(ref("suffix", "hex"), "acme-logs"),
        either: logging(ref("shop"), [ref("shop"), ref("logs")]),
      },
      says: {
        log: "targetBucket is not known yet",
        other: "bucket is not known yet",
        either: "targetBucket",
      },
    },
  ],
};
