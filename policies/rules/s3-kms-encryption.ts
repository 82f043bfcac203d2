import { defaultEncryption, kmsAlgorithms } from "../facts/bucket-encryption";
import { bucketType, parts, someStated, statedOf } from "../facts/bucket-parts";
import { keyFault, keySettings } from "../facts/customer-keys";
import { logWriters } from "../facts/log-buckets";
import { shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

/**
 * S3's own access logs and those of load balancers reach no bucket that KMS encrypts by default.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const plainWriters = [
  parts.logging.type,
  bucketType,
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:elb/loadBalancer:LoadBalancer",
];

export const s3KmsEncryption = rule({
  name: "s3-kms-encryption",
  displayName: "Buckets are encrypted with a key of your own",
  description:
    "Every bucket encrypts by default with a KMS key of the account, through a bucket key; buckets for access logs, which admit none, are left out.",
  why: "Reading an object then takes the right to use the key as well, so that a bucket that is opened by mistake gives nothing away.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-17",
  remediationSteps:
    'Add an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm "aws:kms", a kmsMasterKeyId, and bucketKeyEnabled true.',
  controls: { fsbp: ["S3.17"] },
  settings: keySettings,
  types: [],
  subjects: [bucketType],
  stack({ stack, settings, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const encryption = statedOf(stack, bucket, "encryption");
      const isKept = someStated(encryption, (stated) => {
        const fault = faultOf(stated, settings.keyIds);
        return fault === UNKNOWN ? UNKNOWN : fault === undefined;
      });
      const writers = logWriters(stack, bucket);
      if (isKept === true || plainWriters.some((type) => writers.has(type))) continue;
      const [fault] = encryption.values.map((stated) => faultOf(stated, settings.keyIds));
      if (isKept === UNKNOWN) on(bucket).undecided("its encryption");
      else if (typeof fault === "string") on(bucket).deny(fault);
      else on(bucket).deny('its encryption is left to S3; state sseAlgorithm "aws:kms" with a kmsMasterKeyId');
    }
  },
});

/** What is wrong with the encryption that a rule states; undefined when nothing is. */
function faultOf(stated: unknown, keyIds: readonly string[]): string | Unknown | undefined {
  const { algorithm, key, hasBucketKey } = defaultEncryption(stated);
  if (algorithm === UNKNOWN) return UNKNOWN;
  if (algorithm === undefined || !kmsAlgorithms.includes(algorithm)) {
    return `sseAlgorithm is ${shown(algorithm)}; set it to "aws:kms" with a kmsMasterKeyId`;
  }
  const fault = keyFault(key, keyIds);
  if (fault !== undefined) return fault === UNKNOWN ? UNKNOWN : `kmsMasterKeyId ${fault}`;
  // There are no bucket keys for two layers: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingDSSEncryption.html
  if (algorithm !== "aws:kms" || hasBucketKey === true) return undefined;
  return hasBucketKey === UNKNOWN ? UNKNOWN : `bucketKeyEnabled is ${shown(hasBucketKey)}; set it to true`;
}
