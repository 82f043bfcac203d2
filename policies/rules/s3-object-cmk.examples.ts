import { type Examples, ref } from "../examples";

const key = { type: "aws:kms/key:Key", props: { enableKeyRotation: true } };
const bucket = { type: "aws:s3/bucket:Bucket", props: {} };
const object = (props: object, type = "bucketObjectv2:BucketObjectv2") => ({
  type: `aws:s3/${type}`,
  props: { bucket: "acme-shop", key: "a", ...props },
});
const encryption = (of: unknown, by: object) => ({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  props: { bucket: of, rules: [{ applyServerSideEncryptionByDefault: by }] },
});
const kms = { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("key", "arn") };

export const examples: Examples = {
  denied: [
    {
      title: "objects and copies without a key",
      resources: {
        new: object({}),
        old: object({}, "bucketObject:BucketObject"),
        copy: object({ source: "acme-shop/b" }, "objectCopy:ObjectCopy"),
      },
      says: {
        new: "kmsKeyId is not set; name a KMS key of the account",
        old: "kmsKeyId is not set",
        copy: "kmsKeyId is not set",
      },
    },
    {
      title: "an object in a bucket that S3 encrypts with its own keys",
      resources: {
        shop: bucket,
        own: encryption(ref("shop"), { sseAlgorithm: "AES256" }),
        index: object({ bucket: ref("shop") }),
      },
      says: { index: "kmsKeyId is not set" },
    },
    {
      title: "an object that does without its bucket's key, and one with a key that AWS keeps",
      resources: {
        key,
        shop: bucket,
        own: encryption(ref("shop"), kms),
        plain: object({ bucket: ref("shop"), serverSideEncryption: "AES256" }),
        byAws: object({ bucket: ref("shop"), kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3" }),
      },
      says: { plain: "kmsKeyId is not set", byAws: "a key that AWS keeps; name a KMS key of the account" },
    },
  ],
  allowed: [
    {
      title: "an object with a key",
      resources: {
        key,
        index: object({ kmsKeyId: ref("key", "arn") }),
        copy: object({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1a2b" }, "objectCopy:ObjectCopy"),
      },
    },
    {
      title: "an object in a bucket with a key",
      resources: { key, shop: bucket, own: encryption(ref("shop"), kms), index: object({ bucket: ref("shop") }) },
    },
  ],
  undecided: [
    {
      title: "an object in one of two buckets with one encryption",
      resources: {
        ...{ key, shop: bucket, other: bucket },
        own: encryption([ref("shop"), ref("other")], kms),
        index: object({ bucket: ref("shop") }),
      },
      says: { index: "the encryption of its bucket is not known yet" },
    },
  ],
};
