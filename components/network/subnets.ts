import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ipRange } from "../ip-range";
import { type Layout, subnetRangeIpv6 } from "./cidr-layout";
import type { Tier } from "./tier";
import type { Zone } from "./zones";

/** What the subnets of every tier are made of. */
export interface SubnetArgs {
  readonly vpc: aws.ec2.Vpc;
  readonly zones: readonly Zone[];
  readonly layout: Layout;
  readonly ipv6: boolean;
}

/** A subnet and its logical name. */
export interface NamedSubnet {
  readonly name: string;
  readonly subnet: aws.ec2.Subnet;
}

/** By these tags Kubernetes finds subnets for its load balancers: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const kubernetesTags: Record<Tier, Record<string, string>> = {
  public: { "kubernetes.io/role/elb": "1" },
  private: { "kubernetes.io/role/internal-elb": "1" },
  isolated: {},
};

/** Makes the subnets: for each tier of the layout one per zone, in the order of the zones. */
export function createSubnets(name: string, args: SubnetArgs, parent: pulumi.Resource): Record<Tier, NamedSubnet[]> {
  const make = (tier: Tier) => createTier(name, tier, args, parent);
  return { public: make("public"), private: make("private"), isolated: make("isolated") };
}

function createTier(name: string, tier: Tier, args: SubnetArgs, parent: pulumi.Resource): NamedSubnet[] {
  const { vpc, zones, layout, ipv6 } = args;
  return (layout[tier] ?? []).flatMap(({ cidr }, index) => {
    const zone = zones[index];
    if (!zone) return [];
    const role = `${name}-${tier}-${zone.letter}`;
    const subnet = new aws.ec2.Subnet(
      role,
      {
        vpcId: vpc.id,
        availabilityZone: zone.name,
        cidrBlock: cidr,
        mapPublicIpOnLaunch: false,
        ...(ipv6 && {
          ipv6CidrBlock: vpc.ipv6CidrBlock.apply((block) => ipv6Cidr(block, tier, zone.slot)),
          // Private instances need an address to go out by; nothing can come in through an egress-only gateway. In a
          // public subnet the same address would be open to the internet, so there it is for each resource to ask.
          assignIpv6AddressOnCreation: tier === "private",
        }),
        tags: { Name: role, Tier: tier, ...kubernetesTags[tier] },
      },
      { parent },
    );
    return { name: role, subnet };
  });
}

function ipv6Cidr(vpcBlock: string, tier: Tier, slot: number): string {
  const range = ipRange(vpcBlock);
  if (!range) throw new pulumi.RunError(`the VPC's IPv6 block is not a CIDR: "${vpcBlock}"`);
  return subnetRangeIpv6(range, tier, slot).cidr;
}
