import assert from "node:assert/strict";
import { Database, type DatabaseArgs } from "../../components/database";
import { record } from "../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-public-a", "subnet-public-b"],
  privateSubnetIds: ["subnet-private-a", "subnet-private-b"],
  isolatedSubnetIds: ["subnet-isolated-a", "subnet-isolated-b"],
};
const postgres = { type: "postgres", version: "17" } as const;
const make = (args: Partial<DatabaseArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(
    () => {
      new Database("orders", { network, engine: postgres, ...args });
    },
    { environment },
  );

describe("Database", () => {
  it("is encrypted, out of the internet's reach, and has a password that RDS keeps", async () => {
    const plan = await make();
    const identifier = String(plan.get("orders-subnets").outputs.name).replace("-subnets", "-db");
    assert.deepEqual(plan.get("orders-db").inputs, {
      identifier,
      engine: "postgres",
      engineVersion: "17",
      instanceClass: "db.t4g.micro",
      dbName: "app",
      port: 5432,
      username: "administrator",
      manageMasterUserPassword: true,
      storageType: "gp3",
      allocatedStorage: 20,
      maxAllocatedStorage: 100,
      storageEncrypted: true,
      multiAz: false,
      dbSubnetGroupName: plan.get("orders-subnets").outputs.name,
      vpcSecurityGroupIds: [plan.get("orders-sg").id],
      publiclyAccessible: false,
      parameterGroupName: plan.get("orders-parameters").outputs.name,
      iamDatabaseAuthenticationEnabled: true,
      backupRetentionPeriod: 7,
      copyTagsToSnapshot: true,
      deleteAutomatedBackups: true,
      deletionProtection: false,
      skipFinalSnapshot: true,
      autoMinorVersionUpgrade: true,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      databaseInsightsMode: "standard",
      performanceInsightsEnabled: true,
      performanceInsightsRetentionPeriod: 7,
      monitoringInterval: 0,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      tags: { Name: "orders-db" },
    });
    assert.equal(plan.get("orders-db").options.protect ?? false, false);
  });

  it("has a second instance in another zone, longer backups and protection in prod", async () => {
    const { inputs, options } = (await make({}, "prod")).get("orders-db");
    const { multiAz, backupRetentionPeriod, deletionProtection, skipFinalSnapshot, ...rest } = inputs;
    assert.deepEqual([multiAz, backupRetentionPeriod, deletionProtection, skipFinalSnapshot], [true, 30, true, false]);
    assert.deepEqual([rest.deleteAutomatedBackups, rest.instanceClass], [false, "db.m7g.large"]);
    assert.equal(options.protect, true);
  });

  it("changes its class in place: in the maintenance window, or at once", async () => {
    const before = (await make({ instanceClass: "db.t4g.medium" })).get("orders-db");
    const after = (await make({ instanceClass: "db.r7g.large", applyImmediately: true })).get("orders-db");
    assert.deepEqual([before.inputs.applyImmediately, after.inputs.applyImmediately], [undefined, true]);
    assert.deepEqual(
      { ...after.inputs, instanceClass: "db.t4g.medium", applyImmediately: undefined },
      { ...before.inputs, applyImmediately: undefined },
    );
    assert.equal(after.urn, before.urn);
  });

  it("is what it is told", async () => {
    const { inputs } = (
      await make({
        ...{ databaseName: "shop", instanceClass: "db.r7g.large", storageGiB: 100, maxStorageGiB: 110 },
        ...{ multiAz: true, backupDays: 35, deletionProtection: true },
      })
    ).get("orders-db");
    assert.deepEqual(
      [inputs.dbName, inputs.instanceClass, inputs.allocatedStorage, inputs.maxAllocatedStorage],
      ["shop", "db.r7g.large", 100, 110],
    );
    assert.deepEqual([inputs.multiAz, inputs.backupRetentionPeriod, inputs.deletionProtection], [true, 35, true]);
  });

  it("stands in the isolated subnets, or the private ones if told", async () => {
    assert.deepEqual((await make()).get("orders-subnets").inputs.subnetIds, network.isolatedSubnetIds);
    const plan = await make({ subnets: "private" });
    assert.deepEqual(plan.get("orders-subnets").inputs.subnetIds, network.privateSubnetIds);
  });

  it("speaks TLS alone, in every language", async () => {
    const parameters = async (args: Partial<DatabaseArgs>) => {
      const { family, parameters } = (await make(args)).get("orders-parameters").inputs;
      return [family, parameters];
    };
    assert.deepEqual(await parameters({}), ["postgres17", [{ name: "rds.force_ssl", value: "1" }]]);
    const mysqlParameters = [
      { name: "require_secure_transport", value: "1" },
      { name: "slow_query_log", value: "1" },
      { name: "log_output", value: "FILE" },
    ];
    assert.deepEqual(await parameters({ engine: { type: "mysql", version: "8.4" } }), ["mysql8.4", mysqlParameters]);
    assert.deepEqual(await parameters({ engine: { type: "mariadb", version: "11.8" } }), [
      "mariadb11.8",
      mysqlParameters,
    ]);
    const { engine, port, enabledCloudwatchLogsExports } = (
      await make({ engine: { type: "mysql", version: "8.4" } })
    ).get("orders-db").inputs;
    assert.deepEqual([engine, port, enabledCloudwatchLogsExports], ["mysql", 3306, ["error", "slowquery"]]);
  });

  it("lets nobody in until a rule says so, and goes nowhere itself", async () => {
    const plan = await make();
    const rules = plan.resources.filter(({ type }) => /SecurityGroup(In|E)gressRule$/.test(type));
    assert.deepEqual(rules, []);
    assert.equal(plan.get("orders-sg").inputs.revokeRulesOnDelete, true);
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await make();
    const { address, masterUserSecrets } = plan.get("orders-db").outputs;
    assert.deepEqual(plan.get("orders").outputs, {
      address,
      port: 5432,
      databaseName: "app",
      secretArn: Object(masterUserSecrets)[0].secretArn,
      securityGroupId: plan.get("orders-sg").id,
      origin: {
        arn: plan.get("orders-db").outputs.arn,
        engine: postgres,
        instanceClass: "db.t4g.micro",
        ...{ storageGiB: 20, maxStorageGiB: 100, storage: { type: "gp3" } },
        caCertificate: "rds-ca-rsa2048-g1",
        parameters: {},
        hasOwnPassword: false,
      },
      replicaAddresses: {},
    });
  });

  const one = { ...network, isolatedSubnetIds: ["subnet-isolated-a"] };
  const { isolatedSubnetIds: _, ...none } = network;
  const subnets = "network.isolatedSubnetIds must hold subnets of at least two zones";
  const refused: [string, Partial<DatabaseArgs>][] = [
    [
      'engine.type must be "postgres", "mysql" or "mariadb", got "oracle"',
      { engine: { ...postgres, type: "oracle" as "postgres" } },
    ],
    ['engine.version must be one of 15, 16, 17, 18, got "9.6"', { engine: { ...postgres, version: "9.6" as "17" } }],
    [
      'databaseName must be a letter, then letters, digits and _, at most 63, got "my-shop"',
      { databaseName: "my-shop" },
    ],
    ['databaseName must not be a word that SQL keeps for itself, got "Order"', { databaseName: "Order" }],
    ['databaseName must not be a word that SQL keeps for itself, got "user"', { databaseName: "user" }],
    ['instanceClass must be a class such as "db.t4g.micro", got "t4g.micro"', { instanceClass: "t4g.micro" }],
    [
      'engine.version must be one of 10.11, 11.4, 11.8, got "10.6"',
      { engine: { type: "mariadb", version: "10.6" as "11.4" } },
    ],
    ['subnets must be "isolated" or "private", got "public"', { subnets: "public" as "private" }],
    [
      "blueGreenUpdate must be left out unless masterPassword is of type secret and there are no replicas, got true",
      { blueGreenUpdate: true },
    ],
    [
      "blueGreenUpdate must be left out unless masterPassword is of type secret and there are no replicas, got true",
      { blueGreenUpdate: true, masterPassword: { type: "secret", secretArn: "arn:own" }, replicas: { reports: {} } },
    ],
    [`${subnets}, got 1`, { network: one }],
    [`${subnets}, got 0`, { network: none }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `database "orders": ${sentence}` }));
  }

  for (const name of ["1-orders", "orders--db", "orders-", "o".repeat(42)]) {
    it(`refuses the name ${name}, which RDS would not take`, () =>
      assert.rejects(
        record(() => {
          new Database(name, { network, engine: postgres });
        }),
        {
          message: `database "${name}": name must be a letter, then letters, digits and single hyphens, at most 41, got "${name}"`,
        },
      ));
  }
});
