import { bucketType, directoryBucketType, someStated, statedOf } from "../facts/bucket-parts";
import { isVersioned } from "../facts/bucket-versioning";
import { anyOf, known } from "../facts/three-valued";
import { asBoolean, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const s3Lifecycle = rule({
  name: "s3-lifecycle",
  displayName: "Buckets have lifecycle rules",
  description:
    "Every general purpose or directory bucket has a lifecycle rule that is on, so that what nobody needs any more moves to a cheaper class or goes.",
  why: "Without one a bucket only grows, and what nobody has looked at for years costs as much as what is new.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13",
  remediationSteps:
    "Add an aws.s3.BucketLifecycleConfiguration for the bucket; where the bucket keeps versions, let a rule expire the noncurrent ones.",
  controls: { fsbp: ["S3.10", "S3.13", "S3.25"] },
  types: [],
  subjects: [bucketType, directoryBucketType],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType, directoryBucketType)) {
      const isKept = someStated(statedOf(stack, bucket, "lifecycle"), (lifecycle) =>
        anyOf([
          known(asText(at(lifecycle, "status")), (status) => status === "Enabled"),
          known(asBoolean(at(lifecycle, "enabled")), (isEnabled) => isEnabled === true),
        ]),
      );
      if (isKept === UNKNOWN) on(bucket).undecided("its lifecycle");
      else if (!isKept) {
        // S3.10 is about buckets that keep versions alone.
        const broken = isVersioned(stack, bucket) === false ? { fsbp: ["S3.13", "S3.25"] } : undefined;
        on(bucket).deny("it has no lifecycle rule that is on; add a BucketLifecycleConfiguration", broken);
      }
    }
  },
});
