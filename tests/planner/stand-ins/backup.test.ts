import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const matches = (value: unknown, form: string) => assert.match(String(value), new RegExp(`^${form}$`));

describe("stand-ins of backups", () => {
  it("know a vault by its name, in its own region", async () => {
    const plan = await record(() => {
      const vault = new aws.backup.Vault("own");
      new aws.backup.VaultPolicy("policy", { backupVaultName: vault.name, policy: "{}" });
      new aws.backup.LogicallyAirGappedVault("apart", {
        name: "apart",
        minRetentionDays: 7,
        maxRetentionDays: 35,
        region: "us-east-1",
      });
    });
    const { id, outputs } = plan.get("own");
    matches(id, "own-0ff11e[0-9a-f]");
    assert.deepEqual([outputs.name, outputs.arn], [id, `arn:aws:backup:eu-west-1:123456789012:backup-vault:${id}`]);
    assert.deepEqual([plan.get("policy").id, plan.get("policy").outputs.backupVaultArn], [id, outputs.arn]);
    assert.equal(plan.get("apart").outputs.arn, "arn:aws:backup:us-east-1:123456789012:backup-vault:apart");
  });

  it("give plans and what is part of them ids", async () => {
    const plan = await record(() => {
      const { id } = new aws.backup.Plan("plan", { rules: [{ ruleName: "daily", targetVaultName: "own" }] });
      new aws.backup.Selection("selection", { planId: id, iamRoleArn: "arn:aws:iam::123456789012:role/own" });
      new aws.backup.RestoreTestingPlan("tests", {
        name: "own",
        scheduleExpression: "cron(0 5 ? * * *)",
        recoveryPointSelection: { algorithm: "LATEST_WITHIN_WINDOW", includeVaults: ["*"], recoveryPointTypes: [] },
      });
    });
    matches(plan.get("plan").id, uuid);
    matches(plan.get("plan").outputs.arn, `arn:aws:backup:eu-west-1:123456789012:backup-plan:${plan.get("plan").id}`);
    matches(plan.get("selection").id, uuid);
    matches(plan.get("tests").outputs.arn, `arn:aws:backup:eu-west-1:123456789012:restore-testing-plan:own-${uuid}`);
  });

  it("give a snapshot policy and a rule of the Recycle Bin theirs", async () => {
    const plan = await record(() => {
      new aws.dlm.LifecyclePolicy("snapshots", {
        description: "own",
        executionRoleArn: "arn:aws:iam::123456789012:role/own",
        policyDetails: {},
      });
      new aws.rbin.Rule("bin", {
        resourceType: "EBS_SNAPSHOT",
        retentionPeriod: { retentionPeriodUnit: "DAYS", retentionPeriodValue: 7 },
      });
    });
    const { id, outputs } = plan.get("snapshots");
    matches(id, "policy-0ff11e[0-9a-f]{11}");
    assert.equal(outputs.arn, `arn:aws:dlm:eu-west-1:123456789012:policy/${id}`);
    matches(plan.get("bin").outputs.arn, "arn:aws:rbin:eu-west-1:123456789012:rule/0ff11e[0-9a-f]{5}");
  });
});
