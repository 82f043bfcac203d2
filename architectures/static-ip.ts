import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { type OpenPort, openPortsRoom } from "../components/network/open-ports";
import { NetworkBalancer } from "../components/network-balancer";
import { type NetworkListener, transportsOf } from "../components/network-balancer/listener";
import { ServerGroup } from "../components/server-group";
import { architecture } from "./architecture";
import { orNone, serverAlarmMap, stackAlarms } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { domain } from "./settings/domain";
import { serverGroup } from "./settings/group";
import { appEgress, servers } from "./settings/instances";
import { network } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";

const count = z.number();

/** Where servers listen. @default the listener's port; 80 behind TLS, which ends at the balancer */
const ports = { port: count, targetPort: count.optional() };

const listener = z.discriminatedUnion("protocol", [
  z.strictObject({ protocol: z.literal("tcp"), ...ports, idleTimeoutSeconds: count.optional() }),
  z.strictObject({ protocol: z.literal("udp"), ...ports }),
  z.strictObject({ protocol: z.literal("tcpUdp"), ...ports }),
  z.strictObject({
    protocol: z.literal("tls"),
    ...ports,
    alpn: z.enum(["http1Only", "http2Only", "http2Optional", "http2Preferred"]).optional(),
  }),
]);
type Listener = z.output<typeof listener>;

const health = {
  port: count.optional(),
  intervalSeconds: count.optional(),
  timeoutSeconds: count.optional(),
  healthyThreshold: count.optional(),
  unhealthyThreshold: count.optional(),
};
const request = { ...health, path: z.string().optional(), matcher: z.string().optional() };

const { sources, deregistrationDelaySeconds, deletionProtection, logRetentionDays } = balancing;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default static-ip */
    name: z.string().default("static-ip"),
    /** The name that leads to the addresses, and the hosted zone that holds it. @default none: the addresses serve */
    domain: domain.optional(),
    network: network.optional(),
    /** Allocation ids of Elastic IPs, one for each zone. @default addresses are made */
    allocationIds: z.array(z.string()).optional(),
    /** What is taken, by name. @default TCP on port 80, and with a domain TLS on port 443 */
    listeners: z.record(z.string(), listener).optional(),
    ...{ sources, deregistrationDelaySeconds, deletionProtection, logRetentionDays },
    crossZone: z.boolean().optional(),
    alarms: orNone(serverAlarmMap.omit({ errorPercent: true, latencySeconds: true })).optional(),
    ...operations,
    stickiness: z.enum(["none", "sourceIp"]).optional(),
    /** How servers show that they are well. @default an answer to GET /health on the first TCP port, or 80 without one */
    healthCheck: z
      .discriminatedUnion("protocol", [
        z.strictObject({ protocol: z.literal("tcp"), ...health }),
        z.strictObject({ protocol: z.literal("http"), ...request }),
        z.strictObject({ protocol: z.literal("https"), ...request }),
      ])
      .optional(),
    ...servers,
    appEgress: appEgress.optional(),
    ...serverGroup,
  })
  .superRefine(({ domain, network, listeners }, context) => {
    const taken = listenersOf(domain, listeners);
    for (const [name, { protocol }] of Object.entries(taken)) {
      if (protocol !== "tls" || domain) continue;
      const message = "needs a domain, whose certificate it speaks";
      context.addIssue({ code: "custom", path: ["listeners", name], message });
    }
    if (network?.type === "existing") return;
    const { secondaryCidrs = [], trustedCidrs = [] } = network ?? {};
    const room = openPortsRoom(secondaryCidrs, trustedCidrs);
    const used = openPorts(Object.values(taken)).length;
    if (used <= room) return;
    const message = `must listen and lead to at most ${room} ports below 1024, as network ACLs take 20 rules, got ${used}`;
    context.addIssue({ code: "custom", path: ["listeners"], message });
  });

/** A server to begin with: it answers `/`, the health check and, on UDP ports, with what it is sent. */
const firstPage = readFileSync(join(__dirname, "static-ip", "user-data.sh"), "utf8");

