import { bucketType } from "../facts/bucket-parts";
import { isVersioned } from "../facts/bucket-versioning";
import { hasTag } from "../facts/tags";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const s3Versioning = rule({
  name: "s3-versioning",
  displayName: "Buckets keep versions",
  description:
    "Every bucket keeps the earlier versions of its objects, so that what is overwritten or deleted is not lost.",
  why: "Who overwrites or deletes an object otherwise takes the only copy.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14",
  remediationSteps:
    'Add an aws.s3.BucketVersioning for the bucket with versioningConfiguration.status "Enabled", and a lifecycle rule that expires noncurrent versions.',
  controls: { fsbp: ["S3.14"] },
  settings: {
    exemptTags: texts(
      [],
      "Tags of buckets that need no versions, such as those for logs, as `key=value`, or `key` for any value.",
    ),
  },
  types: [],
  subjects: [bucketType],
  stack({ stack, settings: { exemptTags }, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const keepsVersions = isVersioned(stack, bucket);
      const isExempt = hasTag(bucket, exemptTags);
      const { deny, undecided } = on(bucket);
      if (keepsVersions === true || isExempt === true) continue;
      if (keepsVersions === UNKNOWN) undecided("its versioning");
      else if (isExempt === UNKNOWN) undecided("tags");
      else deny('it keeps no versions; add a BucketVersioning with status "Enabled"');
    }
  },
});
