import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { IpRange } from "../ip-range";
import type { IpamAllocation } from "./ipam";

/** What a VPC is made of. */
export interface VpcArgs {
  readonly cidrBlock: string | IpamAllocation;
  readonly secondary: readonly IpRange[];
  /** True for a range of Amazon's. */
  readonly ipv6: boolean | IpamAllocation;
}

/** A VPC whose defaults reach nothing, and its secondary ranges by range. */
export interface MadeVpc {
  readonly vpc: aws.ec2.Vpc;
  readonly secondary: ReadonlyMap<string, pulumi.Resource>;
}

/** Makes the VPC with its ranges of addresses. */
export function createVpc(name: string, { cidrBlock, secondary, ipv6 }: VpcArgs, parent: pulumi.Resource): MadeVpc {
  const vpc = new aws.ec2.Vpc(
    `${name}-vpc`,
    {
      ...(typeof cidrBlock === "string"
        ? { cidrBlock }
        : { ipv4IpamPoolId: cidrBlock.ipamPoolId, ipv4NetmaskLength: cidrBlock.netmaskLength }),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      ...(ipv6 === true && { assignGeneratedIpv6CidrBlock: true }),
      ...(typeof ipv6 === "object" && { ipv6IpamPoolId: ipv6.ipamPoolId, ipv6NetmaskLength: ipv6.netmaskLength }),
      tags: { Name: `${name}-vpc` },
    },
    { parent },
  );
  const associations = secondary.map(
    ({ cidr }) =>
      [
        cidr,
        new aws.ec2.VpcIpv4CidrBlockAssociation(`${name}-cidr-${cidr}`, { vpcId: vpc.id, cidrBlock: cidr }, { parent }),
      ] as const,
  );
  return { vpc, secondary: new Map(associations) };
}

/**
 * Locks what a VPC has by itself: whatever is made without a security group, a subnet's network ACL or a route table
 * gets these, and with them reaches nothing and is reached by nobody.
 */
export function lockDefaults(name: string, vpc: aws.ec2.Vpc, parent: pulumi.Resource): void {
  const tags = (role: string) => ({ Name: `${name}-default-${role}` });
  new aws.ec2.DefaultSecurityGroup(
    `${name}-default-sg`,
    { vpcId: vpc.id, ingress: [], egress: [], tags: tags("sg") },
    { parent },
  );
  new aws.ec2.DefaultNetworkAcl(
    `${name}-default-acl`,
    { defaultNetworkAclId: vpc.defaultNetworkAclId, ingress: [], egress: [], tags: tags("acl") },
    // Which subnets use it is not ours to say: a new one does until it has its tier's.
    { parent, ignoreChanges: ["subnetIds"] },
  );
  new aws.ec2.DefaultRouteTable(
    `${name}-default-routes`,
    { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags: tags("routes") },
    { parent },
  );
}
