import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const key = { type: "aws:kms/key:Key", props: { enableKeyRotation: true } };
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1a2b";
const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const encryption = (by: object | undefined, of: unknown = "acme-shop") => ({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  props: { bucket: of, rules: [{ applyServerSideEncryptionByDefault: by, bucketKeyEnabled: true }] },
});
const inside = (by: object) => ({
  serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: by } },
});
const insideV2 = (by: object) => ({
  serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [by] }] }],
});
const requireStated = { requireStated: true };

export const examples: Examples = {
  denied: [
    {
      title: "a KMS key beside an algorithm that does not use it, in each place",
      resources: {
        beside: encryption({ sseAlgorithm: "AES256", kmsMasterKeyId: keyArn }),
        shop: bucket(inside({ kmsMasterKeyId: keyArn })),
        old: bucket(insideV2({ sseAlgorithm: "AES256", kmsMasterKeyId: keyArn }), "aws:s3/bucketV2:BucketV2"),
      },
      says: {
        beside:
          'rules[0].applyServerSideEncryptionByDefault.sseAlgorithm is "AES256", which uses no kmsMasterKeyId; set it to "aws:kms"',
        shop: "serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm is not set",
        old: 'serverSideEncryptionConfigurations[0].rules[0].applyServerSideEncryptionByDefaults[0].sseAlgorithm is "AES256"',
      },
    },
    {
      title: "algorithms that S3 does not know",
      resources: {
        beside: encryption({ sseAlgorithm: "AES-256" }),
        named: encryption({ sseAlgorithm: "kms", kmsMasterKeyId: keyArn }),
        shop: bucket(inside({ sseAlgorithm: "" })),
      },
      says: {
        beside: 'is "AES-256", which S3 does not know; set it to "AES256"',
        named: 'is "kms", which uses no kmsMasterKeyId; set it to "aws:kms"',
        shop: 'is "", which S3 does not know; set it to "AES256"',
      },
    },
    {
      title: "a bucket without a word where its encryption must be stated",
      settings: requireStated,
      resources: { shop: bucket(), empty: bucket(), beside: encryption(undefined, ref("empty")) },
      says: {
        shop: "it does not state its encryption; add a BucketServerSideEncryptionConfiguration",
        empty: "it does not state its encryption",
      },
      beyondRemedy: ["shop", "empty"],
    },
  ],
  allowed: [
    {
      title: "a bucket that leaves its encryption to S3",
      resources: { shop: bucket(), beside: encryption(undefined) },
    },
    {
      title: "each algorithm of S3, with a key where it uses one",
      resources: {
        key,
        own: encryption({ sseAlgorithm: "AES256", kmsMasterKeyId: "" }),
        kms: encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("key", "arn") }),
        twice: bucket(inside({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: ref("key", "arn") })),
        awsKey: bucket(insideV2({ sseAlgorithm: "aws:kms" }), "aws:s3/bucketV2:BucketV2"),
      },
    },
    {
      title: "buckets that state their encryption where they must, themselves or beside them",
      settings: requireStated,
      resources: {
        shop: bucket(),
        beside: encryption({ sseAlgorithm: "AES256" }, ref("shop")),
        own: bucket(inside({ sseAlgorithm: "AES256" })),
        old: bucket(insideV2({ sseAlgorithm: "aws:kms" }), "aws:s3/bucketV2:BucketV2"),
      },
    },
  ],
  undecided: [
    {
      title: "an algorithm, a key or a list that is not known",
      resources: {
        key,
        beside: encryption({ sseAlgorithm: UNKNOWN }),
        keyed: encryption({ sseAlgorithm: "AES256", kmsMasterKeyId: ref("key", "arn") }),
        shop: bucket({ serverSideEncryptionConfiguration: UNKNOWN }),
      },
      says: {
        beside: "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm is not known yet",
        keyed: "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId is not known yet",
        shop: "serverSideEncryptionConfiguration is not known yet",
      },
    },
    {
      title: "a bucket that must state its encryption, which may be another's",
      settings: requireStated,
      resources: {
        shop: bucket(),
        logs: bucket(),
        beside: encryption({ sseAlgorithm: "AES256" }, [ref("shop"), ref("logs")]),
      },
      says: { shop: "its encryption is not known yet", logs: "its encryption" },
    },
  ],
};
