import { bucketType, parts } from "../facts/bucket-parts";
import { membersOf, written } from "../facts/property-paths";
import { allOf, known } from "../facts/three-valued";
import { asList, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule, type Verdicts } from "../rule";

const enforced = "BucketOwnerEnforced";
const path = ["rule", "objectOwnership"] as const;

/** The canned ACLs that give nothing to anyone but the owner, and so do no harm where ACLs are off. */
const ownAcls = ["private", "bucket-owner-read", "bucket-owner-full-control"];

export const s3AclDisabled = rule({
  name: "s3-acl-disabled",
  displayName: "Buckets do without ACLs",
  description:
    "No bucket turns its access control lists back on or uses one to let others in. A bucket that says nothing is allowed: since April 2023 AWS makes every bucket without ACLs.",
  why: "ACLs are an older, second way to let others in, which stands beside the policies, object by object, and is easily overlooked.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-12",
  remediationSteps: `Set rule.objectOwnership of the aws.s3.BucketOwnershipControls to "${enforced}", and let others in by a bucket policy instead of an ACL. CloudFront needs no ACL to deliver its logs as standard logging v2.`,
  controls: { fsbp: ["S3.12"] },
  types: [parts.ownership.type, parts.acl.type, bucketType],
  resource({ resource: { type, props }, ...verdicts }) {
    if (type !== parts.ownership.type) return judgeAcl(props, verdicts);
    const ownership = asText(at(props, ...path));
    if (ownership === UNKNOWN) verdicts.undecided(written(path));
    else if (ownership !== enforced) {
      verdicts.deny(`${written(path)} is ${shown(ownership)}, which turns ACLs on; set it to "${enforced}"`);
    }
  },
  remediate({ type, props }) {
    const ownership = at(props, ...path);
    if (type !== parts.ownership.type || ownership === UNKNOWN || ownership === enforced) return [];
    return [{ path, value: enforced }];
  },
});

function judgeAcl(props: unknown, { deny, undecided }: Verdicts): void {
  const acl = asText(at(props, "acl"));
  if (acl === UNKNOWN) undecided("acl");
  else if (acl && !ownAcls.includes(acl)) deny(`acl is ${shown(acl)}; leave it out and use a bucket policy`);
  const owner = at(props, "accessControlPolicy", "owner", "id");
  const lists = [membersOf(props, [], "accessControlPolicy", "grants")];
  if (!isDefault(at(props, "grants"))) lists.push(membersOf(props, [], "grants"));
  const grants = lists.flatMap(({ members }) => members);
  const foreign = grants.find(({ value }) => isOwners(value, owner) === false);
  const vague = grants.find(({ value }) => isOwners(value, owner) === UNKNOWN);
  const [list] = lists.flatMap(({ unknownLists }) => unknownLists);
  if (foreign) deny(`${written(foreign.place)} lets in others by an ACL; use a bucket policy`);
  else if (vague) undecided(written(vague.place));
  else if (list) undecided(list);
}

/** A state gives back, as the grants of a bucket, the one that AWS makes for its owner. */
function isDefault(grants: unknown): boolean {
  const [first, ...others] = Array.isArray(grants) ? grants : [];
  if (others.length > 0 || at(first, "type") !== "CanonicalUser") return false;
  const permissions = asList(at(first, "permissions"));
  return permissions !== UNKNOWN && permissions.includes("FULL_CONTROL");
}

/** Whether a grant is to the owner himself; a bucket's own grants do not say who that is. */
function isOwners(grant: unknown, owner: unknown): boolean | Unknown {
  if (owner === undefined) return false;
  const grantee = at(grant, "grantee", "id");
  return allOf([known(owner, () => true), known(grantee, (id) => owner === UNKNOWN || id === owner)]);
}
