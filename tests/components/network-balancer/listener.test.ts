import assert from "node:assert/strict";
import type { NetworkBalancerArgs } from "../../../components/network-balancer";
import type { NetworkListener } from "../../../components/network-balancer/listener";
import type { NetworkTargetGroup } from "../../../components/network-balancer/target-group";
import { make } from "./made";

const instances = { type: "instances" } as const;
const blueAndGreen = {
  blue: { protocol: "tcp", port: 80, targets: instances },
  green: { protocol: "tcp", port: 80, targets: instances },
} as const;
const only = (listener: NetworkListener) => make({ listeners: { only: listener } });

describe("a listener of a network balancer", () => {
  it("ends TLS with a certificate for each host, and says what it speaks inside", async () => {
    const plan = await only({
      protocol: "tls",
      port: 443,
      certificateArn: "arn:c",
      additionalCertificateArns: { "b.example": "arn:b" },
      alpn: "http2Preferred",
      target: "servers",
    });
    assert.deepEqual(plan.get("edge-only-listener").inputs, {
      loadBalancerArn: plan.get("edge-lb").outputs.arn,
      port: 443,
      protocol: "TLS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificateArn: "arn:c",
      alpnPolicy: "HTTP2Preferred",
      defaultActions: [{ type: "forward", targetGroupArn: plan.get("edge-servers").outputs.arn }],
    });
    const listenerArn = plan.get("edge-only-listener").outputs.arn;
    assert.deepEqual(plan.get("edge-only-listener-b.example").inputs, { listenerArn, certificateArn: "arn:b" });
  });

  it("speaks the TLS policy that it is told", async () => {
    const policy = "ELBSecurityPolicy-TLS13-1-3-2021-06";
    const plan = await only({ protocol: "tls", port: 443, certificateArn: "arn:c", policy, target: "servers" });
    assert.equal(plan.get("edge-only-listener").inputs.sslPolicy, policy);
  });

  it("lets TCP connections be silent for a time", async () => {
    const plan = await only({ protocol: "tcp", port: 80, idleTimeoutSeconds: 6000, target: "servers" });
    assert.equal(plan.get("edge-only-listener").inputs.tcpIdleTimeoutSeconds, 6000);
  });

  for (const [protocol, written] of [
    ["udp", "UDP"],
    ["tcpUdp", "TCP_UDP"],
  ] as const) {
    it(`takes ${protocol}`, async () => {
      const plan = await make({
        listeners: { dns: { protocol, port: 53, target: "dns" } },
        targetGroups: { dns: { protocol: "tcpUdp", port: 53, targets: instances } },
      });
      assert.equal(plan.get("edge-dns-listener").inputs.protocol, written);
    });
  }

  it("shares connections among target groups by weight, and leaves what was shifted since alone", async () => {
    const target = { weights: { blue: 90, green: 10 } };
    const plan = await make({ listeners: { web: { protocol: "tcp", port: 80, target } }, targetGroups: blueAndGreen });
    const { inputs, options } = plan.get("edge-web-listener");
    assert.deepEqual(inputs.defaultActions, [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: plan.get("edge-blue").outputs.arn, weight: 90 },
            { arn: plan.get("edge-green").outputs.arn, weight: 10 },
          ],
        },
      },
    ]);
    assert.deepEqual(options.ignoreChanges, ["defaultActions"]);
  });

  it("sets the weights back if that is said", async () => {
    const target = { weights: { blue: 90, green: 10 }, resetWeights: true };
    const plan = await make({ listeners: { web: { protocol: "tcp", port: 80, target } }, targetGroups: blueAndGreen });
    assert.equal(plan.get("edge-web-listener").options.ignoreChanges, undefined);
  });

  const to = (weights: Record<string, number>): Partial<NetworkBalancerArgs> => ({
    listeners: { web: { protocol: "tcp", port: 80, target: { weights } } },
    targetGroups: blueAndGreen,
  });
  const with1 = (listener: NetworkListener): Partial<NetworkBalancerArgs> => ({ listeners: { only: listener } });
  const leading = (
    protocol: "tcp" | "udp" | "tcpUdp" | "quic" | "tcpQuic",
    group: NetworkTargetGroup["protocol"],
  ): Partial<NetworkBalancerArgs> => ({
    listeners: { only: { protocol, port: 80, target: "it" } },
    targetGroups: { it: { protocol: group, port: 80, targets: instances, healthCheck: { protocol: "tcp" } } },
  });
  const tls = { protocol: "tls", port: 443, certificateArn: "arn:c", target: "it" } as const;
  const port = "must be a whole number from 1 to 65535, but neither 22 nor 3389";
  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    ...[0, 65536, 1.5, 22, 3389].map((number): [string, Partial<NetworkBalancerArgs>] => [
      `listeners.only.port ${port}, got ${number}`,
      with1({ protocol: "tcp", port: number, target: "servers" }),
    ]),
    ...[59, 6001].map((idleTimeoutSeconds): [string, Partial<NetworkBalancerArgs>] => [
      `listeners.only.idleTimeoutSeconds must be a whole number of seconds between 60 and 6000, got ${idleTimeoutSeconds}`,
      with1({ protocol: "tcp", port: 80, idleTimeoutSeconds, target: "servers" }),
    ]),
    [
      'listeners.only.target must be the name of a target group, got "toString"',
      with1({ protocol: "tcp", port: 80, target: "toString" }),
    ],
    [
      'listeners.only.target must be a target group with the protocol "tcp" or "tcpUdp", got "tls"',
      leading("tcp", "tls"),
    ],
    [
      'listeners.only.target must be a target group with the protocol "udp" or "tcpUdp", got "tcp"',
      leading("udp", "tcp"),
    ],
    ['listeners.only.target must be a target group with the protocol "tcpUdp", got "udp"', leading("tcpUdp", "udp")],
    [
      'listeners.only.target must be a target group with the protocol "tcp" or "tls", got "udp"',
      {
        listeners: { only: tls },
        targetGroups: { it: { protocol: "udp", port: 80, targets: instances, healthCheck: { protocol: "tcp" } } },
      },
    ],
    [
      'listeners.only.target must be a target group with stickiness "none" for "tls", got "it"',
      {
        listeners: { only: tls },
        targetGroups: { it: { protocol: "tcp", port: 80, targets: instances, stickiness: "sourceIp" } },
      },
    ],
    [
      'listeners.only.protocol must be "tcp" in front of an Application Load Balancer, got "tls"',
      {
        listeners: { only: tls },
        targetGroups: {
          it: {
            protocol: "tcp",
            port: 80,
            targets: { type: "applicationBalancer", balancer: { loadBalancerArn: "arn:lb", edgeGroupId: "sg-1" } },
          },
        },
      },
    ],
    ['listeners.web.target.weights must name two to five target groups, got {"blue":1}', to({ blue: 1 })],
    ["listeners.web.target.weights must be whole numbers between 0 and 999, got 1000", to({ blue: 1000, green: 1 })],
    ["listeners.web.target.weights must be whole numbers between 0 and 999, got -1", to({ blue: -1, green: 1 })],
    ['listeners.web.target.weights must not be all 0, got {"blue":0,"green":0}', to({ blue: 0, green: 0 })],
    ['listeners.web.target must be the name of a target group, got "red"', to({ blue: 1, green: 1, red: 1 })],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }

  it("has no spelling for what AWS does not have, by the compiler's word", () => {
    // @ts-expect-error ALPN is spoken inside TLS
    const alpn: NetworkListener = { protocol: "tcp", port: 80, target: "servers", alpn: "http2Only" };
    // @ts-expect-error only TCP has an idle timeout of its own
    const idle: NetworkListener = { protocol: "udp", port: 53, target: "dns", idleTimeoutSeconds: 60 };
    // @ts-expect-error TLS needs a certificate
    const bare: NetworkListener = { protocol: "tls", port: 443, target: "servers" };
    // @ts-expect-error HTTP is spoken by Application Load Balancers
    const http: NetworkListener = { protocol: "http", port: 80, target: "servers" };
    assert.ok(alpn && idle && bare && http);
  });
});
