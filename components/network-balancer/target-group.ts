import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkTargetHealth, healthCheckInput, type TargetHealth } from "./target-health";
import { checkTargets, type Targets } from "./targets";

/** What a Network Load Balancer speaks to targets. */
export type TargetProtocol = keyof typeof protocolNames;

/** The protocols of target groups and of listeners, as AWS writes them. */
export const protocolNames = {
  tcp: "TCP",
  tls: "TLS",
  udp: "UDP",
  tcpUdp: "TCP_UDP",
  quic: "QUIC",
  tcpQuic: "TCP_QUIC",
} as const;

/** Where listeners lead. Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html */
export interface NetworkTargetGroup {
  /** What is spoken to the targets; `"tls"` encrypts anew, and takes any certificate of theirs. */
  readonly protocol: TargetProtocol;
  /** The port on which the targets listen, 1–65535. */
  readonly port: number;
  readonly targets: Targets;
  /**
   * UDP and QUIC have no check of their own, so theirs is to be given.
   *
   * @default a TCP connection; of an Application Load Balancer, which answers for its targets, GET /health over HTTP, on
   * 443 over HTTPS
   */
  readonly healthCheck?: TargetHealth;
  /**
   * Whether targets see the address of the client, not of the balancer. AWS always keeps it for UDP and QUIC, and for an
   * Application Load Balancer. The network ACL of their subnets must then let clients in: see `openPorts` of `Network`.
   *
   * @default true for instances, false for TCP and TLS to IP addresses
   */
  readonly preserveClientIp?: boolean;
  /** Whether each connection begins with a header that names the client, which targets must understand. @default false */
  readonly proxyProtocolV2?: boolean;
  /** Seconds for connections under way when a target leaves, 0–3600. @default 300 */
  readonly deregistrationDelaySeconds?: number;
  /** Whether connections are cut when that time is over; otherwise they stay until the target goes. @default true */
  readonly connectionTermination?: boolean;
  /** What becomes of the connections to a target that falls ill, TCP and TLS only. @default they are cut */
  readonly unhealthyConnections?:
    | { readonly type: "terminate" }
    /** They stay, and for these seconds, 0–360000, the target drains before it counts as unhealthy. */
    | { readonly type: "drain"; readonly drainSeconds: number };
  /** Whether a client's address decides its target; not behind a TLS listener. @default "none": each connection is on its own */
  readonly stickiness?: "none" | "sourceIp";
}

