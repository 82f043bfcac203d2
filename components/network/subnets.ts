import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { contains } from "../ip-range";
import type { Layout } from "./cidr-layout";
import { subnetCidr, subnetCidrIpv6 } from "./own-ranges";
import type { Tier } from "./tier";
import type { Zone } from "./zones";

/** What the subnets of every tier are made of. */
export interface SubnetArgs {
  readonly vpc: aws.ec2.Vpc;
  /** The VPC's secondary ranges, by range: a subnet within one waits for it. */
  readonly secondary: ReadonlyMap<string, pulumi.Resource>;
  readonly tiers: readonly Tier[];
  readonly zones: readonly Zone[];
  readonly layout: Layout;
  readonly ipv6: boolean;
  /** Private subnets resolve the names of what speaks IPv4 only to addresses that NAT64 translates. */
  readonly dns64: boolean;
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
  inspection: {},
};

/** Makes the subnets: for each tier of the layout one per zone, in the order of the zones. */
export function createSubnets(name: string, args: SubnetArgs, parent: pulumi.Resource): Record<Tier, NamedSubnet[]> {
  const make = (tier: Tier) => (args.tiers.includes(tier) ? createTier(name, tier, args, parent) : []);
  return {
    public: make("public"),
    private: make("private"),
    isolated: make("isolated"),
    inspection: make("inspection"),
  };
}

function createTier(name: string, tier: Tier, args: SubnetArgs, parent: pulumi.Resource): NamedSubnet[] {
  const { vpc, secondary, tiers, zones, layout, ipv6, dns64 } = args;
  return zones.map((zone, index) => {
    const role = `${name}-${tier}-${zone.letter}`;
    const stated = layout[tier]?.[index];
    const within = stated && layout.secondary.find((range) => contains(range, stated));
    const subnet = new aws.ec2.Subnet(
      role,
      {
        vpcId: vpc.id,
        ...zone.place,
        cidrBlock: subnetCidr(vpc, stated, tier, zone.slot),
        mapPublicIpOnLaunch: false,
        ...(ipv6 && {
          ipv6CidrBlock: subnetCidrIpv6(vpc, tier, zone.slot),
          // Private instances need an address to go out by; nothing can come in through an egress-only gateway. In a
          // public subnet the same address would be open to the internet, so there it is for each resource to ask.
          assignIpv6AddressOnCreation: tier === "private" && !tiers.includes("inspection"),
        }),
        ...(dns64 && tier === "private" && { enableDns64: true }),
        tags: { Name: role, Tier: tier, ...kubernetesTags[tier] },
      },
      { parent, dependsOn: within && secondary.get(within.cidr) },
    );
    return { name: role, subnet };
  });
}
