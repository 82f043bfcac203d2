import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { IpRange } from "../ip-range";
import type { OpenPort } from "./open-ports";
import type { OwnRange } from "./own-ranges";
import type { NamedSubnet } from "./subnets";
import type { Tier } from "./tier";

/** What the rules of network ACLs are made of. */
export interface NetworkAclArgs {
  readonly vpcId: pulumi.Input<string>;
  /** The VPC's own ranges, which pass whole; at most ten with `trusted`. */
  readonly own: readonly OwnRange[];
  readonly ipv6: boolean;
  /** Ranges outside the VPC that pass whole. */
  readonly trusted: readonly IpRange[];
  /** Ports that pass from anywhere; at most ten with `own` and `trusted`. */
  readonly openPorts: readonly OpenPort[];
  /** True if gateway endpoints lead from the isolated tier to public addresses of AWS. */
  readonly gatewayEndpoints: boolean;
}

type Rule = aws.types.input.ec2.NetworkAclIngress;
type Peer = Pick<Rule, "cidrBlock" | "ipv6CidrBlock">;

/** Makes the network ACL of each tier. They keep no connections in mind, so replies need rules as requests do. */
export function createNetworkAcls(
  name: string,
  subnets: Record<Tier, readonly NamedSubnet[]>,
  args: NetworkAclArgs,
  parent: pulumi.Resource,
): Partial<Record<Tier, aws.ec2.NetworkAcl>> {
  const make = (tier: Tier) => {
    const subnetIds = subnets[tier].map(({ subnet }) => subnet.id);
    if (subnetIds.length === 0) return {};
    const role = `${name}-${tier}-acl`;
    const rules = rulesOf(tier, args);
    const acl = new aws.ec2.NetworkAcl(
      role,
      { vpcId: args.vpcId, subnetIds, ...rules, tags: { Name: role } },
      { parent },
    );
    return { [tier]: acl };
  };
  return { ...make("public"), ...make("private"), ...make("isolated"), ...make("inspection") };
}

/**
 * The rules of a tier. AWS tries them by number, and the first that matches decides; its own resolver, time and metadata
 * services need none (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). Clients, load balancers
 * and NAT gateways connect from ports 1024 to 65535, so that is where replies come in
 * (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html).
 */
function rulesOf(tier: Tier, args: NetworkAclArgs): { ingress: Rule[]; egress: Rule[] } {
  const { ipv6, gatewayEndpoints } = args;
  const anyIpv4 = { cidrBlock: "0.0.0.0/0" };
  const anywhere: Peer[] = ipv6 ? [anyIpv4, { ipv6CidrBlock: "::/0" }] : [anyIpv4];
  const own = args.own.map(
    ({ family, cidr }): Peer => (family === "ipv4" ? { cidrBlock: cidr } : { ipv6CidrBlock: cidr }),
  );
  const trusted = args.trusted.map(({ family, cidr }) =>
    family === "ipv4" ? { cidrBlock: cidr } : { ipv6CidrBlock: cidr },
  );

  const inside = [...allTraffic(100, own)];
  const web = [...ports(300, anywhere, "tcp", 80), ...ports(310, anywhere, "tcp", 443)];
  const replies = [...ports(400, anywhere, "tcp", 1024, 65535), ...ports(410, anywhere, "udp", 1024, 65535)];
  // The replies' ports include RDP's. Keeping that one shut costs a NAT gateway the one connection in 64,000 that it
  // happens to make from 3389: the client tries again.
  const noAdmin = [
    ...ports(200, anywhere, "tcp", 22, 22, "deny"),
    ...ports(210, anywhere, "tcp", 3389, 3389, "deny"),
    ...ports(220, anywhere, "udp", 3389, 3389, "deny"),
  ];
  const open = args.openPorts.flatMap(({ protocol, port }, index) => ports(320 + 2 * index, anywhere, protocol, port));
  const outside = [...allTraffic(110, trusted), ...noAdmin, ...open, ...replies, ...packetTooBig(420, ipv6)];

  switch (tier) {
    // The endpoints of a Gateway Load Balancer pass packets on with the addresses that they came with.
    case "public":
    case "inspection":
      return { ingress: [...inside, ...outside, ...web], egress: allTraffic(100, anywhere) };
    case "private":
      return { ingress: [...inside, ...outside], egress: allTraffic(100, anywhere) };
    case "isolated": {
      if (!gatewayEndpoints) return { ingress: inside, egress: inside };
      // S3 and DynamoDB answer from public addresses through their endpoints as well; no route leads anywhere else.
      const fromEndpoints = ports(400, [anyIpv4], "tcp", 1024, 65535);
      return {
        ingress: [...inside, ...noAdmin, ...fromEndpoints],
        egress: [...inside, ...ports(300, [anyIpv4], "tcp", 443)],
      };
    }
  }
}

function allTraffic(ruleNo: number, peers: readonly Peer[]): Rule[] {
  return peers.map((peer, index) => ({
    ruleNo: ruleNo + index,
    action: "allow",
    protocol: "-1",
    fromPort: 0,
    toPort: 0,
    ...peer,
  }));
}

function ports(
  ruleNo: number,
  peers: readonly Peer[],
  protocol: "tcp" | "udp",
  fromPort: number,
  toPort = fromPort,
  action = "allow",
): Rule[] {
  return peers.map((peer, index) => ({ ruleNo: ruleNo + index, action, protocol, fromPort, toPort, ...peer }));
}

/**
 * "Packet too big", without which a connection over a link with smaller packets stalls: type 3 code 4, in IPv6 type 2.
 * https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html
 */
function packetTooBig(ruleNo: number, ipv6: boolean): Rule[] {
  const message = { action: "allow", fromPort: 0, toPort: 0 };
  const v4 = { ...message, ruleNo, protocol: "1", icmpType: 3, icmpCode: 4, cidrBlock: "0.0.0.0/0" };
  const v6 = { ...message, ruleNo: ruleNo + 1, protocol: "58", icmpType: 2, icmpCode: 0, ipv6CidrBlock: "::/0" };
  return ipv6 ? [v4, v6] : [v4];
}
