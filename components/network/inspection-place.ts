import type * as pulumi from "@pulumi/pulumi";
import type { NamedSubnet } from "./subnets";
import type { TierRoutes } from "./tier-routes";
import type { Zone } from "./zones";

/**
 * Where the endpoints of a Gateway Load Balancer stand, and the routes that lead through them: the public subnets'
 * tables have no default route until one to the endpoint of their zone is added, and neither has the internet gateway a
 * table of its own.
 */
export interface InspectionPlace {
  /** The id of the internet gateway, whose traffic a route table associated with it directs. */
  readonly internetGatewayId: pulumi.Output<string>;
  /** The zones, in the order of the network's. */
  readonly zones: readonly InspectionZone[];
}

/** The part of the place that is in one zone. */
export interface InspectionZone {
  /** The zone's letter, by which what is made in it is named. */
  readonly letter: string;
  /** The id of the subnet for the endpoint. */
  readonly subnetId: pulumi.Output<string>;
  /** The id of the public subnet's route table, which waits for a default route. */
  readonly publicRouteTableId: pulumi.Output<string>;
  /** The IPv4 range of the public subnet. */
  readonly publicCidrBlock: pulumi.Output<string>;
  /** The IPv6 range of the public subnet; undefined unless the network is dual stack. */
  readonly publicIpv6CidrBlock: pulumi.Output<string> | undefined;
}

/** What the place for inspection is part of. */
export interface InspectionPlaceArgs {
  readonly routes: TierRoutes;
  readonly zones: readonly Zone[];
  readonly publicSubnets: readonly NamedSubnet[];
  readonly ipv6: boolean;
}

/** The place for inspection in a network; undefined without that tier. */
export function inspectionPlace(args: InspectionPlaceArgs): InspectionPlace | undefined {
  const { routes, zones, publicSubnets, ipv6 } = args;
  const { internetGateway, tiers } = routes;
  if (!internetGateway || tiers.inspection.subnetIds.length === 0) return undefined;
  return {
    internetGatewayId: internetGateway.id,
    zones: zones.flatMap(({ letter }, index) => {
      const subnetId = tiers.inspection.subnetIds[index];
      const publicRouteTableId = tiers.public.routeTableIds[index];
      const subnet = publicSubnets[index]?.subnet;
      if (!subnetId || !publicRouteTableId || !subnet) return [];
      const publicIpv6CidrBlock = ipv6 ? subnet.ipv6CidrBlock : undefined;
      return [{ letter, subnetId, publicRouteTableId, publicCidrBlock: subnet.cidrBlock, publicIpv6CidrBlock }];
    }),
  };
}
