import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const key = { type: "aws:kms/key:Key", props: {} };
const vault = (props: object) => ({ type: "aws:backup/vault:Vault", props: { ...props } });
const airGapped = (props: object) => ({
  type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
  props: { minRetentionDays: 7, maxRetentionDays: 35, ...props },
});
const plan = (...lifecycles: unknown[]) => ({
  type: "aws:backup/plan:Plan",
  props: { rules: lifecycles.map((lifecycle) => ({ ruleName: "daily", targetVaultName: "main", lifecycle })) },
});

export const examples: Examples = {
  denied: [
    {
      title: "a vault with the key that AWS keeps, said or not",
      resources: {
        main: vault({}),
        named: vault({ kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/aws/backup" }),
        apart: airGapped({}),
      },
      says: {
        main: "kmsKeyArn is not set; name a KMS key of the account",
        named: 'kmsKeyArn is "arn:aws:kms:eu-west-1:123456789012:alias/aws/backup", a key that AWS keeps',
        apart: "encryptionKeyArn is not set; name a KMS key of the account",
      },
    },
    {
      title: "a vault that is emptied to be destroyed",
      resources: { key, main: vault({ kmsKeyArn: ref("key", "arn"), forceDestroy: "true" }) },
      says: { main: "forceDestroy is true, which deletes the backups with the vault; set it to false" },
    },
    {
      title: "rules that keep their backups for ever",
      resources: { daily: plan(undefined, { deleteAfter: 35 }, { coldStorageAfter: 30 }, { deleteAfter: 0 }) },
      says: {
        daily: [
          "rules[0].lifecycle.deleteAfter is not set; set it to the days that a backup is kept",
          "rules[2].lifecycle.deleteAfter is not set",
          "rules[3].lifecycle.deleteAfter is 0",
        ],
      },
    },
  ],
  allowed: [
    {
      title: "a vault with a key of the stack",
      resources: {
        key,
        main: vault({ kmsKeyArn: ref("key", "arn"), forceDestroy: false }),
        apart: airGapped({ encryptionKeyArn: ref("key", "arn") }),
      },
    },
    {
      title: "rules that say when their backups are deleted, in both spellings",
      resources: { daily: plan({ deleteAfter: 35 }, { coldStorageAfter: 30, deleteAfter: "120" }) },
    },
  ],
  undecided: [
    {
      title: "what is not known of a vault or a plan",
      resources: {
        main: vault({ kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d", forceDestroy: UNKNOWN }),
        daily: plan({ deleteAfter: UNKNOWN }),
        weekly: { type: "aws:backup/plan:Plan", props: { rules: UNKNOWN } },
      },
      says: {
        main: "forceDestroy is not known yet",
        daily: "rules[0].lifecycle.deleteAfter is not known yet",
        weekly: "rules is not known yet",
      },
    },
  ],
};
