import { type Kind, named } from "../facts/references";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const vaultKind: Kind = { types: ["aws:backup/vault:Vault"], keys: ["name", "id"] };

export const backupVaultLock = rule({
  name: "backup-vault-lock",
  displayName: "Backup vaults are locked",
  description: "Every backup vault has a lock, which keeps its backups from being deleted before their time.",
  why: "An intruder, or an administrator by mistake, can otherwise delete the backups together with what they are of.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  remediationSteps:
    "Add an aws.backup.VaultLockConfiguration with the name of the vault; with changeableForDays it can never be lifted.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const locks = stack.ofType("aws:backup/vaultLockConfiguration:VaultLockConfiguration").map((lock) => {
      const name = at(lock.props, "backupVaultName");
      return { name, vaults: named(stack, lock, "backupVaultName", name, vaultKind) };
    });
    const locked = new Set(locks.flatMap(({ vaults }) => vaults));
    const isOpen = locks.some(({ name, vaults }) => name === UNKNOWN && vaults.length === 0);
    // A logically air-gapped vault is always locked.
    for (const vault of stack.ofType(...vaultKind.types)) {
      if (locked.has(vault)) continue;
      if (isOpen) on(vault).undecided("which vault each lock names");
      else on(vault).deny("it has no lock; add a VaultLockConfiguration");
    }
  },
});
