import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const beside = (rules: unknown, type = "") => ({
  type: `aws:s3/bucketServerSideEncryptionConfiguration${type}:BucketServerSideEncryptionConfiguration${type}`,
  props: { bucket: "shop", rules },
});
const by = (sseAlgorithm: unknown, props: object = {}) => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm },
  ...props,
});
const bucket = (rule: unknown) => ({
  type: "aws:s3/bucket:Bucket",
  props: { serverSideEncryptionConfiguration: { rule } },
});

export const examples: Examples = {
  denied: [
    {
      title: "KMS without a bucket key, beside the bucket",
      resources: {
        a: beside([by("aws:kms")]),
        b: beside([by("aws:kms", { bucketKeyEnabled: false })], "V2"),
      },
      says: {
        a: "rules[0].bucketKeyEnabled is not set; set it to true",
        b: "rules[0].bucketKeyEnabled is false; set it to true",
      },
    },
    {
      title: "KMS without a bucket key, in the bucket itself",
      resources: {
        a: bucket(by("aws:kms")),
        b: {
          type: "aws:s3/bucketV2:BucketV2",
          props: {
            serverSideEncryptionConfigurations: [
              { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms" }] }] },
            ],
          },
        },
      },
      says: {
        a: "serverSideEncryptionConfiguration.rule.bucketKeyEnabled is not set",
        b: "serverSideEncryptionConfigurations[0].rules[0].bucketKeyEnabled is not set",
      },
    },
  ],
  allowed: [
    {
      title: "KMS with a bucket key",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        a: beside([
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("key", "arn") },
            bucketKeyEnabled: "true",
          },
        ]),
        b: bucket(by("aws:kms", { bucketKeyEnabled: true })),
      },
    },
    {
      title: "encryption that has no bucket key: of S3's own, or in two layers",
      resources: { a: beside([by("AES256")]), b: beside([by("aws:kms:dsse")]), c: bucket(undefined) },
    },
  ],
  undecided: [
    {
      title: "rules, an algorithm or a bucket key that is not known",
      resources: {
        rules: beside(UNKNOWN),
        algorithm: beside([by(UNKNOWN)]),
        key: beside([by("aws:kms", { bucketKeyEnabled: UNKNOWN })]),
      },
      says: { rules: "rules", algorithm: "its sseAlgorithm", key: "rules[0].bucketKeyEnabled" },
    },
  ],
};
