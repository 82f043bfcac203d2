import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { IpRange } from "../ip-range";
import type { Tier } from "./tier";

/** What the rules of network ACLs are made of. */
export interface NetworkAclArgs {
  readonly vpc: aws.ec2.Vpc;
  readonly range: IpRange;
  readonly ipv6: boolean;
  /** Ranges outside the VPC that pass whole. */
  readonly trusted: readonly IpRange[];
  /** True if gateway endpoints lead from the isolated tier to public addresses of AWS. */
  readonly gatewayEndpoints: boolean;
}

type Rule = aws.types.input.ec2.NetworkAclIngress;
type Peer = Pick<Rule, "cidrBlock" | "ipv6CidrBlock">;

/** Makes the network ACL of a tier. It keeps no connections in mind, so replies need rules as requests do. */
export function createNetworkAcl(
  name: string,
  tier: Tier,
  subnetIds: pulumi.Input<string>[],
  args: NetworkAclArgs,
  parent: pulumi.Resource,
) {
  const role = `${name}-${tier}-acl`;
  const rules = rulesOf(tier, args);
  new aws.ec2.NetworkAcl(role, { vpcId: args.vpc.id, subnetIds, ...rules, tags: { Name: role } }, { parent });
}

/**
 * The rules of a tier. AWS tries them by number, and the first that matches decides; its own resolver, time and metadata
 * services need none (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). Clients, load balancers
 * and NAT gateways connect from ports 1024 to 65535, so that is where replies come in
 * (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html).
 */
function rulesOf(tier: Tier, args: NetworkAclArgs): { ingress: Rule[]; egress: Rule[] } {
  const { vpc, range, ipv6, gatewayEndpoints } = args;
  const anyIpv4 = { cidrBlock: "0.0.0.0/0" };
  const anywhere: Peer[] = ipv6 ? [anyIpv4, { ipv6CidrBlock: "::/0" }] : [anyIpv4];
  const own: Peer[] = [{ cidrBlock: range.cidr }, ...(ipv6 ? [{ ipv6CidrBlock: vpc.ipv6CidrBlock }] : [])];
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
  const outside = [...allTraffic(110, trusted), ...noAdmin, ...replies, ...packetTooBig(420, ipv6)];

  switch (tier) {
    case "public":
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
