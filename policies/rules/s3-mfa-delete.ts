import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { isVersioned } from "../facts/bucket-versioning";
import { allOf, known, not } from "../facts/three-valued";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const s3MfaDelete = rule({
  name: "s3-mfa-delete",
  displayName: "Versions are deleted with MFA alone",
  description:
    "A bucket that keeps versions lets nobody delete one without multi-factor authentication; a bucket with lifecycle rules is left out, for AWS does not admit both.",
  why: "Stolen credentials alone then cannot destroy the versions from which the bucket would be restored.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-20",
  remediationSteps:
    'Set versioningConfiguration.mfaDelete of the aws.s3.BucketVersioning to "Enabled", with the MFA device of the root user in mfa.',
  controls: { fsbp: ["S3.20"], cis: ["3.1.2"] },
  types: [],
  subjects: [bucketType],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const isBroken = allOf([
        isVersioned(stack, bucket),
        not(someStated(statedOf(stack, bucket, "lifecycle"), () => true)),
        not(someStated(statedOf(stack, bucket, "versioning"), needsMfa)),
      ]);
      if (isBroken === true) on(bucket).deny('its versions are deleted without MFA; set mfaDelete to "Enabled"');
      else if (isBroken === UNKNOWN) on(bucket).undecided("its versioning");
    }
  },
});

/** Text beside the bucket, a boolean inside it. */
function needsMfa(versioning: unknown) {
  return known(at(versioning, "mfaDelete"), (value) => value === "Enabled" || value === true || value === "true");
}
