import { markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** For what a vault has once, and which is found by the vault's name. */
const ofVault: Maker = ({ inputs, arn }) => {
  const name = text(inputs.backupVaultName);
  return { id: name, backupVaultArn: arn("backup", `backup-vault:${name}`) };
};

/** A vault of either kind: its name is its id. */
const vault: Maker = ({ named, arn }) => {
  const name = named("name", 50);
  return { id: name, name, arn: arn("backup", `backup-vault:${name}`) };
};

function uuid({ hex }: Words): string {
  return markedUuid(hex(64));
}

/** Stand-ins of AWS Backup, of Data Lifecycle Manager and of the Recycle Bin. */
export const backup: Readonly<Record<string, Maker>> = {
  "aws:backup/vault:Vault": vault,
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": vault,
  "aws:backup/vaultPolicy:VaultPolicy": ofVault,
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": ofVault,
  "aws:backup/vaultNotifications:VaultNotifications": ofVault,
  "aws:backup/plan:Plan": (words) => {
    const id = uuid(words);
    return { id, name: words.named(), arn: words.arn("backup", `backup-plan:${id}`) };
  },
  "aws:backup/selection:Selection": (words) => ({ id: uuid(words), name: words.named() }),
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": (words) => {
    const name = words.named();
    return { id: name, name, arn: words.arn("backup", `restore-testing-plan:${name}-${uuid(words)}`) };
  },
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": ({ named }) => ({ id: named(), name: named() }),
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": ({ id, arn }) => {
    const own = id("policy");
    return { id: own, arn: arn("dlm", `policy/${own}`) };
  },
  "aws:rbin/rule:Rule": ({ hex, arn }) => {
    const own = hex(11);
    return { id: own, arn: arn("rbin", `rule/${own}`), status: "available" };
  },
};