/** @throws when a value is out of AWS's range, or AWS does not have it for the protocol or the targets. */
export function checkNetworkTargetGroup(check: ArgumentCheck, argument: string, group: NetworkTargetGroup): void {
  const { protocol, port, targets, healthCheck, deregistrationDelaySeconds: delay = 300 } = group;
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
  check(isPort, `${argument}.port`, "must be a whole number from 1 to 65535", port);
  checkTargets(check, `${argument}.targets`, targets);
  const mayConnect = protocol !== "udp" && protocol !== "quic";
  const requirement = `must be given for "${protocol}", whose port may take no connection`;
  check(mayConnect || healthCheck !== undefined, `${argument}.healthCheck`, requirement, healthCheck);
  if (healthCheck) checkTargetHealth(check, `${argument}.healthCheck`, healthCheck);
  const isDelay = Number.isInteger(delay) && delay >= 0 && delay <= 3600;
  check(isDelay, `${argument}.deregistrationDelaySeconds`, "must be a whole number between 0 and 3600", delay);

  const overConnections = protocol === "tcp" || protocol === "tls";
  const { preserveClientIp = true, unhealthyConnections, stickiness = "none" } = group;
  const mayHide = preserveClientIp || overConnections;
  check(mayHide, `${argument}.preserveClientIp`, `must be true for "${protocol}"`, preserveClientIp);
  const isFamily = unhealthyConnections === undefined || overConnections;
  check(isFamily, `${argument}.unhealthyConnections`, 'must be left out but for "tcp" and "tls"', unhealthyConnections);
  if (unhealthyConnections?.type === "drain") {
    const seconds = unhealthyConnections.drainSeconds;
    const isTime = Number.isInteger(seconds) && seconds >= 0 && seconds <= 360000;
    const place = `${argument}.unhealthyConnections.drainSeconds`;
    check(isTime, place, "must be a whole number between 0 and 360000", seconds);
  }
  const mayStick = stickiness === "none" || protocol !== "tls";
  check(mayStick, `${argument}.stickiness`, 'must be "none" for "tls"', stickiness);
  checkQuic(check, argument, group);
  if (targets.type === "applicationBalancer") checkInFrontOfApplication(check, argument, group);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html */
function checkQuic(check: ArgumentCheck, argument: string, { protocol, targets }: NetworkTargetGroup): void {
  const overQuic = protocol === "quic" || protocol === "tcpQuic";
  const hasAddresses = !overQuic || targets.type === "ipAddresses";
  const requirement = `must be "ipAddresses" with quicServerIds for "${protocol}": what registers itself brings no id`;
  check(hasAddresses, `${argument}.targets.type`, requirement, targets.type);
  if (targets.type !== "ipAddresses") return;
  const { addresses, quicServerIds = {} } = targets;
  const without = overQuic ? addresses.find((address) => !Object.hasOwn(quicServerIds, address)) : undefined;
  const place = `${argument}.targets.quicServerIds`;
  check(without === undefined, place, `must hold the id of ${without} for "${protocol}"`, quicServerIds);
  const isAsked = overQuic || Object.keys(quicServerIds).length === 0;
  check(isAsked, place, 'must be left out but for "quic" and "tcpQuic"', quicServerIds);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html */
function checkInFrontOfApplication(check: ArgumentCheck, argument: string, group: NetworkTargetGroup): void {
  const before = "in front of an Application Load Balancer";
  check(group.protocol === "tcp", `${argument}.protocol`, `must be "tcp" ${before}`, group.protocol);
  const asksByRequest = group.healthCheck?.protocol !== "tcp";
  check(asksByRequest, `${argument}.healthCheck.protocol`, `must be "http" or "https" ${before}`, "tcp");
  const { preserveClientIp, proxyProtocolV2, deregistrationDelaySeconds, connectionTermination } = group;
  const { unhealthyConnections, stickiness } = group;
  const attributes = {
    ...{ preserveClientIp, proxyProtocolV2, deregistrationDelaySeconds, connectionTermination },
    ...{ unhealthyConnections, stickiness },
  };
  for (const [attribute, value] of Object.entries(attributes)) {
    check(value === undefined, `${argument}.${attribute}`, `must be left out ${before}: AWS has it fixed`, value);
  }
}

/** The health check of a group, stated or not. */
export function healthOf({ port, targets, healthCheck }: NetworkTargetGroup): TargetHealth {
  if (healthCheck) return healthCheck;
  if (targets.type !== "applicationBalancer") return { protocol: "tcp" };
  return { protocol: port === 443 ? "https" : "http" };
}

/** What a target group is apart from its members. */
export interface NetworkGroupSurroundings {
  readonly vpcId: pulumi.Input<string>;
  readonly targetType: "instance" | "ip" | "alb";
  /** @default "ipv4" */
  readonly ipAddressType?: "ipv6" | undefined;
  readonly healthCheck: TargetHealth;
}

/** A group of targets. As any that a listener uses, it has no physical name of its own choice: see `targetGroup`. */
export function networkTargetGroup(
  name: string,
  { vpcId, targetType, ipAddressType, healthCheck }: NetworkGroupSurroundings,
  group: Omit<NetworkTargetGroup, "targets" | "healthCheck">,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId,
      targetType,
      ipAddressType,
      protocol: protocolNames[group.protocol],
      port: group.port,
      healthCheck: healthCheckInput(healthCheck),
      ...(targetType !== "alb" && attributes(group)),
      tags: { Name: name },
    },
    { parent },
  );
}

function attributes(group: Omit<NetworkTargetGroup, "targets">): Omit<aws.lb.TargetGroupArgs, "name"> {
  const { preserveClientIp, proxyProtocolV2, deregistrationDelaySeconds = 300, connectionTermination = true } = group;
  const { unhealthyConnections, stickiness } = group;
  return {
    preserveClientIp: preserveClientIp === undefined ? undefined : String(preserveClientIp),
    proxyProtocolV2,
    deregistrationDelay: deregistrationDelaySeconds,
    // Otherwise a client with an open connection stays with the target until the target is gone.
    connectionTermination,
    targetHealthStates: unhealthyConnections && [
      unhealthyConnections.type === "terminate"
        ? { enableUnhealthyConnectionTermination: true }
        : {
            enableUnhealthyConnectionTermination: false,
            unhealthyDrainingInterval: unhealthyConnections.drainSeconds,
          },
    ],
    stickiness: stickiness && { enabled: stickiness === "sourceIp", type: "source_ip" },
  };
}
