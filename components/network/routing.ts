import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { NamedSubnet } from "./subnets";

/** Where traffic to the internet goes. */
export interface WayOut {
  /** The end of the route's name: `internet` gives `net-public-to-internet`. */
  readonly role: string;
  readonly target: RouteTarget;
  /** What must run before the route is of use. @default nothing */
  readonly dependsOn?: pulumi.Resource[];
}

/** The one property of a route that says where it leads. */
export type RouteTarget = Pick<
  aws.ec2.RouteArgs,
  "gatewayId" | "natGatewayId" | "egressOnlyGatewayId" | "networkInterfaceId"
>;

/** A route table, and the subnets that use it. */
export interface RoutingArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly subnets: readonly NamedSubnet[];
  /** The network ACL of the subnets: until it is theirs, they have the VPC's own, which lets nothing pass. */
  readonly networkAcl: aws.ec2.NetworkAcl | undefined;
  /** The default route. @default none */
  readonly ipv4?: WayOut | undefined;
  /** The default route of IPv6. @default none */
  readonly ipv6?: WayOut | undefined;
  /** Where the addresses go that stand for IPv4 ones, @default nowhere */
  readonly nat64?: RouteTarget | undefined;
}

/** The prefix in front of an IPv4 address that NAT gateways translate: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const nat64 = "64:ff9b::/96";

/** What routing made. */
export interface Routing {
  /** One route table, or none where there are no subnets to use it. */
  readonly routeTableIds: pulumi.Output<string>[];
  /** The ids of the subnets, known once routes and network ACL are there: what starts in one may download at once. */
  readonly subnetIds: pulumi.Output<string>[];
}

/** Makes a route table for subnets. Routes and associations are resources of their own, so one never replaces another. */
export function createRouting(name: string, args: RoutingArgs, parent: pulumi.Resource): Routing {
  const { vpcId, subnets, networkAcl, ipv4, ipv6 } = args;
  if (subnets.length === 0) return { routeTableIds: [], subnetIds: [] };
  const routeTable = new aws.ec2.RouteTable(`${name}-routes`, { vpcId, tags: { Name: name } }, { parent });
  const routeTableId = routeTable.id;
  const defaultRoute =
    ipv4 &&
    new aws.ec2.Route(
      `${name}-to-${ipv4.role}`,
      { routeTableId, destinationCidrBlock: "0.0.0.0/0", ...ipv4.target },
      { parent, dependsOn: ipv4.dependsOn },
    );
  if (ipv6) {
    new aws.ec2.Route(
      `${name}-to-${ipv6.role}-ipv6`,
      { routeTableId, destinationIpv6CidrBlock: "::/0", ...ipv6.target },
      { parent },
    );
  }
  if (args.nat64) {
    new aws.ec2.Route(`${name}-to-nat64`, { routeTableId, destinationIpv6CidrBlock: nat64, ...args.nat64 }, { parent });
  }
  const subnetIds = subnets.map((served) => {
    const association = new aws.ec2.RouteTableAssociation(
      `${served.name}-routing`,
      { subnetId: served.subnet.id, routeTableId },
      { parent },
    );
    return pulumi.all([served.subnet.id, association.id, networkAcl?.id, defaultRoute?.id]).apply(([id]) => id);
  });
  return { routeTableIds: [routeTableId], subnetIds };
}
