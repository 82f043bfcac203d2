import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network";
import { Server } from "../../components/server";
import { record } from "../../planner/record";
import { instance, network, refuses, wiki } from "./server/server";

const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0Jb3Xb2v5Z9Fv3n3r7sH1l0QwW8m2c4u6y8A0C2E4G ada@example.com";
const windows = { type: "windowsServer", version: "2022" } as const;

describe("Server", () => {
  it("is one instance, with the safe way to be one", async () => {
    const plan = await wiki({}, "prod");
    const { ami, iamInstanceProfile, ...inputs } = plan.get("wiki-instance").inputs;
    assert.deepEqual(inputs, {
      instanceType: "m7g.medium",
      subnetId: "subnet-3",
      associatePublicIpAddress: false,
      vpcSecurityGroupIds: [plan.get("wiki-sg").id],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: {
        volumeType: "gp3",
        volumeSize: 16,
        encrypted: true,
        deleteOnTermination: true,
        tags: { Name: "wiki" },
      },
      ebsOptimized: true,
      monitoring: true,
      maintenanceOptions: { autoRecovery: "default" },
      disableApiStop: true,
      disableApiTermination: true,
      userDataReplaceOnChange: false,
      tags: { Name: "wiki" },
    });
    assert.equal(iamInstanceProfile, plan.get("wiki-profile").outputs.name);
    assert.match(String(ami), /^ami-/);
    const { policyArn } = plan.get("wiki-role-ssm").inputs;
    assert.equal(policyArn, "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore");
    assert.equal(plan.get("wiki-role").inputs.description, "Instances of the server wiki");
  });

  it("stands in one subnet: private or public, of the zone that is said", async () => {
    const place = async (subnet: "private" | "public", zone?: number) => {
      const { subnetId, associatePublicIpAddress } = await instance({ subnet, zone });
      return [subnetId, associatePublicIpAddress];
    };
    assert.deepEqual(await place("private"), ["subnet-3", false]);
    assert.deepEqual(await place("private", 2), ["subnet-4", false]);
    assert.deepEqual(await place("public", 2), ["subnet-2", true]);
    const later = { ...network, privateSubnetIds: pulumi.output(["subnet-7", "subnet-8"]) };
    assert.equal((await instance({ network: later, zone: 2 })).subnetId, "subnet-8");
  });

  it("has an Elastic IP that the next server takes over", async () => {
    const plan = await wiki({ subnet: "public", elasticIp: "own" });
    assert.deepEqual(plan.get("wiki-address").inputs, { domain: "vpc", tags: { Name: "wiki" } });
    assert.deepEqual(plan.get("wiki-address-association").inputs, {
      allocationId: plan.get("wiki-address").outputs.allocationId,
      instanceId: plan.get("wiki-instance").id,
      allowReassociation: true,
    });
    assert.equal(plan.get("wiki").outputs.publicIp, plan.get("wiki-address").outputs.publicIp);
  });

  it("may have one that was allocated before", async () => {
    const plan = await wiki({ subnet: "public", elasticIp: { allocationId: "eipalloc-1" } });
    assert.equal(plan.get("wiki-address-association").inputs.allocationId, "eipalloc-1");
    assert.deepEqual(plan.ofType("aws:ec2/eip:Eip"), []);
  });

  it("changes its type in place, and is not replaced because it was stopped", async () => {
    const { options } = (await wiki({ subnet: "public" })).get("wiki-instance");
    assert.equal(options.replaceOnChanges, undefined);
    assert.ok(options.ignoreChanges?.includes("associatePublicIpAddress"));
  });

  it("takes a key pair that is there, or a public key", async () => {
    const named = await wiki({ keyPair: { keyName: "ada" } });
    assert.equal(named.get("wiki-instance").inputs.keyName, "ada");
    const made = await wiki({ keyPair: { publicKey } });
    assert.deepEqual(made.get("wiki-key").inputs, { publicKey, tags: { Name: "wiki" } });
    assert.equal(made.get("wiki-instance").inputs.keyName, made.get("wiki-key").outputs.keyName);
  });

  it("has what else is asked of it", async () => {
    const plan = await wiki({
      instanceType: "m7g.large",
      placementGroup: { type: "partition", partitions: 3 },
      nitroEnclaves: true,
      cpuOptions: { cores: 1, threadsPerCore: 1 },
      detailedMonitoring: false,
      autoRecovery: false,
      policyArns: { bucket: "arn:aws:iam::123456789012:policy/bucket" },
      instanceTags: { Backup: "daily" },
    });
    const inputs = plan.get("wiki-instance").inputs;
    assert.equal(inputs.placementGroup, plan.get("wiki-placement").outputs.name);
    assert.deepEqual(inputs.enclaveOptions, { enabled: true });
    assert.deepEqual(inputs.cpuOptions, { coreCount: 1, threadsPerCore: 1 });
    assert.deepEqual([inputs.monitoring, inputs.maintenanceOptions], [false, { autoRecovery: "disabled" }]);
    assert.deepEqual(inputs.tags, { Name: "wiki", Backup: "daily" });
    assert.equal(plan.get("wiki-role-bucket").inputs.policyArn, "arn:aws:iam::123456789012:policy/bucket");
    const { creditSpecification } = await instance({ cpuCredits: "standard" });
    assert.deepEqual(creditSpecification, { cpuCredits: "standard" });
    assert.equal((await instance({ hibernation: true })).hibernation, true);
  });

  it("starts after what opts say", async () => {
    const plan = await record(() => {
      const net = new Network("net", { zones: 2 });
      new Server("wiki", { network: net }, { dependsOn: [net] });
    });
    assert.equal(plan.get("wiki-instance").inputs.subnetId, plan.get("net-private-a").id);
    assert.ok(plan.get("wiki-instance").dependencies.includes(plan.get("net-vpc").urn));
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await wiki();
    const { outputs } = plan.get("wiki");
    assert.deepEqual(Object.keys(outputs).sort(), [
      "alarmTopicArn",
      "instanceId",
      "privateIp",
      "publicIp",
      "roleArn",
      "roleName",
      "securityGroupId",
      "volumeIds",
    ]);
    assert.equal(outputs.instanceId, plan.get("wiki-instance").id);
    assert.equal(outputs.securityGroupId, plan.get("wiki-sg").id);
    assert.equal(outputs.publicIp, "");
  });

  const shown = "ssh-dss AAAAB3NzaC1kc3MAAACBAJ";
  refuses([
    ["zone must be at most 2, as many as the network has of such subnets, got 3", { zone: 3 }],
    ["zone must be a whole number, 1 for the first zone, got 0", { zone: 0 }],
    [
      'subnet must be "public" with an Elastic IP, to which no private subnet has a way, got "private"',
      { elasticIp: "own" },
    ],
    [
      'policyArns must not use the names ssm and agent, which policies of AWS have, got "ssm"',
      { policyArns: { ssm: "a" } },
    ],
    [
      `keyPair.publicKey must be an OpenSSH key such as "ssh-ed25519 AAAA…", got "${shown}"`,
      { keyPair: { publicKey: shown } },
    ],
    [
      `keyPair.publicKey must be an ssh-rsa key for Windows, whose password only such decrypts, got "${publicKey.slice(0, 40)}…"`,
      { keyPair: { publicKey }, ami: windows },
    ],
  ]);

  it("refuses a name that AWS keeps for ids", () =>
    assert.rejects(
      record(() => new Server("sg-wiki", { network })),
      { message: 'server "sg-wiki": name must not begin with sg-, which AWS keeps for ids, got "sg-wiki"' },
    ));
});
