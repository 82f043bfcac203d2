import { clusterType, globalClusterType, instanceType, isReplica } from "../facts/databases";
import { asBoolean, asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const rdsEncrypted = rule({
  name: "rds-encrypted",
  displayName: "Databases are encrypted",
  description: "Every database of RDS and Aurora is encrypted at rest.",
  why: "Encryption is chosen when a database is made: later all of it must be copied, and its snapshots are as plain as it is.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3",
  remediationSteps:
    "Set storageEncrypted to true when the database is made; one that is there is restored from an encrypted copy of its snapshot.",
  controls: { fsbp: ["RDS.3", "RDS.27"], cis: ["3.2.1"] },
  types: [clusterType, globalClusterType, instanceType],
  resource({ resource, deny, undecided }) {
    if (isReplica(resource) || isOfSource(resource)) return;
    const encrypted = asBoolean(at(resource.props, "storageEncrypted"));
    if (encrypted === UNKNOWN) return undecided("storageEncrypted");
    if (encrypted) return;
    // Aurora Serverless v1 is always encrypted: the provider's documentation of storageEncrypted.
    const mode = asText(at(resource.props, "engineMode"));
    if (encrypted === undefined && mode === "serverless") return;
    if (encrypted === undefined && mode === UNKNOWN) return undecided("engineMode");
    const controls = resource.type === instanceType ? { fsbp: ["RDS.3"], cis: ["3.2.1"] } : { fsbp: ["RDS.27"] };
    deny(`storageEncrypted is ${shown(encrypted)}; set it to true`, controls);
  },
});

/** A global cluster that is made around a cluster is as encrypted as that. */
function isOfSource({ type, props }: Resource): boolean {
  const source = at(props, "sourceDbClusterIdentifier");
  return type === globalClusterType && source !== undefined && source !== "";
}
