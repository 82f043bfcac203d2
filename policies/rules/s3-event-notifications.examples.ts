import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const notification = (of: unknown, to: object) => ({
  type: "aws:s3/bucketNotification:BucketNotification",
  props: { bucket: of, ...to },
});
const queue = { type: "aws:sqs/queue:Queue", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "buckets that send nothing",
      resources: {
        shop: bucket(),
        old: bucket({}, "aws:s3/bucketV2:BucketV2"),
        off: bucket(),
        none: notification(ref("off"), { eventbridge: false, queues: [] }),
      },
      says: {
        shop: "it sends no events; add a BucketNotification, such as with eventbridge true",
        old: "it sends no events",
        off: "it sends no events",
      },
    },
  ],
  allowed: [
    {
      title: "buckets that send events, wherever to",
      resources: {
        queue,
        a: bucket(),
        bridge: notification(ref("a"), { eventbridge: "true" }),
        b: bucket(),
        queued: notification(ref("b"), { queues: [{ queueArn: ref("queue", "arn"), events: ["s3:ObjectCreated:*"] }] }),
        c: bucket(),
        called: notification(ref("c"), { lambdaFunctions: [{ events: ["s3:ObjectCreated:*"] }] }),
        d: bucket(),
        topics: notification(ref("d"), { topics: [{ topicArn: "arn", events: ["s3:ObjectRemoved:*"] }] }),
      },
    },
    {
      title: "a directory bucket, which sends no events",
      resources: { fast: bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket") },
    },
  ],
  undecided: [
    {
      title: "notifications that are not known, or of one bucket or another",
      resources: {
        queue,
        shop: bucket(),
        maybe: notification(ref("shop"), { eventbridge: ref("queue", "fifoQueue") }),
        ...{ a: bucket(), b: bucket() },
        either: notification([ref("a"), ref("b")], { eventbridge: true }),
      },
      says: {
        shop: "its notification is not known yet",
        a: "its notification is not known yet",
        b: "its notification is not known yet",
      },
    },
  ],
};
