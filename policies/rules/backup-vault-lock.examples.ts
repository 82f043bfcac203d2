import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vault = (props: object = {}) => ({ type: "aws:backup/vault:Vault", props: { ...props } });
const lock = (backupVaultName: unknown) => ({
  type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  props: { backupVaultName, minRetentionDays: 7 },
});

export const examples: Examples = {
  denied: [
    {
      title: "a vault without a lock",
      resources: { main: vault(), other: vault({ name: "other" }), lock: lock(ref("main", "name")), far: lock("far") },
      says: { other: "it has no lock; add a VaultLockConfiguration" },
    },
  ],
  allowed: [
    {
      title: "vaults with a lock, by reference and by name",
      resources: {
        main: vault(),
        one: lock(ref("main", "name")),
        named: vault({ name: "backups" }),
        two: lock("backups"),
      },
    },
    {
      title: "a logically air-gapped vault, which is always locked",
      resources: { apart: { type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", props: {} } },
    },
  ],
  undecided: [
    {
      title: "a lock whose vault is not known",
      resources: { main: vault(), lock: lock(UNKNOWN) },
      says: { main: "which vault each lock names is not known yet" },
    },
  ],
};
