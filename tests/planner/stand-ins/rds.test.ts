import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

const databaseOf = async (args: Partial<aws.rds.InstanceArgs>) =>
  (
    await record(() => {
      new aws.rds.Instance("orders", { instanceClass: "db.t4g.micro", engine: "postgres", ...args });
    })
  ).get("orders");

describe("stand-ins of RDS", () => {
  it("give a database an address, and the port of its engine or its own", async () => {
    const { id, outputs } = await databaseOf({});
    assert.match(String(id), /^db-0FF11E[0-9A-F]{20}$/);
    assert.match(String(outputs.address), /^orders-0ff11e\w\.0ff11e[0-9a-f]{6}\.eu-west-1\.rds\.amazonaws\.com$/);
    assert.equal(outputs.endpoint, `${outputs.address}:5432`);
    assert.equal(outputs.arn, `arn:aws:rds:eu-west-1:123456789012:db:${outputs.identifier}`);
    assert.equal((await databaseOf({ engine: "sqlserver-ex" })).outputs.port, 1433);
    assert.equal((await databaseOf({ port: 6000 })).outputs.port, 6000);
  });

  it("leave open the port of what does not say its engine, as a replica need not", async () => {
    const { outputs, standIns } = await databaseOf({ engine: undefined, replicateSourceDb: "orders" });
    assert.equal(standIns.includes("endpoint") || standIns.includes("port"), false);
    assert.match(String(outputs.address), /^orders-0ff11e/);
  });

  it("give copies of backups an ARN where they are", async () => {
    const plan = await record(() => {
      new aws.rds.InstanceAutomatedBackupsReplication("copy", {
        sourceDbInstanceArn: "arn:source",
        region: "eu-central-1",
      });
    });
    assert.match(
      String(plan.get("copy").id),
      /^arn:aws:rds:eu-central-1:123456789012:auto-backup:ab-0ff11e[0-9a-f]{33}$/,
    );
  });

  it("give it a secret only where RDS keeps the password", async () => {
    const { outputs } = await databaseOf({ manageMasterUserPassword: true });
    assert.match(
      String(Object(outputs.masterUserSecrets)[0].secretArn),
      /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-0ff11e.*-0ff11e$/,
    );
    assert.equal((await databaseOf({})).standIns.includes("masterUserSecrets"), false);
  });

  it("name groups as they are found", async () => {
    const plan = await record(() => {
      new aws.rds.SubnetGroup("subnets", { subnetIds: ["subnet-1"] });
      new aws.rds.ParameterGroup("parameters", { family: "postgres17", name: "own" });
    });
    const { id, outputs } = plan.get("subnets");
    assert.equal(outputs.arn, `arn:aws:rds:eu-west-1:123456789012:subgrp:${id}`);
    assert.equal(plan.get("parameters").outputs.arn, "arn:aws:rds:eu-west-1:123456789012:pg:own");
  });
});
