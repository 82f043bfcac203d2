import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createNat, type NatPlan, type WatchedNat } from "./nat";
import type { OwnRange } from "./own-ranges";
import { createRouting, type Routing } from "./routing";
import type { NamedSubnet } from "./subnets";
import type { Tier } from "./tier";
import type { Zone } from "./zones";

/** What the routes of a network are made of. */
export interface TierRoutesArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly own: readonly OwnRange[];
  readonly zones: readonly Zone[];
  readonly subnets: Record<Tier, readonly NamedSubnet[]>;
  readonly networkAcls: Partial<Record<Tier, aws.ec2.NetworkAcl>>;
  readonly nat: NatPlan;
  readonly ipv6: boolean;
  /** Private subnets reach IPv4 addresses by IPv6 ones, through NAT. */
  readonly dns64: boolean;
}

/** The routes of a network. */
export interface TierRoutes {
  /** Undefined where no tier needs one. */
  readonly internetGateway: aws.ec2.InternetGateway | undefined;
  /** Undefined unless private subnets speak IPv6. */
  readonly egressOnlyGateway: aws.ec2.EgressOnlyInternetGateway | undefined;
  /** Undefined unless NAT is regional. */
  readonly regionalNatGateway: aws.ec2.NatGateway | undefined;
  readonly nat: WatchedNat;
  /** The route tables of each tier, and its subnets, which are known once they reach what their tier reaches. */
  readonly tiers: Record<Tier, Routing>;
}

/** Makes the gateways of a network, its route tables and its routes. */
export function createTierRoutes(name: string, args: TierRoutesArgs, parent: pulumi.Resource): TierRoutes {
  const { vpcId, own, zones, subnets, networkAcls, nat, ipv6, dns64 } = args;
  const inspected = subnets.inspection.length > 0;
  const internetGateway = needsInternetGateway(subnets, nat)
    ? new aws.ec2.InternetGateway(`${name}-igw`, { vpcId, tags: { Name: `${name}-igw` } }, { parent })
    : undefined;
  const egressOnlyGateway = needsEgressOnlyGateway(subnets, ipv6)
    ? new aws.ec2.EgressOnlyInternetGateway(
        `${name}-egress-only`,
        { vpcId, tags: { Name: `${name}-egress-only` } },
        { parent },
      )
    : undefined;
  const toInternet = internetGateway && { role: "internet", target: { gatewayId: internetGateway.id } };
  const outwards = egressOnlyGateway && { role: "internet", target: { egressOnlyGatewayId: egressOnlyGateway.id } };
  const bothWays = { ipv4: toInternet, ipv6: ipv6 ? toInternet : undefined };
  const of = (tier: Tier) => ({ vpcId, subnets: subnets[tier], networkAcl: networkAcls[tier] });

  const inspection = createRouting(`${name}-inspection`, { ...of("inspection"), ...bothWays }, parent);
  // Behind endpoints each zone goes out by its own, so each has a table, and whoever makes the endpoints makes the routes.
  const publicRouting = inspected
    ? perZone(subnets.public, (subnet) => createRouting(subnet.name, { ...of("public"), subnets: [subnet] }, parent))
    : createRouting(`${name}-public`, { ...of("public"), ...bothWays }, parent);
  const natArgs = { plan: nat, zones, vpcId, own, internetGateway, publicSubnetIds: publicRouting.subnetIds };
  const { targets, dependsOn, regionalGateway, watched } = createNat(name, natArgs, parent);
  // A table per zone with any NAT, so that a change of NAT changes a route and never a table.
  const privateRouting = perZone(subnets.private, (subnet, index) => {
    const target = targets[index];
    const ipv4 = target && { role: "nat", target, dependsOn };
    const nat64 = dns64 ? target : undefined;
    return createRouting(subnet.name, { ...of("private"), subnets: [subnet], ipv4, ipv6: outwards, nat64 }, parent);
  });
  const isolated = createRouting(`${name}-isolated`, of("isolated"), parent);
  return {
    internetGateway,
    egressOnlyGateway,
    regionalNatGateway: regionalGateway,
    nat: watched,
    tiers: { public: publicRouting, private: privateRouting, isolated, inspection },
  };
}

function needsInternetGateway(subnets: TierRoutesArgs["subnets"], nat: NatPlan): boolean {
  return subnets.public.length > 0 || nat.type === "regional";
}

/**
 * An appliance cannot stand before this gateway, as AWS takes no route table for its side of the internet: so where
 * traffic is inspected, there is none. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
function needsEgressOnlyGateway(subnets: TierRoutesArgs["subnets"], ipv6: boolean): boolean {
  return ipv6 && subnets.private.length > 0 && subnets.inspection.length === 0;
}

function perZone(subnets: readonly NamedSubnet[], make: (subnet: NamedSubnet, index: number) => Routing): Routing {
  const zones = subnets.map(make);
  return {
    routeTableIds: zones.flatMap(({ routeTableIds }) => routeTableIds),
    subnetIds: zones.flatMap(({ subnetIds }) => subnetIds),
  };
}
