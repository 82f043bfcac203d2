import { bucketType, parts, valuesAt } from "../facts/bucket-parts";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** The canned ACLs that let in everyone, or everyone with an account of AWS. */
const publicAcls = ["public-read", "public-read-write", "authenticated-read"];

/** Where the types state grants to groups. */
const grantees = [
  ["grants", "uri"],
  ["accessControlPolicy", "grants", "grantee", "uri"],
  ["targetGrants", "grantee", "uri"],
];

export const s3NoPublicAcl = rule({
  name: "s3-no-public-acl",
  displayName: "No ACL of S3 is public",
  description:
    "No ACL of a bucket, of its objects or of its logs lets in everyone, or everyone with an account of AWS.",
  why: "Anybody who knows or guesses the names reads what is there and, by some ACLs, lists or writes it.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-2",
  remediationSteps:
    'Leave the ACL out or set it to "private", and remove grants to AllUsers and AuthenticatedUsers. Serve what is public through CloudFront.',
  controls: { fsbp: ["S3.2", "S3.3"] },
  types: [
    bucketType,
    parts.acl.type,
    parts.logging.type,
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:s3/objectCopy:ObjectCopy",
  ],
  resource({ resource: { props }, deny, undecided }) {
    const acl = asText(at(props, "acl"));
    if (acl === UNKNOWN) undecided("acl");
    else if (isPublic(acl)) deny(`acl is ${shown(acl)}; set it to "private"`);
    for (const path of grantees) {
      const groups = new Set(valuesAt(props, path).map(asText));
      for (const group of groups) {
        if (group === UNKNOWN) undecided(path.join("."));
        else if (group && /\/(?:AllUsers|AuthenticatedUsers)$/.test(group)) {
          deny(`${path.join(".")} names ${shown(group)}; remove the grant`);
        }
      }
    }
  },
  remediate({ props }) {
    return isPublic(at(props, "acl")) ? [{ path: ["acl"], value: "private" }] : [];
  },
});

function isPublic(acl: unknown): boolean {
  return typeof acl === "string" && publicAcls.includes(acl);
}
