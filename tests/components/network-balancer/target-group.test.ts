import assert from "node:assert/strict";
import type { NetworkTargetGroup } from "../../../components/network-balancer/target-group";
import { make } from "./made";

const instances = { type: "instances" } as const;
const tcp = { protocol: "tcp", port: 8080, targets: instances } as const;
const udp = { ...tcp, protocol: "udp", healthCheck: { protocol: "tcp" } } as const;
const addresses = { type: "ipAddresses", addresses: ["10.0.0.5", "10.0.0.6"] } as const;
const balancer = {
  type: "applicationBalancer",
  balancer: { loadBalancerArn: "arn:lb", edgeGroupId: "sg-1" },
} as const;

/** Plans a balancer with one target group, and a listener that fits it. */
const behind = (group: NetworkTargetGroup) => {
  const { protocol } = group;
  const port = 443;
  const listener =
    protocol === "tls"
      ? ({ protocol, port, certificateArn: "arn:c", target: "it" } as const)
      : ({ protocol, port, target: "it" } as const);
  return make({ listeners: { only: listener }, targetGroups: { it: group } });
};

describe("a target group of a network balancer", () => {
  it("takes what is said of clients, of leaving and of illness", async () => {
    const plan = await behind({
      ...tcp,
      preserveClientIp: false,
      proxyProtocolV2: true,
      deregistrationDelaySeconds: 0,
      connectionTermination: false,
      unhealthyConnections: { type: "drain", drainSeconds: 360000 },
      stickiness: "sourceIp",
    });
    const { inputs } = plan.get("edge-it");
    assert.equal(inputs.preserveClientIp, "false");
    assert.equal(inputs.proxyProtocolV2, true);
    assert.equal(inputs.deregistrationDelay, 0);
    assert.equal(inputs.connectionTermination, false);
    assert.deepEqual(inputs.targetHealthStates, [
      { enableUnhealthyConnectionTermination: false, unhealthyDrainingInterval: 360000 },
    ]);
    assert.deepEqual(inputs.stickiness, { enabled: true, type: "source_ip" });
  });

  it("cuts the connections to what is ill if that is said, and says so when nothing sticks", async () => {
    const plan = await behind({ ...tcp, unhealthyConnections: { type: "terminate" }, stickiness: "none" });
    const { targetHealthStates, stickiness } = plan.get("edge-it").inputs;
    assert.deepEqual(targetHealthStates, [{ enableUnhealthyConnectionTermination: true }]);
    assert.deepEqual(stickiness, { enabled: false, type: "source_ip" });
  });

  it("encrypts anew to targets that speak TLS", async () => {
    const plan = await behind({ ...tcp, protocol: "tls" });
    assert.equal(plan.get("edge-it").inputs.protocol, "TLS");
  });

  it("asks UDP servers over HTTP on a port of their own", async () => {
    const healthCheck = {
      protocol: "http",
      port: 8081,
      path: "/up",
      matcher: "200,204",
      intervalSeconds: 5,
      timeoutSeconds: 2,
      healthyThreshold: 10,
      unhealthyThreshold: 2,
    } as const;
    const plan = await behind({ ...tcp, protocol: "udp", healthCheck });
    assert.deepEqual(plan.get("edge-it").inputs.healthCheck, {
      enabled: true,
      protocol: "HTTP",
      port: "8081",
      path: "/up",
      matcher: "200,204",
      interval: 5,
      timeout: 2,
      healthyThreshold: 10,
      unhealthyThreshold: 2,
    });
  });

  it("registers addresses, those outside the VPC for all zones", async () => {
    const plan = await behind({ ...tcp, targets: { ...addresses, outsideVpc: true } });
    const { targetType, ipAddressType } = plan.get("edge-it").inputs;
    assert.deepEqual([targetType, ipAddressType], ["ip", undefined]);
    assert.deepEqual(plan.get("edge-it-10.0.0.5").inputs, {
      targetGroupArn: plan.get("edge-it").outputs.arn,
      targetId: "10.0.0.5",
      availabilityZone: "all",
    });
    assert.equal(
      (await behind({ ...tcp, targets: addresses })).get("edge-it-10.0.0.6").inputs.availabilityZone,
      undefined,
    );
  });

  const health = (healthCheck: NetworkTargetGroup["healthCheck"]) => ({ ...tcp, healthCheck });
  const before = "in front of an Application Load Balancer";
  const fixed = `must be left out ${before}: AWS has it fixed`;
  const id = "0x0123456789abcdef";
  const both = { "10.0.0.5": id, "10.0.0.6": "0x0123456789abcde0" };
  const refused: [string, NetworkTargetGroup][] = [
    ["port must be a whole number from 1 to 65535, got 0", { ...tcp, port: 0 }],
    [
      "deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      { ...tcp, deregistrationDelaySeconds: 3601 },
    ],
    ['preserveClientIp must be true for "udp", got false', { ...udp, preserveClientIp: false }],
    [
      'healthCheck must be given for "udp", whose port may take no connection, got nothing',
      { ...tcp, protocol: "udp" },
    ],
    [
      'healthCheck must be given for "quic", whose port may take no connection, got nothing',
      { ...tcp, protocol: "quic", targets: { ...addresses, quicServerIds: both } },
    ],
    [
      'unhealthyConnections must be left out but for "tcp" and "tls", got {"type":"terminate"}',
      { ...tcp, protocol: "tcpUdp", unhealthyConnections: { type: "terminate" } },
    ],
    [
      "unhealthyConnections.drainSeconds must be a whole number between 0 and 360000, got 360001",
      { ...tcp, unhealthyConnections: { type: "drain", drainSeconds: 360001 } },
    ],
    ['stickiness must be "none" for "tls", got "sourceIp"', { ...tcp, protocol: "tls", stickiness: "sourceIp" }],
    ["healthCheck.port must be a whole number between 1 and 65535, got 0", health({ protocol: "tcp", port: 0 })],
    [
      "healthCheck.intervalSeconds must be a whole number between 5 and 300, got 4",
      health({ protocol: "tcp", intervalSeconds: 4 }),
    ],
    [
      "healthCheck.timeoutSeconds must be a whole number between 2 and 120, got 1",
      health({ protocol: "tcp", timeoutSeconds: 1 }),
    ],
    [
      "healthCheck.intervalSeconds must be more than timeoutSeconds (10), got 10",
      health({ protocol: "tcp", timeoutSeconds: 10, intervalSeconds: 10 }),
    ],
    [
      "healthCheck.healthyThreshold must be a whole number between 2 and 10, got 11",
      health({ protocol: "tcp", healthyThreshold: 11 }),
    ],
    [
      "healthCheck.unhealthyThreshold must be a whole number between 2 and 10, got 1",
      health({ protocol: "tcp", unhealthyThreshold: 1 }),
    ],
    [
      'healthCheck.path must begin with / and have at most 1024 characters, got "up"',
      health({ protocol: "http", path: "up" }),
    ],
    [
      'healthCheck.matcher must be codes from 200 to 599 such as "200" or "200-399", got "600"',
      health({ protocol: "https", matcher: "600" }),
    ],
    ["targets.addresses must hold at least one address, got []", { ...tcp, targets: { ...addresses, addresses: [] } }],
    [
      'targets.addresses must be IPv4 or IPv6 addresses, got "10.0.0"',
      { ...tcp, targets: { ...addresses, addresses: ["10.0.0"] } },
    ],
    [
      'targets.addresses must be all IPv4 or all IPv6, got ["10.0.0.5","2001:db8::5"]',
      { ...tcp, targets: { ...addresses, addresses: ["10.0.0.5", "2001:db8::5"] } },
    ],
    [
      'targets.addresses must not repeat an address, got ["2001:db8::5","2001:DB8:0::5"]',
      { ...tcp, targets: { ...addresses, addresses: ["2001:db8::5", "2001:DB8:0::5"] } },
    ],
    [
      'targets.type must be "ipAddresses" with quicServerIds for "quic": what registers itself brings no id, got "instances"',
      { ...udp, protocol: "quic" },
    ],
    [
      'targets.quicServerIds must hold the id of 10.0.0.6 for "tcpQuic", got {"10.0.0.5":"0x0123456789abcdef"}',
      { ...tcp, protocol: "tcpQuic", targets: { ...addresses, quicServerIds: { "10.0.0.5": id } } },
    ],
    [
      `targets.quicServerIds must be left out but for "quic" and "tcpQuic", got ${JSON.stringify(both)}`,
      { ...tcp, targets: { ...addresses, quicServerIds: both } },
    ],
    [
      'targets.quicServerIds must be of addresses in the list, got "10.0.0.7"',
      {
        ...tcp,
        protocol: "quic",
        healthCheck: udp.healthCheck,
        targets: { ...addresses, quicServerIds: { "10.0.0.7": id } },
      },
    ],
    [
      'targets.quicServerIds must be 0x and 16 hexadecimal digits in lower case, got "0X01"',
      {
        ...tcp,
        protocol: "quic",
        healthCheck: udp.healthCheck,
        targets: { ...addresses, quicServerIds: { "10.0.0.5": "0X01" } },
      },
    ],
    [
      `targets.quicServerIds must not repeat an id, got {"10.0.0.5":"${id}","10.0.0.6":"${id}"}`,
      {
        ...tcp,
        protocol: "quic",
        healthCheck: udp.healthCheck,
        targets: { ...addresses, quicServerIds: { "10.0.0.5": id, "10.0.0.6": id } },
      },
    ],
    [`protocol must be "tcp" ${before}, got "tls"`, { ...tcp, protocol: "tls", targets: balancer }],
    [
      `healthCheck.protocol must be "http" or "https" ${before}, got "tcp"`,
      { ...health({ protocol: "tcp" }), targets: balancer },
    ],
    [`preserveClientIp ${fixed}, got true`, { ...tcp, targets: balancer, preserveClientIp: true }],
    [`proxyProtocolV2 ${fixed}, got true`, { ...tcp, targets: balancer, proxyProtocolV2: true }],
    [`deregistrationDelaySeconds ${fixed}, got 5`, { ...tcp, targets: balancer, deregistrationDelaySeconds: 5 }],
    [`connectionTermination ${fixed}, got false`, { ...tcp, targets: balancer, connectionTermination: false }],
    [
      `unhealthyConnections ${fixed}, got {"type":"terminate"}`,
      { ...tcp, targets: balancer, unhealthyConnections: { type: "terminate" } },
    ],
    [`stickiness ${fixed}, got "none"`, { ...tcp, targets: balancer, stickiness: "none" }],
  ];
  for (const [sentence, group] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(behind(group), { message: `network balancer "edge": targetGroups.it.${sentence}` }));
  }
});
