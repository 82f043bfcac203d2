import { defaultEncryption } from "../facts/bucket-encryption";
import { bucketsNamed, someStated, statedOf } from "../facts/bucket-parts";
import { keyFault } from "../facts/customer-keys";
import { stated } from "../facts/stated";
import { allOf } from "../facts/three-valued";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const objectTypes = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];

export const s3ObjectCmk = rule({
  name: "s3-object-cmk",
  displayName: "Objects are encrypted with a key of your own",
  description:
    "Every object that the stack puts into S3 is encrypted with a KMS key of the account, its own or its bucket's.",
  why: "Reading the object then takes the right to use the key as well, which a bucket opened by mistake does not give.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  remediationSteps: "Set kmsKeyId of the object, or give the bucket a KMS key as its default.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const object of stack.ofType(...objectTypes)) {
      const { props } = stated(object);
      const key = asText(at(props, "kmsKeyId"));
      const fault = keyFault(key, []);
      const byBucket =
        key === undefined && at(props, "serverSideEncryption") !== "AES256" && bucketHasKey(stack, object);
      if (byBucket === UNKNOWN) on(object).undecided("the encryption of its bucket");
      else if (!byBucket && typeof fault === "string") on(object).deny(`kmsKeyId ${fault}`);
    }
  },
});

/** An object that says nothing is encrypted as its bucket says. */
function bucketHasKey(stack: Stack, object: StackResource): boolean | Unknown {
  const buckets = bucketsNamed(stack, object, "bucket");
  if (buckets === UNKNOWN) return UNKNOWN;
  if (buckets.length === 0) return false;
  return allOf(
    buckets.map((bucket) =>
      someStated(statedOf(stack, bucket, "encryption"), (encryption) => {
        const fault = keyFault(defaultEncryption(encryption).key, []);
        return fault === UNKNOWN ? UNKNOWN : fault === undefined;
      }),
    ),
  );
}