export const staticIp = architecture({
  description: "Elastic IP per zone → NLB (TCP, UDP, TLS) → auto-scaled EC2",
  settings,
  create({ name, domain, network: networkSettings, allocationIds, listeners, healthCheck, userData, ...rest }) {
    const { sources, crossZone, deletionProtection, logRetentionDays, appEgress, alarms: stated, ...more } = rest;
    const { dashboard, deployWindows, ...behind } = more;
    const alarms = stackAlarms(name, stated);
    const { stickiness, deregistrationDelaySeconds, ...servers } = behind;
    const taken = listenersOf(domain, listeners);
    const tcpPorts = portsBehind(taken, ["tcp", "tls", "tcpUdp"]);
    const udpPorts = portsBehind(taken, ["udp", "tcpUdp"]);
    const health = healthCheck ?? ({ protocol: "http", path: "/health", port: tcpPorts[0] ?? 80 } as const);
    const attributes = { stickiness, deregistrationDelaySeconds, healthCheck: health };

    const network = new Network(
      `${name}-net`,
      networkSettings?.type === "existing"
        ? networkSettings
        : { ...networkSettings, openPorts: openPorts(Object.values(taken)), alarms: alarms.parts },
    );
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
    const balancer = new NetworkBalancer(name, {
      network,
      exposure: "internet",
      addresses: { type: "elasticIps", allocationIds },
      listeners: listenersTo(taken, certificate?.certificateArn),
      targetGroups: Object.fromEntries(
        Object.values(taken).map((listener) => {
          const group = { protocol: targetProtocol(listener), port: targetPort(listener) };
          return [targetKey(listener), { ...group, ...attributes, targets: { type: "instances" } as const }];
        }),
      ),
      ...{ sources, crossZone, deletionProtection, logRetentionDays, appEgress },
      alarms: alarms.parts,
    });
    const group = new ServerGroup(
      name,
      {
        subnetIds: network.privateSubnetIds,
        securityGroupIds: balancer.appGroupIds,
        targetGroupArns: Object.values(balancer.targetGroupArns),
        userData: userData ?? pageOn(tcpPorts, udpPorts),
        alarms: alarms.service,
        ...servers,
      },
      { dependsOn: balancer },
    );
    if (domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: balancer });
    }
    return {
      addresses: balancer.addresses,
      ...(domain && { domainName: domain.name }),
      loadBalancerDnsName: balancer.dnsName,
      vpcId: network.vpcId,
      groupName: group.groupName,
      alarmTopicArn: alarms.topicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [balancer, group, network]),
    };
  },
});

const plain = { web: { protocol: "tcp", port: 80 } } as const;
const encrypted = { tls: { protocol: "tls", port: 443 } } as const;

function listenersOf(domain: unknown, listeners: Record<string, Listener> | undefined): Record<string, Listener> {
  return listeners ?? { ...plain, ...(domain ? encrypted : {}) };
}

function targetPort({ protocol, port, targetPort = protocol === "tls" ? 80 : port }: Listener): number {
  return targetPort;
}

/** TLS ends at the balancer. */
function targetProtocol({ protocol }: Listener) {
  return protocol === "tls" ? "tcp" : protocol;
}

/** Listeners that lead to the same port share a target group. */
function targetKey(listener: Listener): string {
  return `${targetProtocol(listener)}-${targetPort(listener)}`;
}

/** What clients reach, at the balancer and, with their own address, at the servers: from 1024 on a network lets it in. */
function openPorts(listeners: readonly Listener[]): OpenPort[] {
  const used = listeners.flatMap((listener) => [
    ...transportsOf(listener.protocol).map((protocol) => ({ protocol, port: listener.port })),
    ...transportsOf(targetProtocol(listener)).map((protocol) => ({ protocol, port: targetPort(listener) })),
  ]);
  const byName = new Map(used.map((one) => [`${one.protocol} ${one.port}`, one]));
  return [...byName.values()].filter(({ port }) => port > 0 && port < 1024 && port !== 22);
}

function portsBehind(listeners: Record<string, Listener>, protocols: readonly Listener["protocol"][]): number[] {
  const of = Object.values(listeners).filter(({ protocol }) => protocols.includes(protocol));
  return [...new Set(of.map(targetPort))];
}

function listenersTo(
  listeners: Record<string, Listener>,
  certificateArn: pulumi.Input<string> | undefined,
): Record<string, NetworkListener> {
  const entries = Object.entries(listeners).flatMap(([key, listener]): [string, NetworkListener][] => {
    const { targetPort: _, ...entrance } = listener;
    const target = targetKey(listener);
    if (entrance.protocol !== "tls") return [[key, { ...entrance, target }]];
    // The settings admit TLS only with a domain, and so with a certificate.
    return certificateArn === undefined ? [] : [[key, { ...entrance, certificateArn, target }]];
  });
  return Object.fromEntries(entries);
}

function pageOn(tcpPorts: readonly number[], udpPorts: readonly number[]): string {
  return firstPage
    .replace('tcp_ports="80"', `tcp_ports="${tcpPorts.join(" ")}"`)
    .replace('udp_ports=""', `udp_ports="${udpPorts.join(" ")}"`);
}
