import { coversAction } from "../facts/policy-patterns";
import { addressesEveryone, type Statement, statementsOf } from "../facts/policy-statements";
import { s3PolicyOf, s3PolicyTypes } from "../facts/s3-policies";
import { allOf, anyOf, known } from "../facts/three-valued";
import { UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const s3PolicyNoLockout = rule({
  name: "s3-policy-no-lockout",
  displayName: "No policy of S3 locks everyone out",
  description:
    "No policy of a bucket, an access point, a table or vectors denies everyone everything without a condition: only the account's root user could mend it.",
  why: "Such a statement shuts out its author, every administrator, and the deployment that would mend it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html",
  remediationSteps:
    "Name in the statement whom or what it denies, or add the condition under which it does, such as aws:SecureTransport false.",
  controls: {},
  types: s3PolicyTypes,
  resource({ resource, deny, undecided }) {
    const { property, policy, actions } = s3PolicyOf(resource);
    const statements = statementsOf(policy);
    if (statements === UNKNOWN) return undecided(property);
    const verdicts = statements.map((statement) => locksOut(statement, actions));
    for (const [index, { place }] of statements.entries()) {
      if (verdicts[index] === true) deny(`${place} of ${property} denies everyone everything; add a condition`);
    }
    if (anyOf(verdicts) === UNKNOWN) undecided(property);
  },
});

function locksOut(statement: Statement, actions: readonly string[]): boolean | Unknown {
  const covered = actions.map((action) => coversAction(statement, action));
  return allOf([
    known(statement.effect, (effect) => effect === "Deny"),
    addressesEveryone(statement),
    // What leaves out an action of one kind of bucket names all of the other.
    statement.actions ? anyOf(covered) : allOf(covered),
    statement.conditions.length === 0,
    // To deny objects alone leaves the bucket, and with it its policy, to its owners.
    anyOf((statement.resources ?? ["*"]).map((resource) => known(resource, isNoObject))),
  ]);
}

function isNoObject(resource: string): boolean {
  return !/^arn:[^:]*:s3:::[^/]+\//.test(resource);
}
