import assert from "node:assert/strict";
import type { VaultLock } from "../../../components/backup-plan/vault";
import { daily, plannedBackups } from "./planned-backups";

const two = { short: { ...daily, deleteAfterDays: 14 }, long: { ...daily, deleteAfterDays: 400 } };
const locked = async (lock: VaultLock | undefined, environment: "dev" | "prod" = "dev") => {
  const plan = await plannedBackups({ rules: two, lock }, environment);
  const [found] = plan.ofType("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
  if (!found) return undefined;
  const { backupVaultName, ...rest } = found.inputs;
  assert.equal(backupVaultName, plan.get("safe-vault").outputs.name);
  return rest;
};

describe("a vault of backups", () => {
  it("is encrypted with a key of its own, which turns each year", async () => {
    const plan = await plannedBackups({}, "prod");
    assert.deepEqual(plan.get("safe-vault-key").inputs, {
      description: "Backups in safe-vault",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags: { Name: "safe-vault-key" },
    });
    assert.deepEqual(plan.get("safe-vault").inputs, {
      kmsKeyArn: plan.get("safe-vault-key").outputs.arn,
      forceDestroy: false,
      tags: { Name: "safe-vault" },
    });
    assert.equal((await plannedBackups({})).get("safe-vault-key").inputs.deletionWindowInDays, 7);
  });

  it("takes a key that is there, and goes with its backups if told", async () => {
    const plan = await plannedBackups({ kmsKeyArn: "arn:aws:kms:eu-west-1:1:key/own", forceDestroy: true });
    assert.equal(plan.get("safe-vault").inputs.kmsKeyArn, "arn:aws:kms:eu-west-1:1:key/own");
    assert.equal(plan.get("safe-vault").inputs.forceDestroy, true);
    assert.equal(plan.ofType("aws:kms/key:Key").filter(({ name }) => name === "safe-vault-key").length, 0);
  });

  it("lets nobody delete a backup", async () => {
    const plan = await plannedBackups({});
    const { backupVaultName, policy } = plan.get("safe-vault-policy").inputs;
    assert.equal(backupVaultName, plan.get("safe-vault").outputs.name);
    assert.deepEqual(JSON.parse(String(policy)).Statement, [
      {
        Sid: "NobodyDeletes",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: [
          "backup:DeleteRecoveryPoint",
          "backup:DisassociateRecoveryPoint",
          "backup:UpdateRecoveryPointLifecycle",
        ],
        Resource: "*",
      },
    ]);
  });

  it("is locked in prod, in a way that can be lifted, for as long as the shortest backup is kept", async () => {
    assert.deepEqual(await locked(undefined, "prod"), { minRetentionDays: 14 });
    assert.equal(await locked(undefined, "dev"), undefined);
    assert.equal(await locked("none", "prod"), undefined);
  });

  it("is locked for ever only by name", async () => {
    const limits = { minRetentionDays: 7, maxRetentionDays: 500 };
    assert.deepEqual(await locked({ type: "governance", ...limits }), limits);
    assert.deepEqual(await locked({ type: "compliance", changeableForDays: 3, ...limits }), {
      changeableForDays: 3,
      ...limits,
    });
  });

  it("cannot be locked for ever without a time in which to think better of it", () => {
    // @ts-expect-error for how long may it still be lifted?
    const lock: VaultLock = { type: "compliance" };
    return assert.rejects(locked(lock), {
      message: 'backup plan "safe": lock.changeableForDays must be a whole number between 3 and 36500, got nothing',
    });
  });

  describe("is refused with a lock", () => {
    const refused: [string, VaultLock, string][] = [
      [
        "that holds at once",
        { type: "compliance", changeableForDays: 2 },
        "changeableForDays must be a whole number between 3 and 36500, got 2",
      ],
      [
        "of no days",
        { type: "governance", minRetentionDays: 0 },
        "minRetentionDays must be a whole number between 1 and 36500, got 0",
      ],
      [
        "whose most is less than its least",
        { type: "governance", minRetentionDays: 14, maxRetentionDays: 13 },
        "maxRetentionDays must be a whole number between 14 and 36500, got 13",
      ],
      [
        "that a rule does not last for",
        { type: "governance", minRetentionDays: 15 },
        "minRetentionDays must be at most the days that each backup is kept (14), got 15",
      ],
      [
        "that a rule lasts beyond",
        { type: "governance", maxRetentionDays: 399 },
        "maxRetentionDays must be at least the days that each backup is kept (400), got 399",
      ],
    ];
    for (const [title, lock, sentence] of refused) {
      it(title, () => assert.rejects(locked(lock), { message: `backup plan "safe": lock.${sentence}` }));
    }
  });
});
