import assert from "node:assert/strict";
import type { NetworkBalancerArgs } from "../../../components/network-balancer";
import { make, web } from "./made";

const instances = { type: "instances" } as const;
const servers = web.targetGroups;
const quicTargets = {
  type: "ipAddresses",
  addresses: ["10.0.0.5"],
  quicServerIds: { "10.0.0.5": "0x0123456789abcdef" },
} as const;
const quic = {
  listeners: { quic: { protocol: "quic", port: 443, target: "quic" } },
  targetGroups: { quic: { protocol: "quic", port: 443, targets: quicTargets, healthCheck: { protocol: "tcp" } } },
} as const;
const ipv6 = { type: "ipAddresses", addresses: ["2001:db8::5"] } as const;

describe("the listeners and target groups of a network balancer together", () => {
  const refused: [string, Partial<NetworkBalancerArgs>][] = [
    ["listeners must hold 1 to 50 listeners, got 0", { listeners: {}, targetGroups: {} }],
    [
      "listeners must hold 1 to 50 listeners, got 51",
      {
        listeners: Object.fromEntries(
          Array.from({ length: 51 }, (_, n) => [
            `l${n}`,
            { protocol: "tcp", port: 100 + n, target: "servers" } as const,
          ]),
        ),
      },
    ],
    [
      'listeners must have names of 1 to 32 letters, digits and hyphens, with no hyphen at either end, got "a b"',
      { listeners: { "a b": { protocol: "tcp", port: 80, target: "servers" } } },
    ],
    [
      'targetGroups must have names of 1 to 32 letters, digits and hyphens, with no hyphen at either end, got "-a"',
      { targetGroups: { ...servers, "-a": { protocol: "tcp", port: 80, targets: instances } } },
    ],
    [
      'listeners must have names of 1 to 32 letters, digits and hyphens, with no hyphen at either end, got "lllllllllllllllllllllllllllllllll"',
      { listeners: { lllllllllllllllllllllllllllllllll: { protocol: "tcp", port: 80, target: "servers" } } },
    ],
    [
      'targetGroups must have names of at most 19 characters beside "edge", got "abcdefghijklmnopqrst"',
      { targetGroups: { ...servers, abcdefghijklmnopqrst: { protocol: "tcp", port: 80, targets: instances } } },
    ],
    [
      'listeners must not repeat a port; "tcpUdp" takes both on one, got 80',
      {
        listeners: {
          one: { protocol: "tcp", port: 80, target: "servers" },
          two: { protocol: "tcp", port: 80, target: "servers" },
        },
      },
    ],
    [
      'targetGroups must each be the target of a listener, got "spare"',
      { targetGroups: { ...servers, spare: { protocol: "tcp", port: 80, targets: instances } } },
    ],
    [
      'ipAddressType must be "dualstack" for the IPv6 addresses of servers, got "ipv4"',
      { targetGroups: { servers: { protocol: "tcp", port: 80, targets: ipv6 } } },
    ],
    [
      'appEgress must be left out where there are no instances, got [{"to":"10.0.0.0/8","port":5432}]',
      {
        targetGroups: {
          servers: { protocol: "tcp", port: 80, targets: { type: "ipAddresses", addresses: ["10.0.0.5"] } },
        },
        appEgress: [{ to: "10.0.0.0/8", port: 5432 }],
      },
    ],
    [
      'targetGroups.dns.targets must be IPv6 addresses for UDP on a dual-stack balancer, got "instances"',
      {
        ipAddressType: "dualstack",
        listeners: { dns: { protocol: "udp", port: 53, target: "dns" } },
        targetGroups: { dns: { protocol: "udp", port: 53, targets: instances, healthCheck: { protocol: "tcp" } } },
      },
    ],
    [
      "listeners must hold at most one QUIC listener, got 2",
      { ...quic, listeners: { ...quic.listeners, more: { protocol: "quic", port: 444, target: "quic" } } },
    ],
    [
      'listeners must hold no UDP listener beside a QUIC one, got "udp"',
      {
        listeners: { ...quic.listeners, dns: { protocol: "udp", port: 53, target: "dns" } },
        targetGroups: {
          ...quic.targetGroups,
          dns: { protocol: "udp", port: 53, targets: instances, healthCheck: { protocol: "tcp" } },
        },
      },
    ],
    ['ipAddressType must be "ipv4" with a QUIC listener, got "dualstack"', { ...quic, ipAddressType: "dualstack" }],
    [
      'sources must be left out with a QUIC listener, which AWS takes only on a balancer without security groups, got ["10.0.0.0/8"]',
      { ...quic, sources: ["10.0.0.0/8"] },
    ],
    [
      'targetGroups.servers.targets.type must be "ipAddresses" with a QUIC listener: no group of the balancer could be let in, got "instances"',
      {
        listeners: { ...quic.listeners, web: { protocol: "tcp", port: 80, target: "servers" } },
        targetGroups: { ...quic.targetGroups, ...servers },
      },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `network balancer "edge": ${sentence}` }));
  }
});
