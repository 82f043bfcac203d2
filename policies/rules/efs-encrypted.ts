import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const efsEncrypted = rule({
  name: "efs-encrypted",
  displayName: "EFS file systems are encrypted",
  description: "Every EFS file system is encrypted at rest.",
  why: "Encryption is chosen when a file system is made: later all files must be copied to a new one.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1",
  remediationSteps: "Set encrypted to true when the file system is made; a kmsKeyId alone does not encrypt it.",
  controls: { fsbp: ["EFS.1", "EFS.8"], cis: ["3.3.1"] },
  // A replica that EFS makes is always encrypted: https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
  types: ["aws:efs/fileSystem:FileSystem"],
  resource({ resource, deny, undecided }) {
    const encrypted = asBoolean(at(resource.props, "encrypted"));
    if (encrypted === UNKNOWN) undecided("encrypted");
    else if (!encrypted) deny(`encrypted is ${shown(encrypted)}; set it to true`);
  },
  remediate({ props }) {
    const encrypted = asBoolean(at(props, "encrypted"));
    return encrypted === true || encrypted === UNKNOWN ? [] : [{ path: ["encrypted"], value: true }];
  },
});
