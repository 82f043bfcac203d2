import assert from "node:assert/strict";
import { NetworkBalancer, type NetworkBalancerArgs } from "../../../components/network-balancer";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";
import { make, network } from "./made";

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("the security groups of a network balancer", () => {
  it("admit anyone on the internet, and let the servers take their port from the balancer alone", async () => {
    const plan = await make();
    assert.deepEqual(plan.names(ingress), [
      "edge-app-in-tcp-8080-edge",
      "edge-edge-in-tcp-80-0.0.0.0/0",
      "edge-edge-in-tcp-80-0:0:0:0:0:0:0:0/0",
    ]);
    assert.deepEqual(plan.names(egress), ["edge-app-out-tcp-443-0.0.0.0/0", "edge-edge-out-tcp-8080-app"]);
    assert.deepEqual(plan.get("edge-app-in-tcp-8080-edge").inputs, {
      securityGroupId: plan.get("edge-app").id,
      description: "Requests: tcp 8080 from group edge",
      ipProtocol: "tcp",
      fromPort: 8080,
      toPort: 8080,
      referencedSecurityGroupId: plan.get("edge-edge").id,
    });
  });

  it("admit UDP where it is listened for, and health checks over TCP", async () => {
    const plan = await make({
      exposure: "internal",
      sources: ["10.0.0.0/8"],
      listeners: { dns: { protocol: "udp", port: 53, target: "dns" } },
      targetGroups: {
        dns: {
          protocol: "udp",
          port: 5353,
          targets: { type: "instances" },
          healthCheck: { protocol: "http", port: 8081 },
        },
      },
    });
    assert.deepEqual(plan.names(ingress), [
      "edge-app-in-tcp-8081-edge",
      "edge-app-in-udp-5353-edge",
      "edge-edge-in-udp-53-10.0.0.0/8",
    ]);
    assert.deepEqual(plan.get("edge-edge-in-udp-53-10.0.0.0/8").inputs, {
      securityGroupId: plan.get("edge-edge").id,
      description: "Listener: udp 53 from 10.0.0.0/8",
      ipProtocol: "udp",
      fromPort: 53,
      toPort: 53,
      cidrIpv4: "10.0.0.0/8",
    });
  });

  it("admit private networks inside unless they are told whom, and nobody where callers bring their rules", async () => {
    const admitted = async (sources?: NetworkBalancerArgs["sources"]) =>
      (await make({ exposure: "internal", sources })).names(ingress).filter((name) => name.startsWith("edge-edge"));
    assert.deepEqual(await admitted(), [
      "edge-edge-in-tcp-80-10.0.0.0/8",
      "edge-edge-in-tcp-80-172.16.0.0/12",
      "edge-edge-in-tcp-80-192.168.0.0/16",
    ]);
    assert.deepEqual(await admitted([]), []);
  });

  it("reach each address that is a target, and no other", async () => {
    const addresses = ["10.0.0.5", "10.0.0.6"];
    const plan = await make({
      targetGroups: { servers: { protocol: "tcp", port: 80, targets: { type: "ipAddresses", addresses } } },
    });
    assert.deepEqual(plan.names(egress), ["edge-edge-out-tcp-80-10.0.0.5/32", "edge-edge-out-tcp-80-10.0.0.6/32"]);
    assert.equal(plan.get("edge-edge-out-tcp-80-10.0.0.5/32").inputs.cidrIpv4, "10.0.0.5/32");
  });

  it("let servers call what they are told, over IPv6 too where the balancer is dual stack", async () => {
    const plan = await make({ ipAddressType: "dualstack", appEgress: [{ to: "10.1.0.0/16", port: 5432 }] });
    assert.deepEqual(
      plan.names(egress).filter((name) => name.startsWith("edge-app")),
      ["edge-app-out-tcp-443-0.0.0.0/0", "edge-app-out-tcp-443-0:0:0:0:0:0:0:0/0", "edge-app-out-tcp-5432-10.1.0.0/16"],
    );
  });

  it("are none where QUIC arrives, as AWS takes none there", async () => {
    const plan = await make({
      listeners: { quic: { protocol: "tcpQuic", port: 443, target: "quic" } },
      targetGroups: {
        quic: {
          protocol: "tcpQuic",
          port: 443,
          targets: {
            type: "ipAddresses",
            addresses: ["10.0.0.5"],
            quicServerIds: { "10.0.0.5": "0x0123456789abcdef" },
          },
        },
      },
    });
    assert.equal(plan.get("edge-lb").inputs.securityGroups, undefined);
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), []);
    assert.equal(plan.get("edge-quic-listener").inputs.protocol, "TCP_QUIC");
    assert.equal(plan.get("edge-quic").inputs.protocol, "TCP_QUIC");
    assert.equal(plan.get("edge-quic-10.0.0.5").inputs.quicServerId, "0x0123456789abcdef");
    assert.equal(plan.get("edge").outputs.edgeGroupId, undefined);
  });

  it("let the balancer into the load balancer of a web tier, on its port alone", async () => {
    const plan = await record(
      () => {
        const tls = { certificateArn: "arn:c" };
        const balancer = new WebTier("shop", { network, exposure: "internal", tls, sources: ["10.0.0.0/16"] });
        new NetworkBalancer("edge", {
          network,
          exposure: "internet",
          listeners: { https: { protocol: "tcp", port: 443, target: "shop" } },
          targetGroups: { shop: { protocol: "tcp", port: 443, targets: { type: "applicationBalancer", balancer } } },
        });
      },
      { environment: "dev" },
    );
    const fromEdge = plan
      .ofType(ingress)
      .filter(({ inputs }) => inputs.referencedSecurityGroupId === plan.get("edge-edge").id);
    assert.deepEqual(
      fromEdge.map(({ inputs }) => [inputs.securityGroupId, inputs.ipProtocol, inputs.fromPort]),
      [[plan.get("shop-sg-edge").id, "tcp", 443]],
    );
    assert.deepEqual(
      plan.names(egress).filter((name) => name.startsWith("edge-")),
      ["edge-edge-out-tcp-443-shop-balancer"],
    );
  });

  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    ["sources must name at least one peer, got []", { sources: [] }],
    ['sources must be an IPv4 or IPv6 range in CIDR form, got "everyone"', { sources: ["everyone"] }],
    ["appEgress must have ports from 1 to 65535, got 0", { appEgress: [{ to: "10.0.0.0/8", port: 0 }] }],
    [
      'appEgress must not repeat what the app may connect to, got "443 to 0.0.0.0/0"',
      { appEgress: [{ to: "0.0.0.0/0", port: 443 }] },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }
});
