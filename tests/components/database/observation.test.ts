import assert from "node:assert/strict";
import type { DatabaseInsights } from "../../../components/database/observation";
import { made, refuses } from "./made";

const insightsOf = async (...args: Parameters<typeof made>) => {
  const { inputs } = (await made(...args)).get("orders-db");
  return [inputs.databaseInsightsMode, inputs.performanceInsightsEnabled, inputs.performanceInsightsRetentionPeriod];
};

const mysql = { type: "mysql", version: "8.4" } as const;

describe("what is known of a database at work", () => {
  it("is its load in dev, locks and plans too in prod, and nothing of classes that have none", async () => {
    assert.deepEqual(await insightsOf(), ["standard", true, 7]);
    assert.deepEqual(await insightsOf({}, "prod"), ["advanced", true, 465]);
    assert.deepEqual(await insightsOf({ engine: mysql }), [undefined, false, undefined]);
    assert.deepEqual(await insightsOf({ engine: mysql, instanceClass: "db.t4g.medium" }), ["standard", true, 7]);
    assert.deepEqual(await insightsOf({ insights: { type: "none" } }, "prod"), [undefined, false, undefined]);
  });

  it("is kept as long as told, with a key of yours", async () => {
    const insights: DatabaseInsights = { type: "standard", retentionDays: 93, kmsKeyArn: "arn:own" };
    assert.deepEqual(await insightsOf({ insights }), ["standard", true, 93]);
    assert.equal((await made({ insights })).get("orders-db").inputs.performanceInsightsKmsKeyId, "arn:own");
    assert.deepEqual(await insightsOf({ insights: { type: "advanced", retentionDays: 731 } }), ["advanced", true, 731]);
  });

  it("is written to groups that are there before RDS would make them, and forgotten in time", async () => {
    const plan = await made();
    const { identifier } = plan.get("orders-db").inputs;
    assert.deepEqual(plan.get("orders-logs-postgresql").inputs, {
      name: `/aws/rds/instance/${identifier}/postgresql`,
      retentionInDays: 14,
      logGroupClass: "STANDARD",
      deletionProtectionEnabled: false,
      tags: { Name: "orders-logs-postgresql" },
    });
    const { dependencies } = plan.get("orders-db");
    for (const log of ["postgresql", "upgrade"]) assert.ok(dependencies.includes(plan.get(`orders-logs-${log}`).urn));
    assert.equal((await made({}, "prod")).get("orders-logs-upgrade").inputs.retentionInDays, 365);
    assert.equal((await made({ logRetentionDays: 90 })).get("orders-logs-upgrade").inputs.retentionInDays, 90);
  });

  it("is its operating system every minute in prod, by a role that this database alone can take", async () => {
    const plan = await made({}, "prod");
    const { monitoringInterval, monitoringRoleArn, identifier } = plan.get("orders-db").inputs;
    const role = plan.get("orders-monitoring-role");
    assert.deepEqual([monitoringInterval, monitoringRoleArn], [60, role.outputs.arn]);
    assert.deepEqual(JSON.parse(String(role.inputs.assumeRolePolicy)).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "monitoring.rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": `arn:aws:rds:eu-west-1:123456789012:db:${identifier}*` },
        },
      },
    ]);
    assert.equal(
      plan.get("orders-monitoring-role-rds").inputs.policyArn,
      "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    );
    assert.equal((await made({ monitoringSeconds: 5 })).get("orders-db").inputs.monitoringInterval, 5);
    assert.deepEqual((await made({ monitoringSeconds: 0 }, "prod")).ofType("aws:iam/role:Role"), []);
  });

  const days = "insights.retentionDays must be";
  refuses([
    [
      'insights.type must be "none", "standard" or "advanced", got "all"',
      { insights: { type: "all" } as unknown as DatabaseInsights },
    ],
    [
      'insights.type must be "none" for mysql on db.t4g.micro, got "standard"',
      { engine: mysql, insights: { type: "standard" } },
    ],
    ...[6, 30, 94, 732, 744].map((retentionDays): [string, object] => [
      `${days} 7, 731 or a multiple of 31 below, got ${retentionDays}`,
      { insights: { type: "standard", retentionDays } },
    ]),
    ...[7, 434, 466].map((retentionDays): [string, object] => [
      `${days} 465 or more: a multiple of 31, or 731, got ${retentionDays}`,
      { insights: { type: "advanced", retentionDays } },
    ]),
    ["monitoringSeconds must be one of 0, 1, 5, 10, 15, 30, 60, got 20", { monitoringSeconds: 20 }],
    [
      "logRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 10",
      { logRetentionDays: 10 },
    ],
  ]);
});
