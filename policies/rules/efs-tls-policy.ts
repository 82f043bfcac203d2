import { deniesInsecureTransport } from "../facts/insecure-transport";
import { type Condition, type Statement, statementsOf } from "../facts/policy-statements";
import { type Kind, named } from "../facts/references";
import { anyOf } from "../facts/three-valued";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const policyType = "aws:efs/fileSystemPolicy:FileSystemPolicy";
const fileSystemKind: Kind = { types: ["aws:efs/fileSystem:FileSystem"], keys: ["id"] };

export const efsTlsPolicy = rule({
  name: "efs-tls-policy",
  displayName: "EFS file systems take only clients with TLS",
  description: "Every EFS file system has a policy that refuses clients which do not encrypt what they send.",
  why: "Without TLS, NFS sends every file through the network in plain text.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/efs/latest/ug/create-file-system-policy.html",
  remediationSteps:
    'Add an aws.efs.FileSystemPolicy with a statement that denies everyone all actions where aws:SecureTransport is "false", and mount with TLS.',
  controls: {},
  types: [policyType],
  resource({ resource, deny, undecided }) {
    const statements = statementsOf(at(resource.props, "policy"));
    if (statements === UNKNOWN) return undecided("policy");
    const refuses = anyOf(
      statements.map((statement) => deniesInsecureTransport(forMounts(statement), "elasticfilesystem:ClientMount")),
    );
    if (refuses === UNKNOWN) undecided("policy");
    else if (!refuses) {
      deny(
        'policy lets in clients without TLS; add a statement that denies everyone where aws:SecureTransport is "false"',
      );
    }
  },
  stack({ stack, on }) {
    const policies = stack.ofType(policyType).map((policy) => {
      const id = at(policy.props, "fileSystemId");
      return { id, fileSystems: named(stack, policy, "fileSystemId", id, fileSystemKind) };
    });
    const guarded = new Set(policies.flatMap(({ fileSystems }) => fileSystems));
    const isOpen = policies.some(({ id, fileSystems }) => id === UNKNOWN && fileSystems.length === 0);
    for (const fileSystem of stack.ofType(...fileSystemKind.types)) {
      if (guarded.has(fileSystem)) continue;
      if (isOpen) on(fileSystem).undecided("which file system each FileSystemPolicy is for");
      else
        on(fileSystem).deny(
          "it has no FileSystemPolicy, so that clients without TLS get in; add one that refuses them",
        );
    }
  },
});

/** A statement without the condition that the client comes through a mount target, as every NFS client does. */
function forMounts(statement: Statement): Statement {
  return { ...statement, conditions: statement.conditions.filter((condition) => !isMountTarget(condition)) };
}

function isMountTarget({ operator, key, values }: Condition): boolean {
  return operator === "bool" && key === "elasticfilesystem:accessedviamounttarget" && values.includes("true");
}
