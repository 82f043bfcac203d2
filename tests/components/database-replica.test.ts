import assert from "node:assert/strict";
import { Database, type DatabaseArgs } from "../../components/database";
import { DatabaseReplica, type DatabaseReplicaArgs } from "../../components/database-replica";
import { regionalProvider } from "../../components/regional-provider";
import { judge } from "../../planner/judge";
import { record } from "../../planner/record";
import { policies, readContext } from "../../policies/catalogue";

const networkOf = (place: string) => ({
  vpcId: `vpc-${place}`,
  publicSubnetIds: [],
  privateSubnetIds: [`subnet-${place}-1`, `subnet-${place}-2`],
  isolatedSubnetIds: [`subnet-${place}-3`, `subnet-${place}-4`],
});
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const base: DatabaseArgs = {
  network: networkOf("here"),
  engine: { type: "postgres", version: "17" },
  masterPassword: { type: "secret", secretArn },
};

/** A database in Ireland and its copy in Frankfurt. */
function copied(
  args: Partial<DatabaseReplicaArgs> = {},
  of: Partial<DatabaseArgs> = {},
  environment: "dev" | "prod" = "dev",
) {
  return record(
    () => {
      const provider = regionalProvider("frankfurt", "eu-central-1");
      const { origin } = new Database("orders", { ...base, ...of });
      new DatabaseReplica("copy", { origin, network: networkOf("there"), kmsKeyArn, ...args }, { provider });
    },
    { environment, region: "eu-west-1" },
  );
}

describe("DatabaseReplica", () => {
  it("copies the database by its ARN, and stands in the region of its provider with all that is around it", async () => {
    const plan = await copied();
    const { inputs, provider } = plan.get("copy-db");
    assert.deepEqual(inputs, {
      identifier: String(plan.get("copy-subnets").outputs.name).replace("-subnets", "-db"),
      replicateSourceDb: plan.get("orders-db").outputs.arn,
      kmsKeyId: kmsKeyArn,
      instanceClass: "db.t4g.micro",
      port: 5432,
      storageType: "gp3",
      maxAllocatedStorage: 100,
      storageEncrypted: true,
      multiAz: false,
      dbSubnetGroupName: plan.get("copy-subnets").outputs.name,
      vpcSecurityGroupIds: [plan.get("copy-sg").id],
      publiclyAccessible: false,
      parameterGroupName: plan.get("copy-parameters").outputs.name,
      iamDatabaseAuthenticationEnabled: true,
      copyTagsToSnapshot: true,
      deletionProtection: false,
      skipFinalSnapshot: true,
      autoMinorVersionUpgrade: true,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      databaseInsightsMode: "standard",
      performanceInsightsEnabled: true,
      performanceInsightsRetentionPeriod: 7,
      monitoringInterval: 0,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      tags: { Name: "copy-db" },
    });
    assert.match(String(inputs.replicateSourceDb), /^arn:aws:rds:eu-west-1:/);
    assert.match(String(plan.get("copy-parameters").outputs.arn), /^arn:aws:rds:eu-central-1:/);
    assert.match(String(provider), /::frankfurt::/);
    const regional = plan.resources.filter(({ name, custom }) => custom && name.startsWith("copy-"));
    assert.deepEqual([...new Set(regional.map((one) => one.provider))], [provider]);
  });

  it("speaks TLS alone, with the parameters and the disks of the database", async () => {
    const storage = { type: "io2", iops: 3000 } as const;
    const plan = await copied({}, { parameters: { work_mem: "65536" }, storageGiB: 200, storage });
    assert.deepEqual(plan.get("copy-parameters").inputs.parameters, plan.get("orders-parameters").inputs.parameters);
    const { storageType, iops, maxAllocatedStorage } = plan.get("copy-db").inputs;
    assert.deepEqual([storageType, iops, maxAllocatedStorage], ["io2", 3000, 1000]);
  });

  it("is another size, with a standby, for whom it is said, and kept in prod", async () => {
    const client = { type: "securityGroup", id: "sg-0a1b2c3d4e5f60718", name: "reports" } as const;
    const plan = await copied({ instanceClass: "db.m7g.large", multiAz: true, allowedFrom: [client] }, {}, "prod");
    const { inputs, options } = plan.get("copy-db");
    assert.deepEqual([inputs.instanceClass, inputs.multiAz, inputs.deletionProtection], ["db.m7g.large", true, true]);
    assert.equal(options.protect, true);
    assert.equal(plan.get("copy-sg-in-tcp-5432-reports").inputs.referencedSecurityGroupId, client.id);
    assert.match(String(inputs.monitoringRoleArn), /copy-monitoring-role/);
  });

  it("calls for help as a database does, and when it falls behind", async () => {
    const plan = await copied({ alarms: { replicaLagSeconds: 30 } });
    const { metricName, threshold, dimensions } = plan.get("copy-lag").inputs;
    const identifier = plan.get("copy-db").inputs.identifier;
    assert.deepEqual([metricName, threshold, dimensions], ["ReplicaLag", 30, { DBInstanceIdentifier: identifier }]);
    assert.ok(plan.get("copy-cpu") && plan.get("copy-free-storage"));
    const silent = await copied({ alarms: "none" });
    assert.ok(!silent.resources.some(({ name }) => name === "copy-lag"));
  });

  it("is nothing that a mandatory policy refuses", async () => {
    const { findings } = await judge(await copied(), policies(readContext(new Date("2026-11-21T00:00:00Z"))));
    const refused = findings.filter(({ urn, level }) => urn?.endsWith("::copy-db") && level === "mandatory");
    assert.deepEqual(refused, []);
  });

  for (const [sentence, args, of] of [
    [
      'origin must be of a database whose masterPassword is of type secret, as RDS copies no other, got "managed"',
      {},
      { masterPassword: { type: "managed" } },
    ],
    ['instanceClass must be a class such as "db.t4g.micro", got "m7g.large"', { instanceClass: "m7g.large" }],
    [
      "network.isolatedSubnetIds must hold subnets of at least two zones, got 0",
      { network: { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-1", "subnet-2"] } },
    ],
    ["alarms.replicaLagSeconds must be more than 0, got 0", { alarms: { replicaLagSeconds: 0 } }],
  ] as [string, Partial<DatabaseReplicaArgs>, Partial<DatabaseArgs>?][]) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(copied(args, of), { message: `database replica "copy": ${sentence}` }));
  }
});
