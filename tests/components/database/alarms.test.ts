import assert from "node:assert/strict";
import type { DatabaseArgs } from "../../../components/database";
import { made } from "./made";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const connectionsOf = async (args: Partial<DatabaseArgs>) =>
  (await made(args)).ofType(alarmType).find(({ name }) => name === "orders-connections")?.inputs.threshold;

describe("the alarms of a database", () => {
  it("know when it is busy, nearly full, or has too many connections", async () => {
    const plan = await made({ alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    const common = {
      namespace: "AWS/RDS",
      dimensions: { DBInstanceIdentifier: plan.get("orders-db").outputs.identifier },
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      treatMissingData: "missing",
      alarmActions: ["arn:aws:sns:t"],
      okActions: ["arn:aws:sns:t"],
    };
    assert.deepEqual(plan.names(alarmType), ["orders-connections", "orders-cpu", "orders-free-storage"]);
    assert.deepEqual(plan.get("orders-cpu").inputs, {
      ...common,
      alarmDescription: "The database has used more than 90 % of its CPU for 15 minutes",
      metricName: "CPUUtilization",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 90,
    });
    assert.deepEqual(plan.get("orders-free-storage").inputs, {
      ...common,
      alarmDescription: "Less than 2 GiB have been free for 15 minutes, in which RDS should add some",
      metricName: "FreeStorageSpace",
      comparisonOperator: "LessThanThreshold",
      threshold: 2147483648,
    });
    assert.deepEqual(plan.get("orders-connections").inputs, {
      ...common,
      alarmDescription: "The database has had more than 89 connections for 15 minutes",
      metricName: "DatabaseConnections",
      comparisonOperator: "GreaterThanThreshold",
      // 1 GiB has room for 112.
      threshold: 89,
    });
  });

  it("know how many connections a class may have, by its memory and what it speaks", async () => {
    assert.equal(await connectionsOf({ instanceClass: "db.m7g.2xlarge" }), 2883);
    assert.equal(await connectionsOf({ instanceClass: "db.r7g.4xlarge" }), 4000);
    assert.equal(
      await connectionsOf({ instanceClass: "db.r7g.large", engine: { type: "mysql", version: "8.4" } }),
      1092,
    );
    const mariadb = { type: "mariadb", version: "11.4" } as const;
    assert.equal(await connectionsOf({ instanceClass: "db.t4g.micro", engine: mariadb }), 33);
    assert.equal(await connectionsOf({ instanceClass: "db.x2g.large" }), undefined);
    assert.equal(await connectionsOf({ instanceClass: "db.x2g.large", alarms: { connections: 500 } }), 500);
  });

  it("know when a replica falls behind", async () => {
    const plan = await made({
      masterPassword: {
        type: "secret",
        secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf",
      },
      replicas: { reports: {} },
      alarms: { replicaLagSeconds: 30 },
    });
    const { metricName, dimensions, threshold, evaluationPeriods, period } =
      plan.get("orders-replica-reports-lag").inputs;
    assert.deepEqual(
      [metricName, dimensions, threshold, evaluationPeriods, period],
      ["ReplicaLag", { DBInstanceIdentifier: plan.get("orders-replica-reports").outputs.identifier }, 30, 5, 60],
    );
  });

  it("tell nobody if nobody is named, and are all gone by one word", async () => {
    const silent = await made();
    assert.equal(silent.get("orders-cpu").inputs.alarmActions, undefined);
    assert.deepEqual(silent.ofType("aws:sns/topic:Topic"), []);
    assert.deepEqual((await made({ alarms: "none" })).ofType(alarmType), []);
  });

  const refused: [string, DatabaseArgs["alarms"]][] = [
    ["cpuPercent must be more than 0 and at most 100, got 0", { cpuPercent: 0 }],
    ["freeStorageGiB must be more than 0 and less than storageGiB (20), got 20", { freeStorageGiB: 20 }],
    ["connections must be a whole number, 1 or more, got 0.5", { connections: 0.5 }],
    ["replicaLagSeconds must be more than 0, got 0", { replicaLagSeconds: 0 }],
    ['notify.email must be an address such as "operations@example.com", got "me"', { notify: { email: "me" } }],
  ];
  for (const [sentence, alarms] of refused) {
    it(`refuse: ${sentence}`, () =>
      assert.rejects(made({ alarms }), { message: `database "orders": alarms.${sentence}` }));
  }
});
