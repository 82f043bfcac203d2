import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network";
import { SharedFiles, type SharedFilesArgs } from "../../components/shared-files";
import { record } from "../../planner/record";

const make = (
  args: Partial<SharedFilesArgs> = {},
  environment: "dev" | "prod" = "dev",
  use: (files: SharedFiles) => void = () => {},
) =>
  record(
    () => {
      const network = new Network("net", { zones: ["eu-west-1a", "eu-west-1b"] });
      use(new SharedFiles("files", { network, folders: { pages: {} }, ...args }));
    },
    { environment },
  );

describe("SharedFiles", () => {
  it("are an encrypted file system over all zones, as fast as it is asked to be, whose idle files cost less", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("files-fs").inputs, {
      encrypted: true,
      throughputMode: "elastic",
      lifecyclePolicies: [
        { transitionToIa: "AFTER_30_DAYS" },
        { transitionToArchive: "AFTER_90_DAYS" },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
      protection: { replicationOverwrite: "ENABLED" },
      tags: { Name: "files-fs" },
    });
  });

  it("have a key, a rate and tags of one's own", async () => {
    const plan = await make({
      kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/own",
      throughput: { type: "provisioned", mibps: 64 },
      overwriteProtection: false,
      tags: { Backup: "daily" },
    });
    const { inputs } = plan.get("files-fs");
    assert.equal(inputs.kmsKeyId, "arn:aws:kms:eu-west-1:123456789012:key/own");
    assert.deepEqual([inputs.throughputMode, inputs.provisionedThroughputInMibps], ["provisioned", 64]);
    // Archive is for elastic throughput alone.
    assert.deepEqual(inputs.lifecyclePolicies, [
      { transitionToIa: "AFTER_30_DAYS" },
      { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
    ]);
    assert.deepEqual(inputs.protection, { replicationOverwrite: "DISABLED" });
    assert.deepEqual(inputs.tags, { Name: "files-fs", Backup: "daily" });
  });

  it("are protected from deletion in prod, or as told", async () => {
    const isProtected = async (...[args, environment]: Parameters<typeof make>) =>
      (await make(args, environment)).get("files-fs").options.protect ?? false;
    assert.deepEqual(
      [
        await isProtected({}, "prod"),
        await isProtected({}, "dev"),
        await isProtected({ deletionProtection: true }, "dev"),
        await isProtected({ deletionProtection: false }, "prod"),
      ],
      [true, false, true, false],
    );
  });

  it("refuse clients without TLS or past the mount targets, and allow nobody by themselves", async () => {
    const plan = await make();
    const { arn } = plan.get("files-fs").outputs;
    const { inputs } = plan.get("files-policy");
    assert.equal(inputs.fileSystemId, plan.get("files-fs").id);
    assert.deepEqual(JSON.parse(String(inputs.policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: { AWS: "*" },
          Resource: arn,
          Action: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "MountTargetsOnly",
          Effect: "Deny",
          Principal: { AWS: "*" },
          Resource: arn,
          Action: [
            "elasticfilesystem:ClientMount",
            "elasticfilesystem:ClientWrite",
            "elasticfilesystem:ClientRootAccess",
          ],
          Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } },
        },
      ],
    });
  });

  it("are mounted in each zone, behind a group that nobody is let into", async () => {
    const plan = await make();
    for (const [place, zone] of [
      [1, "a"],
      [2, "b"],
    ]) {
      assert.deepEqual(plan.get(`files-mount-${place}`).inputs, {
        fileSystemId: plan.get("files-fs").id,
        subnetId: plan.get(`net-private-${zone}`).id,
        securityGroups: [plan.get("files-mounts").id],
      });
    }
    assert.deepEqual(
      plan.resources.filter(({ name }) => /^files-mounts-/.test(name)),
      [],
    );
  });

  it("let in whom they are told to, by a rule of its own", async () => {
    const plan = await make({}, "dev", (files) => {
      files.admit("workers", "sg-1");
      files.admit("web", "sg-2");
    });
    assert.deepEqual(plan.get("files-mounts-in-tcp-2049-workers").inputs, {
      securityGroupId: plan.get("files-mounts").id,
      description: "NFS: tcp 2049 from group workers",
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
      referencedSecurityGroupId: "sg-1",
    });
    assert.equal(plan.get("files-mounts-in-tcp-2049-web").inputs.referencedSecurityGroupId, "sg-2");
  });

  it("can be mounted in isolated subnets", async () => {
    const plan = await record(() => {
      const network = new Network("net", { zones: 2, tiers: ["public", "private", "isolated"] });
      new SharedFiles("files", { network, folders: { pages: {} }, subnets: "isolated" });
    });
    assert.equal(plan.get("files-mount-1").inputs.subnetId, plan.get("net-isolated-a").id);
  });

  it("are backed up daily, unless that is left to a plan", async () => {
    const status = async (args: Partial<SharedFilesArgs>) =>
      (await make(args)).get("files-backups").inputs.backupPolicy as unknown;
    assert.deepEqual(await status({}), { status: "ENABLED" });
    assert.deepEqual(await status({ automaticBackups: false }), { status: "DISABLED" });
  });

  it("have a copy in another region if told", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-central-1:123456789012:key/copy";
    const plan = await make({ replication: { region: "eu-central-1", kmsKeyArn } });
    assert.deepEqual(plan.get("files-replica").inputs, {
      sourceFileSystemId: plan.get("files-fs").id,
      destination: { region: "eu-central-1", kmsKeyId: kmsKeyArn },
    });
    assert.equal((await make()).ofType("aws:efs/replicationConfiguration:ReplicationConfiguration").length, 0);
  });

  it("tell the way to them", async () => {
    const ids: unknown[] = [];
    const plan = await make({}, "dev", (files) => {
      const { to, port } = files.egress();
      assert.equal(port, 2049);
      pulumi.output(to).apply((peer) => ids.push(peer));
    });
    assert.deepEqual(ids, [{ type: "securityGroup", id: plan.get("files-mounts").id, name: "files" }]);
  });

  it("tell what others need, once it can be mounted", async () => {
    const plan = await make();
    const point = plan.get("files-pages");
    assert.deepEqual(plan.get("files").outputs, {
      fileSystemId: plan.get("files-fs").id,
      fileSystemArn: plan.get("files-fs").outputs.arn,
      dnsName: plan.get("files-fs").outputs.dnsName,
      securityGroupId: plan.get("files-mounts").id,
      accessPointIds: { pages: point.id },
      accessPointArns: { pages: point.outputs.arn },
      mountPolicyArns: { pages: plan.get("files-pages-mount").outputs.arn },
    });
  });

  describe("refuse, before they make anything,", () => {
    const one = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-1"] };
    const refused: [string, Partial<SharedFilesArgs>, string][] = [
      [
        "a network of one zone",
        { network: one },
        "network.privateSubnetIds must hold subnets of at least two zones, got 1",
      ],
      [
        "subnets whose number is not known",
        { network: { ...one, privateSubnetIds: Promise.resolve(["subnet-1", "subnet-2"]) } },
        "network.privateSubnetIds must be a list, as there is a mount target for each, got {}",
      ],
      [
        "a tier that the network has not",
        { subnets: "isolated" },
        "network.isolatedSubnetIds must hold subnets of at least two zones, got 0",
      ],
      [
        "a rate of nothing",
        { throughput: { type: "provisioned", mibps: 0 } },
        "throughput.mibps must be between 1 and 3414, got 0",
      ],
      [
        "a rate that EFS has not",
        { throughput: { type: "provisioned", mibps: 3415 } },
        "throughput.mibps must be between 1 and 3414, got 3415",
      ],
      [
        "a copy in no region",
        { replication: { region: "Frankfurt" } },
        'replication.region must be a region such as "eu-west-1", got "Frankfurt"',
      ],
    ];
    for (const [title, args, sentence] of refused) {
      it(title, () => assert.rejects(make(args), { message: `shared files "files": ${sentence}` }));
    }
  });

  it("refuse a client whose name no rule can have", () =>
    assert.rejects(
      make({}, "dev", (files) => files.admit("my workers", "sg-1")),
      {
        message: 'shared files "files": admitted name must be 1 to 64 letters, digits and dashes, got "my workers"',
      },
    ));
});
