import { type Examples, ref } from "../examples";

const key = { type: "aws:kms/key:Key", props: { enableKeyRotation: true } };
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1a2b";
const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const encryption = (of: unknown, by: object, rest: object = { bucketKeyEnabled: true }) => ({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  props: { bucket: of, rules: [{ applyServerSideEncryptionByDefault: by, ...rest }] },
});
const kms = (kmsMasterKeyId: unknown) => ({ sseAlgorithm: "aws:kms", kmsMasterKeyId });
const aes = { sseAlgorithm: "AES256" };

export const examples: Examples = {
  denied: [
    {
      title: "a bucket that leaves it to S3, or states AES256",
      resources: { shop: bucket(), other: bucket(), beside: encryption(ref("other"), aes) },
      says: {
        shop: 'its encryption is left to S3; state sseAlgorithm "aws:kms" with a kmsMasterKeyId',
        other: 'sseAlgorithm is "AES256"; set it to "aws:kms" with a kmsMasterKeyId',
      },
    },
    {
      title: "KMS without a key of the account",
      resources: {
        silent: bucket(),
        a: encryption(ref("silent"), kms("")),
        byAws: bucket(),
        b: encryption(ref("byAws"), kms("arn:aws:kms:eu-west-1:111122223333:alias/aws/s3")),
      },
      says: { silent: "kmsMasterKeyId is not set; name a KMS key of the account", byAws: "a key that AWS keeps" },
    },
    {
      title: "a key that is not one of the list",
      settings: { keyIds: ["alias/shop"] },
      resources: { shop: bucket(), beside: encryption(ref("shop"), kms(keyArn)) },
      says: { shop: `kmsMasterKeyId is "${keyArn}", which is not one of keyIds` },
    },
    {
      title: "a key without a bucket key",
      resources: {
        shop: bucket(),
        beside: encryption(ref("shop"), kms(keyArn), {}),
        old: bucket(
          {
            serverSideEncryptionConfigurations: [
              { rules: [{ applyServerSideEncryptionByDefaults: [kms(keyArn)], bucketKeyEnabled: false }] },
            ],
          },
          "aws:s3/bucketV2:BucketV2",
        ),
      },
      says: { shop: "bucketKeyEnabled is not set; set it to true", old: "bucketKeyEnabled is false" },
    },
  ],
  allowed: [
    {
      title: "keys of the account, itself or beside it",
      resources: {
        key,
        shop: bucket(),
        beside: encryption(ref("shop"), kms(ref("key", "arn"))),
        own: bucket({
          serverSideEncryptionConfiguration: {
            rule: { applyServerSideEncryptionByDefault: kms(keyArn), bucketKeyEnabled: "true" },
          },
        }),
      },
    },
    {
      title: "two layers of encryption, for which there are no bucket keys",
      resources: {
        shop: bucket(),
        beside: encryption(ref("shop"), { sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: keyArn }, {}),
      },
    },
    {
      title: "buckets for the access logs of S3 and of load balancers, which admit no KMS",
      resources: {
        logs: bucket(),
        beside: encryption(ref("logs"), aes),
        web: {
          type: "aws:lb/loadBalancer:LoadBalancer",
          props: { accessLogs: { bucket: ref("logs"), enabled: true } },
        },
        accesses: bucket(),
        logging: {
          type: "aws:s3/bucketLogging:BucketLogging",
          props: { bucket: "acme-shop", targetBucket: ref("accesses"), targetPrefix: "" },
        },
      },
    },
  ],
  undecided: [
    {
      title: "an algorithm that is not known, or a key that may be one of the list",
      settings: { keyIds: [keyArn] },
      resources: {
        key,
        shop: bucket(),
        beside: encryption(ref("shop"), kms(ref("key", "arn"))),
        other: bucket(),
        chosen: encryption(ref("other"), { sseAlgorithm: ref("key", "description"), kmsMasterKeyId: keyArn }),
      },
      says: { shop: "its encryption is not known yet", other: "its encryption is not known yet" },
    },
  ],
};
