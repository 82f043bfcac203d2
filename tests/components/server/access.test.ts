import assert from "node:assert/strict";
import { refuses, wiki } from "./server";

const inType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const outType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("who may reach a server", () => {
  it("is nobody unless said, while it may call over HTTPS", async () => {
    const plan = await wiki();
    assert.deepEqual(plan.names(inType), []);
    assert.deepEqual(plan.names(outType), ["wiki-sg-out-tcp-443-0.0.0.0/0"]);
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), ["wiki-sg"]);
    assert.deepEqual(plan.get("wiki-instance").inputs.vpcSecurityGroupIds, [plan.get("wiki-sg").id]);
  });

  it("is who is said, on the ports that are said", async () => {
    const plan = await wiki({
      ingress: [
        { port: "http", from: "internet" },
        { port: 8443, from: ["10.0.0.0/16", { type: "securityGroup", id: "sg-9", name: "app" }] },
        { port: { protocol: "udp", port: 514 }, from: ["10.0.0.0/16"] },
      ],
      egress: [{ to: "0.0.0.0/0", port: "http" }],
      securityGroupIds: ["sg-8"],
    });
    assert.deepEqual(plan.names(inType), [
      "wiki-sg-in-tcp-80-0.0.0.0/0",
      "wiki-sg-in-tcp-80-0:0:0:0:0:0:0:0/0",
      "wiki-sg-in-tcp-8443-10.0.0.0/16",
      "wiki-sg-in-tcp-8443-app",
      "wiki-sg-in-udp-514-10.0.0.0/16",
    ]);
    assert.deepEqual(plan.names(outType), ["wiki-sg-out-tcp-443-0.0.0.0/0", "wiki-sg-out-tcp-80-0.0.0.0/0"]);
    assert.deepEqual(plan.get("wiki-instance").inputs.vpcSecurityGroupIds, [plan.get("wiki-sg").id, "sg-8"]);
    assert.deepEqual(plan.get("wiki-sg-in-tcp-80-0.0.0.0/0").inputs, {
      securityGroupId: plan.get("wiki-sg").id,
      description: "Clients: tcp 80 from 0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      cidrIpv4: "0.0.0.0/0",
    });
  });

  it("has SSH and RDP in groups of their own, from stated ranges", async () => {
    const plan = await wiki({ ssh: { from: ["203.0.113.0/24"] }, rdp: { from: ["203.0.113.7/32"] } });
    assert.deepEqual(plan.names(inType), ["wiki-rdp-in-tcp-3389-203.0.113.7/32", "wiki-ssh-in-tcp-22-203.0.113.0/24"]);
    const groups = ["wiki-sg", "wiki-ssh", "wiki-rdp"].map((name) => plan.get(name).id);
    assert.deepEqual(plan.get("wiki-instance").inputs.vpcSecurityGroupIds, groups);
  });

  it("may be over IPv6 as well", async () => {
    const plan = await wiki({ ipv6: true });
    assert.deepEqual(plan.names(outType), ["wiki-sg-out-tcp-443-0.0.0.0/0", "wiki-sg-out-tcp-443-0:0:0:0:0:0:0:0/0"]);
    assert.equal(plan.get("wiki-instance").inputs.ipv6AddressCount, 1);
  });

  const wide = "must hold no range wider than /8 (IPv4) or /16 (IPv6)";
  refuses([
    [`ssh.from ${wide}, got "0.0.0.0/0"`, { ssh: { from: ["0.0.0.0/0"] } }],
    [`ssh.from ${wide}, got "::/0"`, { ssh: { from: ["::/0"] } }],
    [`ssh.from ${wide}, got "128.0.0.0/1"`, { ssh: { from: ["128.0.0.0/1"] } }],
    [`rdp.from ${wide}, got "0.0.0.0/0"`, { rdp: { from: ["0.0.0.0/0"] } }],
    ["ssh.from must name at least one peer, got []", { ssh: { from: [] } }],
    [
      "ingress[0].port must not be 22 or 3389, which ssh and rdp open, got 22",
      { ingress: [{ port: "ssh", from: ["10.0.0.0/8"] }] },
    ],
    [
      "ingress[0].port must not be 22 or 3389, which ssh and rdp open, got 3389",
      { ingress: [{ port: 3389, from: "internet" }] },
    ],
    ["ingress[0].port must be a whole number from 1 to 65535, got 0", { ingress: [{ port: 0, from: "internet" }] }],
    [
      'ingress and egress must not repeat a rule (HTTPS to anywhere is one), got "out 443 0.0.0.0/0"',
      { egress: [{ to: "0.0.0.0/0", port: 443 }] },
    ],
  ]);
});
