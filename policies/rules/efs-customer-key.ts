import { keyFault, keySettings } from "../facts/customer-keys";
import { asText, at, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const fileSystemType = "aws:efs/fileSystem:FileSystem";
const replicationType = "aws:efs/replicationConfiguration:ReplicationConfiguration";

export const efsCustomerKey = rule({
  name: "efs-customer-key",
  displayName: "EFS file systems are encrypted with a key of your own",
  description:
    "Every EFS file system, and every replica that EFS makes of one, is encrypted with a KMS key of the account.",
  why: "Only of a key of its own can the account say who may use it, or make the files unreadable at once.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1",
  remediationSteps: "Set kmsKeyId to a key of the account when the file system is made, and encrypted to true.",
  controls: { fsbp: ["EFS.1"] },
  settings: keySettings,
  types: [fileSystemType, replicationType],
  resource({ resource, settings, deny, undecided }) {
    const path = keyPath(resource);
    if (path === undefined) return;
    const fault = keyFault(asText(at(resource.props, ...path)), settings.keyIds);
    if (fault === UNKNOWN) undecided(path.join("."));
    else if (fault) deny(`${path.join(".")} ${fault}`);
  },
});

/** A replica in a file system that exists has the key of that one. */
function keyPath({ type, props }: Resource): string[] | undefined {
  if (type === fileSystemType) return ["kmsKeyId"];
  return at(props, "destination", "fileSystemId") === undefined ? ["destination", "kmsKeyId"] : undefined;
}
