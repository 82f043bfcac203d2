import assert from "node:assert/strict";
import { made, refuses } from "./made";

const masterPassword = { type: "secret", secretArn: "arn:own" } as const;

describe("the replicas of a database", () => {
  it("stand behind the same rules, with the same engine, disks and logs, and tell where they are", async () => {
    const plan = await made({ masterPassword, replicas: { reports: {} } });
    const { identifier } = plan.get("orders-db").inputs;
    const replica = plan.get("orders-replica-reports");
    assert.deepEqual(replica.inputs, {
      identifier: `${identifier}-reports`,
      replicateSourceDb: identifier,
      instanceClass: "db.t4g.micro",
      port: 5432,
      storageType: "gp3",
      maxAllocatedStorage: 100,
      storageEncrypted: true,
      multiAz: false,
      vpcSecurityGroupIds: [plan.get("orders-sg").id],
      publiclyAccessible: false,
      parameterGroupName: plan.get("orders-parameters").outputs.name,
      iamDatabaseAuthenticationEnabled: true,
      copyTagsToSnapshot: true,
      skipFinalSnapshot: true,
      autoMinorVersionUpgrade: true,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      databaseInsightsMode: "standard",
      performanceInsightsEnabled: true,
      performanceInsightsRetentionPeriod: 7,
      monitoringInterval: 0,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      tags: { Name: "orders-replica-reports" },
    });
    assert.equal(
      plan.get("orders-replica-reports-logs-upgrade").inputs.name,
      `/aws/rds/instance/${identifier}-reports/upgrade`,
    );
    assert.deepEqual(plan.get("orders").outputs.replicaAddresses, { reports: replica.outputs.address });
  });

  it("are of a class and a standby of their own if told", async () => {
    const replicas = { reports: { instanceClass: "db.r7g.large", multiAz: true } };
    const { inputs } = (await made({ masterPassword, replicas })).get("orders-replica-reports");
    assert.deepEqual([inputs.instanceClass, inputs.multiAz], ["db.r7g.large", true]);
  });

  const many = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`r${index}`, {}]));
  const long = "r".repeat(39);
  refuses([
    [
      'replicas must be left out unless masterPassword is of type secret, got ["reports"]',
      { replicas: { reports: {} } },
    ],
    ["replicas must be at most 15, got 16", { masterPassword, replicas: many }],
    [
      'replicas must have names such as "reports", in lower-case letters, digits and hyphens, got "Reports"',
      { masterPassword, replicas: { Reports: {} } },
    ],
    [
      `replicas must have names of at most 38 letters beside orders, got "${long}"`,
      { masterPassword, replicas: { [long]: {} } },
    ],
    [
      'replicas.reports.instanceClass must be a class such as "db.t4g.micro", got "r7g"',
      { masterPassword, replicas: { reports: { instanceClass: "r7g" } } },
    ],
    [
      'insights.type must be "none" for mariadb on db.t3.small, got "standard"',
      {
        masterPassword,
        engine: { type: "mariadb", version: "11.4" },
        instanceClass: "db.m7g.large",
        replicas: { reports: { instanceClass: "db.t3.small" } },
        insights: { type: "standard" },
      },
    ],
  ]);
});
