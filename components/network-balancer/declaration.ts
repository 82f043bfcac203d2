import type { ArgumentCheck } from "../argument-checks";
import type { NetworkBalancerArgs } from "../network-balancer";
import { checkCapacity } from "./balancer";
import { checkNetworkListener, targetNames } from "./listener";
import { checkNetworkTargetGroup } from "./target-group";
import { ipAddressTypeOf } from "./targets";

/** What follows from a balancer's listeners for the balancer itself. */
export interface Declaration {
  /** Whether it has security groups: AWS takes QUIC only without. */
  readonly takesGroups: boolean;
  /** Whether UDP goes on over IPv6, from addresses of the balancer's own. */
  readonly translatesUdp: boolean;
}

/**
 * Checks the listeners and target groups of a balancer, each alone and all together.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-listener.html
 *
 * @throws when two listeners have one port, a target group has no listener, or one excludes another.
 */
export function checkDeclaration(check: ArgumentCheck, name: string, args: NetworkBalancerArgs): Declaration {
  const { targetGroups, minimumCapacityUnits } = args;
  const listeners = Object.entries(args.listeners);
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html
  const isNumber = listeners.length >= 1 && listeners.length <= 50;
  check(isNumber, "listeners", "must hold 1 to 50 listeners", listeners.length);
  for (const [key, group] of Object.entries(targetGroups)) {
    checkKey(check, "targetGroups", key);
    // Of the 32 characters of a target group's name Pulumi takes eight.
    const hasRoom = name.length + key.length <= 23;
    check(hasRoom, "targetGroups", `must have names of at most ${23 - name.length} characters beside "${name}"`, key);
    checkNetworkTargetGroup(check, `targetGroups.${key}`, group);
  }
  for (const [key, listener] of listeners) {
    checkKey(check, "listeners", key);
    checkNetworkListener(check, `listeners.${key}`, listener, targetGroups);
  }
  const ports = listeners.map(([, { port }]) => port);
  const repeated = ports.find((port, index) => ports.indexOf(port) < index);
  check(repeated === undefined, "listeners", 'must not repeat a port; "tcpUdp" takes both on one', repeated);
  const used = new Set(listeners.flatMap(([, listener]) => targetNames(listener)));
  const unused = Object.keys(targetGroups).find((key) => !used.has(key));
  check(unused === undefined, "targetGroups", "must each be the target of a listener", unused);

  const { ipAddressType = "ipv4", appEgress } = args;
  for (const [key, { targets }] of Object.entries(targetGroups)) {
    const isReached = ipAddressTypeOf(targets) === undefined || ipAddressType === "dualstack";
    check(isReached, "ipAddressType", `must be "dualstack" for the IPv6 addresses of ${key}`, ipAddressType);
  }
  const hasApp = Object.values(targetGroups).some(({ targets }) => targets.type === "instances");
  check(hasApp || appEgress === undefined, "appEgress", "must be left out where there are no instances", appEgress);

  const protocols = listeners.map(([, { protocol }]) => protocol);
  checkCapacity(check, minimumCapacityUnits, protocols.includes("tls"));
  return { takesGroups: !checkQuic(check, args, protocols), translatesUdp: checkDualStack(check, args, protocols) };
}

type Protocols = readonly NetworkBalancerArgs["listeners"][string]["protocol"][];

const isDatagram = (protocol: Protocols[number]) => protocol === "udp" || protocol === "tcpUdp";
const isQuic = (protocol: Protocols[number]) => protocol === "quic" || protocol === "tcpQuic";

function checkKey(check: ArgumentCheck, argument: string, key: string): void {
  const isKey = /^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(key);
  const form = "must have names of 1 to 32 letters, digits and hyphens, with no hyphen at either end";
  check(isKey, argument, form, key);
}

/** Whether there is a QUIC listener. */
function checkQuic(check: ArgumentCheck, args: NetworkBalancerArgs, protocols: Protocols): boolean {
  const quic = protocols.filter(isQuic);
  if (quic.length === 0) return false;
  check(quic.length === 1, "listeners", "must hold at most one QUIC listener", quic.length);
  const udp = protocols.find(isDatagram);
  check(udp === undefined, "listeners", "must hold no UDP listener beside a QUIC one", udp);
  const { ipAddressType = "ipv4", sources, targetGroups } = args;
  check(ipAddressType === "ipv4", "ipAddressType", 'must be "ipv4" with a QUIC listener', ipAddressType);
  const nobody = "must be left out with a QUIC listener, which AWS takes only on a balancer without security groups";
  check(sources === undefined, "sources", nobody, sources);
  for (const [key, { targets }] of Object.entries(targetGroups)) {
    const requirement = 'must be "ipAddresses" with a QUIC listener: no group of the balancer could be let in';
    check(targets.type === "ipAddresses", `targetGroups.${key}.targets.type`, requirement, targets.type);
  }
  return true;
}

/** Whether UDP arrives at a dual-stack balancer. */
function checkDualStack(check: ArgumentCheck, args: NetworkBalancerArgs, protocols: Protocols): boolean {
  if (args.ipAddressType !== "dualstack" || !protocols.some(isDatagram)) return false;
  for (const listener of Object.values(args.listeners)) {
    if (!isDatagram(listener.protocol)) continue;
    for (const key of targetNames(listener)) {
      const targets = args.targetGroups[key]?.targets;
      const overIpv6 = targets && ipAddressTypeOf(targets) === "ipv6";
      const requirement = "must be IPv6 addresses for UDP on a dual-stack balancer";
      check(overIpv6 === true, `targetGroups.${key}.targets`, requirement, targets?.type);
    }
  }
  return true;
}
