import assert from "node:assert/strict";
import { SecureSgPair, type SecureSgPairArgs } from "../../components/secure-sg-pair";
import type { Peer } from "../../components/secure-sg-pair/peer";
import { record } from "../../planner/record";

const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const pair = (args: Partial<SecureSgPairArgs> = {}, name = "shop") =>
  record(() => {
    new SecureSgPair(name, { vpcId: "vpc-1", sources: "internet", appPort: 8080, ...args });
  });

describe("SecureSgPair", () => {
  it("makes an edge and an app group without inline rules", async () => {
    const plan = await pair();
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), ["shop-app", "shop-edge"]);
    assert.deepEqual(plan.get("shop-edge").inputs, {
      vpcId: "vpc-1",
      description: "Load balancer: stated sources in, the app out",
      revokeRulesOnDelete: true,
      tags: { Name: "shop-edge" },
    });
    assert.deepEqual(plan.get("shop-app").inputs, {
      vpcId: "vpc-1",
      description: "App: the load balancer in, HTTPS and stated peers out",
      revokeRulesOnDelete: true,
      tags: { Name: "shop-app" },
    });
    assert.equal(plan.get("shop-app").parent, plan.get("shop").urn);
    assert.equal(plan.get("shop-app-in-tcp-8080-edge").parent, plan.get("shop").urn);
  });

  it("opens the edge's 443 and 80 to the internet only, over IPv4 and IPv6, and the app to the edge only", async () => {
    const plan = await pair();
    assert.deepEqual(plan.names(ingressType), [
      "shop-app-in-tcp-8080-edge",
      "shop-edge-in-tcp-443-0.0.0.0/0",
      "shop-edge-in-tcp-443-0:0:0:0:0:0:0:0/0",
      "shop-edge-in-tcp-80-0.0.0.0/0",
      "shop-edge-in-tcp-80-0:0:0:0:0:0:0:0/0",
    ]);
    assert.deepEqual(plan.get("shop-edge-in-tcp-443-0.0.0.0/0").inputs, {
      securityGroupId: plan.get("shop-edge").id,
      description: "Listener: tcp 443 from 0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
    assert.equal(plan.get("shop-edge-in-tcp-80-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
    assert.deepEqual(plan.get("shop-app-in-tcp-8080-edge").inputs, {
      securityGroupId: plan.get("shop-app").id,
      description: "Requests: tcp 8080 from group edge",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: plan.get("shop-edge").id,
    });
  });

  it("lets the edge out to the app port only, and the app out to HTTPS only", async () => {
    const plan = await pair();
    assert.deepEqual(plan.names(egressType), ["shop-app-out-tcp-443-0.0.0.0/0", "shop-edge-out-tcp-8080-app"]);
    assert.deepEqual(plan.get("shop-edge-out-tcp-8080-app").inputs, {
      securityGroupId: plan.get("shop-edge").id,
      description: "Requests: tcp 8080 to group app",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: plan.get("shop-app").id,
    });
    assert.deepEqual(plan.get("shop-app-out-tcp-443-0.0.0.0/0").inputs, {
      securityGroupId: plan.get("shop-app").id,
      description: "Calls: tcp 443 to 0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
  });

  it("lets the app use HTTPS over IPv6 when asked", async () => {
    const plan = await pair({ ipv6: true });
    assert.equal(plan.get("shop-app-out-tcp-443-0:0:0:0:0:0:0:0/0").inputs.cidrIpv6, "::/0");
  });

  it("opens a health-check port of its own on both sides", async () => {
    const plan = await pair({ healthCheckPort: 9000 });
    assert.deepEqual(plan.names(egressType).slice(1), ["shop-edge-out-tcp-8080-app", "shop-edge-out-tcp-9000-app"]);
    assert.equal(plan.get("shop-app-in-tcp-9000-edge").inputs.referencedSecurityGroupId, plan.get("shop-edge").id);
    const same = await pair({ healthCheckPort: 8080 });
    assert.deepEqual(same.names(egressType), ["shop-app-out-tcp-443-0.0.0.0/0", "shop-edge-out-tcp-8080-app"]);
  });

  it("takes ranges, security groups and prefix lists as sources", async () => {
    const plan = await pair({
      listenerPorts: [8443],
      sources: [
        "10.0.0.0/8",
        "2001:DB8::/32",
        { type: "securityGroup", id: "sg-2", name: "gateway" },
        { type: "prefixList", id: "pl-1", name: "cloudfront" },
      ],
    });
    assert.equal(plan.get("shop-edge-in-tcp-8443-10.0.0.0/8").inputs.cidrIpv4, "10.0.0.0/8");
    assert.equal(plan.get("shop-edge-in-tcp-8443-2001:db8:0:0:0:0:0:0/32").inputs.cidrIpv6, "2001:db8::/32");
    assert.equal(plan.get("shop-edge-in-tcp-8443-gateway").inputs.referencedSecurityGroupId, "sg-2");
    const list = plan.get("shop-edge-in-tcp-8443-cloudfront").inputs;
    assert.deepEqual([list.prefixListId, list.description], ["pl-1", "Listener: tcp 8443 from prefix list cloudfront"]);
    assert.equal(plan.names(ingressType).length, 5);
  });

  it("lets the app out to what is stated", async () => {
    const plan = await pair({
      appEgress: [
        { to: { type: "securityGroup", id: "sg-3", name: "database" }, port: 5432 },
        { to: "0.0.0.0/0", port: 80 },
      ],
    });
    const { referencedSecurityGroupId, fromPort, toPort } = plan.get("shop-app-out-tcp-5432-database").inputs;
    assert.deepEqual([referencedSecurityGroupId, fromPort, toPort], ["sg-3", 5432, 5432]);
    assert.equal(plan.get("shop-app-out-tcp-80-0.0.0.0/0").inputs.cidrIpv4, "0.0.0.0/0");
  });

  it("admits SSH in a third group, only when asked", async () => {
    const plan = await pair({ ssh: { from: ["203.0.113.0/24"] } });
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), ["shop-app", "shop-edge", "shop-ssh"]);
    assert.deepEqual(plan.get("shop-ssh-in-tcp-22-203.0.113.0/24").inputs, {
      securityGroupId: plan.get("shop-ssh").id,
      description: "SSH: tcp 22 from 203.0.113.0/24",
      ipProtocol: "tcp",
      fromPort: 22,
      toPort: 22,
      cidrIpv4: "203.0.113.0/24",
    });
    const ports = (await pair()).ofType(ingressType).map(({ inputs }) => inputs.fromPort);
    assert.ok(!ports.includes(22));
  });

  it("owns the rules of all of its groups alone when asked", async () => {
    const plan = await pair({
      exclusive: true,
      listenerPorts: [443],
      sources: ["10.0.0.0/8"],
      ssh: { from: ["10.9.0.0/16"] },
    });
    const type = "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive";
    assert.deepEqual(plan.names(type), ["shop-app-rules", "shop-edge-rules", "shop-ssh-rules"]);
    assert.deepEqual(plan.get("shop-edge-rules").inputs, {
      securityGroupId: plan.get("shop-edge").id,
      ingressRuleIds: [plan.get("shop-edge-in-tcp-443-10.0.0.0/8").id],
      egressRuleIds: [plan.get("shop-edge-out-tcp-8080-app").id],
    });
    assert.deepEqual(plan.get("shop-ssh-rules").inputs.egressRuleIds, []);
    assert.deepEqual((await pair()).names(type), []);
  });

  it("publishes the ids of its groups", async () => {
    const plan = await pair({ ssh: { from: ["203.0.113.0/24"] } });
    assert.deepEqual(plan.get("shop").outputs, {
      edgeGroupId: plan.get("shop-edge").id,
      appGroupId: plan.get("shop-app").id,
      sshGroupId: plan.get("shop-ssh").id,
    });
    assert.deepEqual(Object.keys((await pair()).get("shop").outputs).sort(), ["appGroupId", "edgeGroupId"]);
  });

  it("touches no other rule when a source goes or moves", async () => {
    const names = async (sources: Peer[]) => (await pair({ sources, listenerPorts: [443] })).names(ingressType);
    const list: Peer = { type: "prefixList", id: "pl-1", name: "cloudfront" };
    assert.deepEqual(await names([list, "10.0.0.0/8", "192.168.0.0/16"]), [
      "shop-app-in-tcp-8080-edge",
      "shop-edge-in-tcp-443-10.0.0.0/8",
      "shop-edge-in-tcp-443-192.168.0.0/16",
      "shop-edge-in-tcp-443-cloudfront",
    ]);
    assert.deepEqual(await names(["192.168.0.0/16", list]), [
      "shop-app-in-tcp-8080-edge",
      "shop-edge-in-tcp-443-192.168.0.0/16",
      "shop-edge-in-tcp-443-cloudfront",
    ]);
  });
});
