import type { ArgumentCheck } from "../argument-checks";

/**
 * A port below 1024 that passes the network ACLs of public and private subnets from anywhere. A Network Load Balancer
 * listens on it, or its targets do, to which it passes the client's address.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html#network-acls
 */
export interface OpenPort {
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

/**
 * How many ports can be open: network ACLs take 20 rules a direction, of which ten may be the VPC's and trusted ranges
 * and these ports. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function openPortsRoom(secondaryCidrs: readonly unknown[], trustedCidrs: readonly unknown[]): number {
  return 10 - secondaryCidrs.length - trustedCidrs.length;
}

/** @param room how many rules the network ACLs have left */
export function checkOpenPorts(ports: readonly OpenPort[], room: number, check: ArgumentCheck): void {
  for (const { port } of ports) {
    const isOpen = Number.isInteger(port) && port >= 1 && port <= 1023 && port !== 22;
    check(isOpen, "openPorts", "must hold ports from 1 to 1023 but not 22; from 1024 on they pass anyway", port);
  }
  const keys = ports.map(({ protocol, port }) => `${protocol} ${port}`);
  const repeated = keys.find((key, index) => keys.indexOf(key) < index);
  check(repeated === undefined, "openPorts", "must not repeat a port", repeated);
  const requirement = `must hold at most ${room} ports: network ACLs take no more rules beside the ranges of other arguments`;
  check(ports.length <= room, "openPorts", requirement, ports.length);
}
