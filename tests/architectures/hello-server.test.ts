import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const plan = (...set: string[]) => planned("hello-server", undefined, ...set);
const server = async (...set: string[]) => (await plan(...set)).plan.get("hello-instance").inputs;
const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(plan(...set), typeof message === "string" ? { message } : message);

const inType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const outType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("the architecture hello-server", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await plan();
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "hello-server.plan.txt"), shown);
  });

  it("is one server in a public subnet, which anyone may ask over HTTP and nobody may log in to", async () => {
    const { plan: made } = await plan();
    assert.deepEqual(made.names("aws:ec2/instance:Instance"), ["hello-instance"]);
    const { subnetId, associatePublicIpAddress, keyName, userDataReplaceOnChange } = await server();
    assert.deepEqual([subnetId, associatePublicIpAddress], [made.get("hello-net-public-a").id, true]);
    assert.deepEqual([keyName, userDataReplaceOnChange], [undefined, true]);
    const rules = ["hello-sg-in-tcp-80-0.0.0.0/0", "hello-sg-in-tcp-80-0:0:0:0:0:0:0:0/0"];
    assert.deepEqual(made.names(inType), rules);
    assert.deepEqual(made.names("aws:ec2/natGateway:NatGateway"), []);
  });

  it("starts its server only once the way to the internet is there", async () => {
    const { plan: made } = await plan();
    const { dependencies } = made.get("hello-instance");
    assert.ok(dependencies.includes(made.get("hello-net-public-to-internet").urn));
  });

  it("tells where it answers, at an Elastic IP if that is said", async () => {
    const { plan: made } = await plan("elasticIp=own");
    const { publicIp } = made.get("hello-address").outputs;
    assert.deepEqual([made.outputs.publicIp, made.outputs.url], [publicIp, `http://${publicIp}`]);
  });

  it("admits whom the settings say, through the network ACL as well", async () => {
    const { plan: made } = await plan("httpFrom=[203.0.113.0/24]", "ssh.from=[198.51.100.0/24]", "keyPair.keyName=ada");
    assert.deepEqual(made.names(inType), ["hello-sg-in-tcp-80-203.0.113.0/24", "hello-ssh-in-tcp-22-198.51.100.0/24"]);
    const ingress = made.get("hello-net-public-acl").inputs.ingress as { cidrBlock?: string; action?: string }[];
    assert.ok(ingress.some(({ cidrBlock, action }) => cidrBlock === "198.51.100.0/24" && action === "allow"));
    assert.equal((await server("ssh.from=[198.51.100.0/24]", "keyPair.keyName=ada")).keyName, "ada");
  });

  it("takes Ubuntu as well, whose packages come over HTTP", async () => {
    const { plan: made } = await plan("ami={type: ubuntu, version: '22.04'}");
    assert.deepEqual(made.names(outType), ["hello-sg-out-tcp-443-0.0.0.0/0", "hello-sg-out-tcp-80-0.0.0.0/0"]);
  });

  it("runs Windows if that is said, with IIS and PowerShell, as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await plan("platform=windows", "rdp.from=[198.51.100.0/24]");
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "hello-server.windows.plan.txt"), shown);
    const { instanceType, rootBlockDevice, userData, ami } = await server("platform=windows");
    assert.deepEqual([instanceType, (rootBlockDevice as { volumeSize: number }).volumeSize], ["t3.medium", 50]);
    assert.match(String(userData), /^<powershell>\n# Answers every request[^<]*\$greeting = 'Hello CoderCo from/);
    assert.match(String(userData), /Install-WindowsFeature -Name Web-Server/);
    assert.notEqual(ami, (await server()).ami);
  });

  it("admits Remote Desktop from the ranges that are stated, through the network ACL as well", async () => {
    const { plan: made } = await plan("platform=windows", "rdp.from=[198.51.100.0/24]", "keyPair.keyName=ada");
    assert.ok(made.names(inType).includes("hello-rdp-in-tcp-3389-198.51.100.0/24"));
    const ingress = made.get("hello-net-public-acl").inputs.ingress as { cidrBlock?: string; action?: string }[];
    assert.ok(ingress.some(({ cidrBlock, action }) => cidrBlock === "198.51.100.0/24" && action === "allow"));
  });

  it("may stand in a network that is there", async () => {
    const subnets = "subnets: {public: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60712]}";
    const network = `network={type: existing, vpcId: vpc-0a1b2c3d4e5f60718, zones: 2, ${subnets}}`;
    assert.equal((await server(network, "zone=2", "ssh.from=[198.51.100.0/24]")).subnetId, "subnet-0a1b2c3d4e5f60712");
  });

  it("says what the settings say", async () => {
    assert.match(String((await server()).userData), /^greeting='Hello CoderCo from \$\(hostname -f\)'$/m);
    assert.match(String((await server("greeting=Good morning")).userData), /^greeting='Good morning'$/m);
  });

  describe("refuses in one sentence", () => {
    it("SSH from the world", () =>
      refused(
        ["ssh.from=[0.0.0.0/0]"],
        'tierwork:settings.ssh.from must hold no range wider than /8 (IPv4) or /16 (IPv6), got "0.0.0.0/0"',
      ));
    it("a greeting of two lines", () =>
      refused(
        ['greeting="one\\ntwo"'],
        'tierwork:settings.greeting must be one line of 1 to 500 characters, got "one\\ntwo"',
      ));
    it("an image, or a way in, of the other platform", async () => {
      const linux = "must be Amazon Linux or Ubuntu, which have the package, for platform linux";
      await refused(["ami={type: windowsServer, version: '2022'}"], `tierwork:settings.ami: ${linux}`);
      await refused(
        ["platform=windows", "ami={type: amazonLinux2023}"],
        "tierwork:settings.ami: must be of type windowsServer where platform is windows",
      );
      await refused(
        ["platform=windows", "ssh.from=[198.51.100.0/24]"],
        "tierwork:settings.ssh: must be left out where platform is windows, which has rdp",
      );
      await refused(
        ["rdp.from=[198.51.100.0/24]"],
        "tierwork:settings.rdp: must be left out where platform is linux, which has ssh",
      );
    });
    it("RDP from the world", () =>
      refused(
        ["platform=windows", "rdp.from=[0.0.0.0/0]"],
        'tierwork:settings.rdp.from must hold no range wider than /8 (IPv4) or /16 (IPv6), got "0.0.0.0/0"',
      ));
    it("a family that there is not", () =>
      refused(
        ["instanceType={family: huge, size: large}"],
        'tierwork:settings.instanceType must be a type such as m7g.large, or a map of a family (general, compute, memory, storage or accelerated) and a size, got {"family":"huge","size":"large"}',
      ));
  });
});
