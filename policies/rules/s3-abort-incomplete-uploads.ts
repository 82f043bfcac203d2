import { bucketType, parts } from "../facts/bucket-parts";
import { membersOf } from "../facts/property-paths";
import { allOf, anyOf, known } from "../facts/three-valued";
import { asBoolean, asNumber, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const s3AbortIncompleteUploads = rule({
  name: "s3-abort-incomplete-uploads",
  displayName: "Incomplete uploads are aborted",
  description:
    "Where a bucket has lifecycle rules, one that is on and about the whole bucket aborts multipart uploads that were not completed in time; their parts cost, and no listing shows them.",
  why: "Uploads that broke off leave parts behind in silence, and the bill for them grows for as long as the bucket lives.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  remediationSteps:
    "Add abortIncompleteMultipartUpload.daysAfterInitiation to a rule without a filter whose status is Enabled.",
  controls: {},
  settings: { days: integer(7, "The days after which an upload must be aborted at the latest.", { minimum: 1 }) },
  types: [parts.lifecycle.type, bucketType],
  resource({ resource: { type, props }, settings, deny, undecided }) {
    const property = type === bucketType ? "lifecycleRules" : "rules";
    const { members, unknownLists } = membersOf(props, [], property);
    if (unknownLists.length > 0) return undecided(property);
    const aborts = anyOf(members.map(({ value }) => abortsAll(value, settings.days)));
    if (members.length === 0 || aborts === true) return;
    if (aborts === UNKNOWN) undecided(property);
    else deny(`no rule of ${property} aborts all incomplete uploads within ${settings.days} days; ${fixes[property]}`);
  },
});

const fixes: Readonly<Record<string, string>> = {
  rules: "set abortIncompleteMultipartUpload.daysAfterInitiation of a rule without a filter",
  lifecycleRules: "set abortIncompleteMultipartUploadDays of a rule without a prefix",
};

/** Of a bucket itself a rule is in other words than of the configuration beside it. */
function abortsAll(stated: unknown, days: number): boolean | Unknown {
  const limits = [at(stated, "abortIncompleteMultipartUpload", "daysAfterInitiation")];
  limits.push(at(stated, "abortIncompleteMultipartUploadDays"));
  return allOf([
    anyOf([
      known(asText(at(stated, "status")), (status) => status === "Enabled"),
      known(asBoolean(at(stated, "enabled")), (isEnabled) => isEnabled === true),
    ]),
    anyOf(limits.map((limit) => known(asNumber(limit), (after) => after !== undefined && after > 0 && after <= days))),
    ...["filter", "prefix", "tags"].map((narrowing) => isEmpty(at(stated, narrowing))),
  ]);
}

/** A filter that says nothing, or an empty prefix, is about the whole bucket. */
function isEmpty(filter: unknown): boolean | Unknown {
  if (filter === UNKNOWN) return UNKNOWN;
  if (typeof filter !== "object" || filter === null) return filter === undefined || filter === null || filter === "";
  return allOf(Object.values(filter).map(isEmpty));
}
