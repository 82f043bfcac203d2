import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const versioning = (of: unknown, rest: object = {}, type = "aws:s3/bucketVersioning:BucketVersioning") => ({
  type,
  props: { bucket: of, versioningConfiguration: { status: "Enabled", ...rest } },
});
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "versions that anyone with the permission deletes",
      resources: {
        shop: bucket(),
        versions: versioning(ref("shop")),
        off: bucket(),
        without: versioning(ref("off"), { mfaDelete: "Disabled" }),
        inside: bucket({ versioning: { enabled: true } }),
        old: bucket({ versionings: [{ enabled: true, mfaDelete: false }] }, "aws:s3/bucketV2:BucketV2"),
        locked: bucket({ objectLockEnabled: true }),
      },
      says: {
        shop: 'its versions are deleted without MFA; set mfaDelete to "Enabled"',
        off: "its versions are deleted without MFA",
        inside: "its versions are deleted without MFA",
        old: "its versions are deleted without MFA",
        locked: "its versions are deleted without MFA",
      },
    },
  ],
  allowed: [
    {
      title: "versions that are deleted with MFA",
      resources: {
        shop: bucket(),
        versions: versioning(ref("shop"), { mfaDelete: "Enabled" }),
        twin: bucket(),
        twins: versioning(ref("twin"), { mfaDelete: "Enabled" }, "aws:s3/bucketVersioningV2:BucketVersioningV2"),
        inside: bucket({ versioning: { enabled: true, mfaDelete: true } }),
      },
    },
    {
      title: "a bucket without versions, and one with lifecycle rules, which do not go with it",
      resources: {
        none: bucket(),
        shop: bucket(),
        versions: versioning(ref("shop")),
        rules: {
          type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          props: { bucket: ref("shop"), rules: [{ id: "expire", status: "Enabled", expiration: { days: 90 } }] },
        },
      },
    },
  ],
  undecided: [
    {
      title: "MFA or a status that is not known",
      resources: {
        key,
        shop: bucket(),
        versions: versioning(ref("shop"), { mfaDelete: ref("key", "description") }),
        other: bucket(),
        maybe: versioning(ref("other"), { status: ref("key", "description") }),
      },
      says: { shop: "its versioning is not known yet", other: "its versioning is not known yet" },
    },
  ],
};
