import { keyFault } from "../facts/customer-keys";
import { membersOf, pathTo, written } from "../facts/property-paths";
import { asBoolean, asNumber, asText, at, shown, UNKNOWN } from "../facts/value";
import { type ResourceCheck, rule } from "../rule";

const planType = "aws:backup/plan:Plan";
/** The property that names the key of a vault, by the vault's type. */
const keyProperties: Record<string, string> = {
  "aws:backup/vault:Vault": "kmsKeyArn",
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": "encryptionKeyArn",
};

export const backupVaultEncrypted = rule({
  name: "backup-vault-encrypted",
  displayName: "Backups are encrypted, kept, and let go in time",
  description:
    "Every backup vault has a KMS key of the account and is not emptied to be destroyed, and every backup rule says when its backups are deleted.",
  why: "A key of the account decides who can restore, a vault that may be emptied loses the last copy, and backups without an end cost without an end.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/backup-controls.html#backup-1",
  remediationSteps:
    "Set kmsKeyArn of the vault to a key of the account, leave forceDestroy off, and set lifecycle.deleteAfter of each rule of the plan.",
  controls: { fsbp: ["Backup.1"] },
  types: [...Object.keys(keyProperties), planType],
  resource(check) {
    if (check.resource.type === planType) judgePlan(check);
    else judgeVault(check);
  },
});

function judgeVault({ resource: { type, props }, deny, undecided }: ResourceCheck): void {
  const property = keyProperties[type] ?? "kmsKeyArn";
  const fault = keyFault(asText(at(props, property)), []);
  if (fault) deny(`${property} ${String(fault)}`);
  const forceDestroy = asBoolean(at(props, "forceDestroy"));
  if (forceDestroy === UNKNOWN) undecided("forceDestroy");
  else if (forceDestroy) deny("forceDestroy is true, which deletes the backups with the vault; set it to false");
}

function judgePlan({ resource: { props }, deny, undecided }: ResourceCheck): void {
  const { members, unknownLists } = membersOf(props, [], "rules");
  for (const { place, value } of members) {
    const property = `${written(pathTo(place, "lifecycle"))}.deleteAfter`;
    const days = asNumber(at(value, "lifecycle", "deleteAfter"));
    if (days === UNKNOWN) undecided(property);
    // In a state, what nobody set is 0, and AWS takes -1 for "never".
    else if (days === undefined || days <= 0)
      deny(`${property} is ${shown(days)}; set it to the days that a backup is kept`);
  }
  for (const list of unknownLists) undecided(list);
}
