import { clusterType, globalClusterType, instanceType, isReplica } from "../facts/databases";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const rdsDeletionProtection = rule({
  name: "rds-deletion-protection",
  displayName: "Databases refuse to be deleted",
  description: "AWS refuses to delete a database of RDS or Aurora in production, whoever asks for it.",
  why: "Pulumi's own protection holds for its programs alone; this holds for the console and for every script as well.",
  severity: "low",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8",
  remediationSteps: "Set deletionProtection to true; before a database is removed on purpose, set it to false first.",
  controls: { fsbp: ["RDS.7", "RDS.8"] },
  types: [clusterType, globalClusterType, instanceType],
  resource({ resource, deny, undecided }) {
    if (isReplica(resource)) return;
    const isProtected = asBoolean(at(resource.props, "deletionProtection"));
    const controls = { fsbp: [resource.type === instanceType ? "RDS.8" : "RDS.7"] };
    if (isProtected === UNKNOWN) undecided("deletionProtection");
    else if (!isProtected) deny(`deletionProtection is ${shown(isProtected)}; set it to true`, controls);
  },
  remediate(resource) {
    const isProtected = asBoolean(at(resource.props, "deletionProtection"));
    if (isReplica(resource) || isProtected === true || isProtected === UNKNOWN) return [];
    return [{ path: ["deletionProtection"], value: true }];
  },
});
