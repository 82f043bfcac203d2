import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { deniesInsecureTransport } from "../facts/insecure-transport";
import { coversResource } from "../facts/policy-patterns";
import { type Statement, statementsOf } from "../facts/policy-statements";
import { allOf, anyOf } from "../facts/three-valued";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const s3TlsOnly = rule({
  name: "s3-tls-only",
  displayName: "Buckets refuse requests without TLS",
  description:
    "The policy of every bucket denies everyone all actions on the bucket and on its objects when the request comes without TLS.",
  why: "S3 answers over plain HTTP too unless a policy refuses it, and then what is fetched can be read on its way.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5",
  remediationSteps:
    "Add a statement to the bucket policy that denies s3:* to everyone, on the bucket and on all objects in it, where aws:SecureTransport is false.",
  controls: { fsbp: ["S3.5"], cis: ["3.1.1"] },
  types: [],
  subjects: [bucketType],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const policies = statedOf(stack, bucket, "policy");
      const isRefused = someStated(policies, (policy) => refusesAll(policy, bucket));
      const { deny, undecided } = on(bucket);
      if (isRefused === UNKNOWN) undecided("its policy");
      else if (!isRefused && policies.values.length === 0) {
        deny("it has no policy; add one that denies s3:* where aws:SecureTransport is false");
      } else if (!isRefused) {
        deny("its policy does not deny s3:* on the bucket and its objects where aws:SecureTransport is false");
      }
    }
  },
});

/** Whether a policy refuses requests without TLS to a bucket and to its objects, in one statement or in two. */
function refusesAll(policy: unknown, bucket: Resource): boolean | Unknown {
  const statements = statementsOf(policy);
  if (statements === UNKNOWN) return UNKNOWN;
  const refusals = statements.map((statement) => deniesInsecureTransport(statement, "s3:*"));
  const isRefused = (inside: string) =>
    anyOf(statements.map((statement, index) => allOf([refusals[index] ?? false, isAbout(statement, bucket, inside)])));
  return allOf([isRefused(""), isRefused("/*")]);
}

/** Only `*` is sure to be about a bucket whose name is not known yet. */
function isAbout(statement: Statement, { props }: Resource, inside: string): boolean | Unknown {
  const name = asText(at(props, "bucket")) ?? asText(at(props, "id"));
  const resources = statement.resources?.map((pattern) => (pattern === UNKNOWN ? UNKNOWN : inAnyPartition(pattern)));
  const covered = coversResource({ ...statement, resources }, `arn:aws:s3:::${String(name)}${inside}`);
  return typeof name === "string" || covered === true ? covered : UNKNOWN;
}

function inAnyPartition(pattern: string): string {
  return pattern.replace(/^arn:aws[a-z-]*:/, "arn:aws:");
}
