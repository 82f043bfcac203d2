import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type IpRange, ipRange } from "../ip-range";
import { type Layout, subnetRange, subnetRangeIpv6 } from "./cidr-layout";
import type { Tier } from "./tier";

/** A range of the network's own addresses. */
export interface OwnRange {
  readonly family: "ipv4" | "ipv6";
  /** The range where it is known before the network is made, else `ipam` or `ipv6`: rules are named after it. */
  readonly key: string;
  readonly cidr: pulumi.Input<string>;
}

/** Every range of a VPC; what was there before secondary ranges came to be stays first. */
export function ownRanges(vpc: aws.ec2.Vpc, { vpc: stated, secondary }: Layout, ipv6: boolean): OwnRange[] {
  const primary: OwnRange = stated
    ? { family: "ipv4", key: stated.cidr, cidr: stated.cidr }
    : { family: "ipv4", key: "ipam", cidr: vpc.cidrBlock };
  return [
    primary,
    ...(ipv6 ? [{ family: "ipv6", key: "ipv6", cidr: vpc.ipv6CidrBlock } as const] : []),
    ...secondary.map(({ cidr }) => ({ family: "ipv4", key: cidr, cidr }) as const),
  ];
}

/** The IPv4 range of a tier's subnet in one zone, which is known only after the VPC is made where IPAM gives it. */
export function subnetCidr(
  vpc: aws.ec2.Vpc,
  stated: IpRange | undefined,
  tier: Tier,
  slot: number,
): pulumi.Input<string> {
  return stated ? stated.cidr : vpc.cidrBlock.apply((cidr) => subnetRange(readAllocated(cidr), tier, slot).cidr);
}

/** The IPv6 range of a tier's subnet in one zone. */
export function subnetCidrIpv6(vpc: aws.ec2.Vpc, tier: Tier, slot: number): pulumi.Output<string> {
  return vpc.ipv6CidrBlock.apply((cidr) => subnetRangeIpv6(readAllocated(cidr), tier, slot).cidr);
}

function readAllocated(cidr: string): IpRange {
  const range = ipRange(cidr);
  if (!range) throw new pulumi.RunError(`the range that AWS gave the VPC is not a CIDR: "${cidr}"`);
  return range;
}
