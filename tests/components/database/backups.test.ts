import assert from "node:assert/strict";
import { made, refuses } from "./made";

const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/own";

describe("the backups of a database", () => {
  it("end in a snapshot in prod, called after the instance, which each stack and each try has one of", async () => {
    const { inputs } = (await made({}, "prod")).get("orders-db");
    assert.equal(inputs.finalSnapshotIdentifier, `${inputs.identifier}-final`);
    assert.match(String(inputs.identifier), /^orders-db-[0-9a-f]{7}$/);
    const without = (await made({ finalSnapshot: false }, "prod")).get("orders-db").inputs;
    assert.deepEqual(
      [without.skipFinalSnapshot, without.finalSnapshotIdentifier, without.deleteAutomatedBackups],
      [true, undefined, true],
    );
    const told = (await made({ finalSnapshot: true })).get("orders-db").inputs;
    assert.deepEqual([told.skipFinalSnapshot, told.deleteAutomatedBackups], [false, false]);
  });

  it("are copied to another region, as long as they are kept or as told", async () => {
    const plan = await made({ backupCopy: { region: "eu-central-1", kmsKeyArn } });
    assert.deepEqual(plan.get("orders-backup-copy").inputs, {
      sourceDbInstanceArn: plan.get("orders-db").outputs.arn,
      kmsKeyId: kmsKeyArn,
      retentionPeriod: 7,
      region: "eu-central-1",
    });
    const told = await made({ backupCopy: { region: "eu-central-1", kmsKeyArn, days: 14 } });
    assert.equal(told.get("orders-backup-copy").inputs.retentionPeriod, 14);
  });

  it("make a database beside the old one, with what the snapshot has", async () => {
    const before = (await made()).get("orders-db").inputs;
    const { inputs } = (await made({ restoreFrom: "orders-db-0a1b2c3-final" })).get("orders-db");
    assert.equal(inputs.snapshotIdentifier, "orders-db-0a1b2c3-final");
    assert.deepEqual([inputs.dbName, inputs.username, inputs.manageMasterUserPassword], [undefined, undefined, true]);
    assert.match(String(inputs.identifier), new RegExp(`^${before.identifier}-[0-9a-f]{6}$`));
    const other = (await made({ restoreFrom: "another" })).get("orders-db").inputs;
    assert.notEqual(other.identifier, inputs.identifier);
  });

  refuses([
    ["backupDays must be a whole number between 1 and 35, got 0", { backupDays: 0 }],
    ["backupDays must be a whole number between 1 and 35, got 36", { backupDays: 36 }],
    ['restoreFrom must be the name or the ARN of a snapshot, got ""', { restoreFrom: "" }],
    [
      'backupCopy.region must be another region, such as "eu-central-1", got "Frankfurt"',
      { backupCopy: { region: "Frankfurt", kmsKeyArn } },
    ],
    [
      'backupCopy.region must be another region, such as "eu-central-1", got "eu-west-1"',
      { backupCopy: { region: "eu-west-1", kmsKeyArn } },
    ],
    [
      "backupCopy.days must be a whole number between 1 and 35, got 60",
      { backupCopy: { region: "eu-central-1", kmsKeyArn, days: 60 } },
    ],
  ]);
});
