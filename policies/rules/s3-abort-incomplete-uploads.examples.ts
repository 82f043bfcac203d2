import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const lifecycle = (rules: unknown, type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration") => ({
  type,
  props: { bucket: "acme-shop", rules },
});
const abort = (rest: object = {}, daysAfterInitiation: unknown = 7) => ({
  ...{ id: "abort", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation } },
  ...rest,
});
const expire = { id: "expire", status: "Enabled", filter: {}, expiration: { days: 90 } };
const inside = (lifecycleRules: unknown, type = "aws:s3/bucket:Bucket") => ({ type, props: { lifecycleRules } });
const says = "no rule of rules aborts all incomplete uploads within 7 days; set abortIncompleteMultipartUpload";

export const examples: Examples = {
  denied: [
    {
      title: "rules that abort nothing, too late, or while off",
      resources: {
        none: lifecycle([expire]),
        late: lifecycle([expire, abort({}, 30)]),
        off: lifecycle([abort({ status: "Disabled" })]),
        twin: lifecycle([expire], "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2"),
      },
      says: { none: says, late: says, off: says, twin: says },
    },
    {
      title: "rules about a part of the bucket",
      resources: {
        folder: lifecycle([abort({ filter: { prefix: "tmp/" } })]),
        old: lifecycle([abort({ prefix: "tmp/" })]),
        tagged: lifecycle([abort({ filter: { and: { prefix: "", tags: { kind: "tmp" } } } })]),
      },
      says: { folder: says, old: says, tagged: says },
    },
    {
      title: "rules inside the bucket",
      resources: {
        none: inside([{ enabled: true, expiration: { days: 90 } }]),
        folder: inside(
          [{ enabled: true, prefix: "tmp/", abortIncompleteMultipartUploadDays: 1 }],
          "aws:s3/bucketV2:BucketV2",
        ),
      },
      says: {
        none: "no rule of lifecycleRules aborts all incomplete uploads within 7 days; set abortIncompleteMultipartUploadDays",
        folder: "no rule of lifecycleRules",
      },
    },
    {
      title: "a rule that is later than the settings allow",
      settings: { days: 3 },
      resources: { late: lifecycle([abort()]) },
      says: { late: "within 3 days" },
    },
  ],
  allowed: [
    {
      title: "a rule about the whole bucket, however that is said",
      resources: {
        bare: lifecycle([expire, abort({}, "7")]),
        empty: lifecycle([abort({ filter: {} }, 1)]),
        prefix: lifecycle([abort({ filter: { prefix: "", tag: null } }), abort({ filter: { prefix: "tmp/" } }, 30)]),
        inside: inside([{ enabled: "true", prefix: "", abortIncompleteMultipartUploadDays: 7 }]),
      },
    },
    {
      title: "a bucket without rules, of which another policy speaks",
      resources: { shop: { type: "aws:s3/bucket:Bucket", props: {} }, none: lifecycle([]) },
    },
  ],
  undecided: [
    {
      title: "rules, days or a filter that are not known",
      resources: {
        rules: lifecycle(UNKNOWN),
        days: lifecycle([expire, abort({}, UNKNOWN)]),
        filter: lifecycle([abort({ filter: { prefix: UNKNOWN } })]),
        inside: inside([{ enabled: UNKNOWN, abortIncompleteMultipartUploadDays: 1 }]),
      },
      says: {
        rules: "rules is not known yet",
        days: "rules is not known yet",
        filter: "rules is not known yet",
        inside: "lifecycleRules is not known yet",
      },
    },
  ],
};
