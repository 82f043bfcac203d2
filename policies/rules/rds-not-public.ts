import { clusterInstanceType, instanceType } from "../facts/databases";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const rdsNotPublic = rule({
  name: "rds-not-public",
  displayName: "Databases have no public address",
  description: "No instance of RDS or Aurora has an address on the internet.",
  why: "A database on the internet is found within hours, and then a password is all that keeps anybody out.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2",
  remediationSteps:
    "Leave publiclyAccessible out or set it to false, and connect from within the VPC, by a VPN, or by Session Manager.",
  controls: { fsbp: ["RDS.2"], cis: ["3.2.3"] },
  types: [clusterInstanceType, instanceType],
  resource({ resource, deny, undecided }) {
    // The provider sends false where nothing is said.
    const isPublic = asBoolean(at(resource.props, "publiclyAccessible"));
    if (isPublic === UNKNOWN) undecided("publiclyAccessible");
    else if (isPublic) deny("publiclyAccessible is true; set it to false");
  },
  remediate({ props }) {
    return asBoolean(at(props, "publiclyAccessible")) === true ? [{ path: ["publiclyAccessible"], value: false }] : [];
  },
});
