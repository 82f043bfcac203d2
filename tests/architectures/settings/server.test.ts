import assert from "node:assert/strict";
import { planned } from "../planned";

const plan = async (...set: string[]) => (await planned("hello-server", undefined, ...set)).plan;
const instance = async (...set: string[]) => (await plan(...set)).get("hello-instance").inputs;
const refused = (setting: string, message: string) => assert.rejects(plan(setting), { message });

describe("the settings of a server", () => {
  it("are the arguments of Server, under the same names", async () => {
    const made = await plan(
      "instanceType={family: memory, size: xlarge}",
      "rootVolume={type: io2, sizeGiB: 20, iops: 1000}",
      "dataVolumes={/dev/sdf: {type: st1, sizeGiB: 200, mountPath: /data}, /dev/sdg: {sizeGiB: 10, iops: 4000}}",
      "zone=2",
      "elasticIp={allocationId: eipalloc-0a1b2c3d4e5f60718}",
      "keyPair.keyName=ada",
      "tenancy=dedicated",
      "capacityReservation={type: none}",
      "placementGroup={type: partition, partitions: 2}",
      "hibernation=true",
      "autoRecovery=false",
      "terminationProtection=true",
      "stopProtection=true",
      "detailedMonitoring=false",
      "instanceTags={Backup: daily}",
      "policyArns={bucket: 'arn:aws:iam::123456789012:policy/bucket'}",
      "egress=[{to: 10.0.0.0/16, port: 5432}]",
      "securityGroupIds=[sg-0a1b2c3d4e5f60718]",
      "networkInterfaces=[{subnetId: subnet-0a1b2c3d4e5f60718, sourceDestCheck: false}]",
      "cloudWatchAgent=true",
      "alarms={cpuPercent: 70, diskPercent: 80}",
    );
    const inputs = made.get("hello-instance").inputs;
    const { instanceType, subnetId, keyName, tenancy, hibernation, monitoring, tags } = inputs;
    assert.deepEqual(
      [instanceType, subnetId, keyName, tenancy, hibernation, monitoring, tags],
      [
        "r7g.xlarge",
        made.get("hello-net-public-b").id,
        "ada",
        "dedicated",
        true,
        false,
        { Name: "hello", Backup: "daily" },
      ],
    );
    assert.deepEqual([inputs.disableApiTermination, inputs.disableApiStop], [true, true]);
    assert.deepEqual(inputs.maintenanceOptions, { autoRecovery: "disabled" });
    assert.deepEqual(inputs.capacityReservationSpecification, { capacityReservationPreference: "none" });
    assert.equal(Object(inputs.rootBlockDevice).volumeType, "io2");
    assert.deepEqual([made.get("hello-sdf").inputs.type, made.get("hello-sdg").inputs.iops], ["st1", 4000]);
    assert.equal(made.get("hello-placement").inputs.partitionCount, 2);
    assert.equal(made.get("hello-address-association").inputs.allocationId, "eipalloc-0a1b2c3d4e5f60718");
    assert.ok(
      made
        .names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
        .includes("hello-sg-out-tcp-5432-10.0.0.0/16"),
    );
    assert.deepEqual([made.get("hello-cpu").inputs.threshold, made.get("hello-disk-sdf").inputs.threshold], [70, 80]);
    assert.ok(made.get("hello-role-bucket"));
    assert.ok((inputs.vpcSecurityGroupIds as string[]).includes("sg-0a1b2c3d4e5f60718"));
    const { subnetId: second, sourceDestCheck } = made.get("hello-interface-1").inputs;
    assert.deepEqual([second, sourceDestCheck], ["subnet-0a1b2c3d4e5f60718", false]);
  });

  it("have capacity made for it, which a policy asks a reason for and the server's tags give", async () => {
    const host = ["tenancy={host: own}", "instanceType=m7g.large"];
    const { plan: made, judgement } = await planned(
      "hello-server",
      undefined,
      ...host,
      "instanceTags.tenancy-reason=licence",
    );
    assert.equal(made.get("hello-instance").inputs.hostId, made.get("hello-host").id);
    const said = ({ findings }: Awaited<typeof judgement>) =>
      findings.filter(({ verdict }) => verdict !== "exempt").map(({ policy }) => policy);
    assert.deepEqual(said(await judgement), []);
    const silent = await planned("hello-server", undefined, ...host);
    assert.ok(said(await silent.judgement).includes("dedicated-tenancy-justified"));
    const { endDateType } = (await plan("capacityReservation={type: own}")).get("hello-reservation").inputs;
    assert.equal(endDateType, "unlimited");
  });

  it("take one type by its name, an image by a look-up, and spot capacity", async () => {
    const lookUp = "ami={type: lookUp, owners: [self], name: 'web-*', rootDevice: /dev/xvda, architecture: x86_64}";
    const { instanceType, ami, instanceMarketOptions } = await instance(
      "instanceType=t3.micro",
      lookUp,
      "purchasing={type: spot, onInterruption: terminate}",
      "cpuCredits=standard",
      "onNewImage=replace",
      "instanceStorePath=/mnt/fast",
      "dataVolumeLifetime=server",
    );
    assert.equal(instanceType, "t3.micro");
    assert.match(String(ami), /^ami-0ff11e/);
    assert.equal(Object(instanceMarketOptions).marketType, "spot");
  });

  it("refuse what is no disk", () =>
    refused(
      "rootVolume={type: gp2, sizeGiB: 20}",
      'tierwork:settings.rootVolume must be a map of a type (gp3, io2, st1 or sc1), sizeGiB, and what else that type has, got {"type":"gp2","sizeGiB":20}',
    ));
  it("refuse what AWS does not have, in the words of the component", () =>
    refused(
      "rootVolume={sizeGiB: 1000, iops: 90000}",
      "tierwork:settings.rootVolume.iops must be between 3000 and 80000, got 90000",
    ));
  it("refuse what is no Elastic IP", () =>
    refused("elasticIp=true", "tierwork:settings.elasticIp must be own, or a map of an allocationId, got true"));
});
