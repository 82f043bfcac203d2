import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const bucket = { type: "aws:s3/bucket:Bucket", props: { tags: { Name: "shop" } } };
const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = (of: unknown, flags: object = closed) => ({
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  props: { bucket: of, ...flags },
});
const account = (flags: object) => ({
  type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  props: { ...flags },
});
const acceptAccountBlock = { acceptAccountBlock: true };

export const examples: Examples = {
  denied: [
    {
      title: "a bucket without a block, beside one that has it",
      resources: {
        shop: bucket,
        logs: bucket,
        old: { ...bucket, type: "aws:s3/bucketV2:BucketV2" },
        block: block(ref("logs")),
      },
      says: {
        shop: "it has no public access block; add a BucketPublicAccessBlock with all flags true",
        old: "it has no public access block",
      },
      beyondRemedy: ["shop", "old"],
    },
    {
      title: "flags that are false, or not set and so false",
      resources: {
        shop: bucket,
        block: block(ref("shop"), { blockPublicAcls: true, blockPublicPolicy: false, ignorePublicAcls: "true" }),
        logs: bucket,
        other: block(ref("logs"), { ...closed, restrictPublicBuckets: "false" }),
      },
      says: {
        block: "blockPublicPolicy is false, restrictPublicBuckets is not set; set all four to true",
        other: 'restrictPublicBuckets is "false"; set it to true',
      },
    },
    {
      title: "a block of the account, which is not accepted",
      resources: { shop: bucket, account: account(closed) },
      says: { shop: "it has no public access block" },
      beyondRemedy: ["shop"],
    },
    {
      title: "a block of the account that is accepted, but has an open flag",
      settings: acceptAccountBlock,
      resources: {
        shop: bucket,
        logs: bucket,
        block: block(ref("logs"), { ...closed, blockPublicPolicy: false }),
        account: account({ ...closed, blockPublicPolicy: false }),
      },
      says: { shop: "it has no public access block", logs: "it has no public access block" },
      beyondRemedy: ["shop", "logs"],
    },
  ],
  allowed: [
    { title: "a bucket with a block", resources: { shop: bucket, block: block(ref("shop")) } },
    {
      title: "a bucket that the block knows by the name from another of its parts",
      resources: {
        shop: bucket,
        versions: {
          type: "aws:s3/bucketVersioning:BucketVersioning",
          props: { bucket: ref("shop"), versioningConfiguration: { status: "Enabled" } },
        },
        block: block(ref("versions", "bucket")),
      },
    },
    {
      title: "a bucket whose name is written by hand",
      resources: {
        shop: { ...bucket, props: { bucket: "acme-shop" } },
        block: block("acme-shop"),
      },
    },
    {
      title: "a block of the account that is accepted",
      settings: acceptAccountBlock,
      resources: {
        shop: bucket,
        logs: bucket,
        block: block(ref("logs"), { blockPublicAcls: true }),
        account: account(closed),
      },
    },
    {
      title: "a directory bucket, which is never public",
      resources: {
        fast: { type: "aws:s3/directoryBucket:DirectoryBucket", props: { bucket: "fast--euw1-az1--x-s3" } },
      },
    },
  ],
  undecided: [
    {
      title: "a flag that is not known",
      resources: { shop: bucket, block: block(ref("shop"), { ...closed, ignorePublicAcls: UNKNOWN }) },
      says: { block: "one of its four flags is not known yet" },
    },
    {
      title: "a block for one of two buckets",
      resources: { shop: bucket, logs: bucket, block: block([ref("shop"), ref("logs")]) },
      says: { shop: "its public access block is not known yet", logs: "its public access block" },
    },
    {
      title: "a block of the account that is accepted, of which a flag is not known",
      settings: acceptAccountBlock,
      resources: {
        shop: bucket,
        logs: bucket,
        account: account({ ...closed, ignorePublicAcls: ref("logs") }),
      },
      says: { shop: "its public access block", logs: "its public access block" },
    },
  ],
};
