import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { stated } from "../facts/stated";
import { hasTag } from "../facts/tags";
import { allOf, anyOf, known, not } from "../facts/three-valued";
import { asBoolean, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const s3ObjectLock = rule({
  name: "s3-object-lock",
  displayName: "Buckets lock their objects",
  description: "Every bucket, or every bucket with one of some tags, can lock its objects against deletion.",
  why: "What the law or an audit wants kept can otherwise be deleted or overwritten, by mistake or by an intruder with an administrator's rights.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-15",
  remediationSteps:
    "Set objectLockEnabled of the bucket to true, and add an aws.s3.BucketObjectLockConfiguration with the retention.",
  controls: { fsbp: ["S3.15"] },
  settings: {
    tags: texts([], "Tags of the buckets that must lock, as `key=value`, or `key` for any value; none asks it of all."),
  },
  types: [],
  subjects: [bucketType],
  stack({ stack, settings: { tags }, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const locks = anyOf([
        known(asBoolean(at(stated(bucket).props, "objectLockEnabled")), (isEnabled) => isEnabled === true),
        someStated(statedOf(stack, bucket, "objectLock"), (lock) =>
          known(asText(at(lock, "objectLockEnabled")), (text) => (text ?? "Enabled") === "Enabled"),
        ),
      ]);
      const isBroken = allOf([tags.length === 0 || hasTag(bucket, tags), not(locks)]);
      if (isBroken === true) on(bucket).deny("it does not lock its objects; set objectLockEnabled to true");
      else if (isBroken === UNKNOWN) on(bucket).undecided(locks === UNKNOWN ? "its object lock" : "tags");
    }
  },
});
