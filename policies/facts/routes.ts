import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { prefixListOf } from "./prefix-lists";
import { carrierOf, type Kind, named, referred } from "./references";
import { asList, asText, at, UNKNOWN, type Unknown } from "./value";

export const routeType = "aws:ec2/route:Route";
export const routeTableType = "aws:ec2/routeTable:RouteTable";
export const defaultRouteTableType = "aws:ec2/defaultRouteTable:DefaultRouteTable";

/** What a route can lead to; `gateway` is a virtual private gateway, and the VPC itself (`local`). */
export type RouteTarget =
  | "internet gateway"
  | "NAT gateway"
  | "egress-only internet gateway"
  | "network interface"
  | "transit gateway"
  | "VPC endpoint"
  | "peering connection"
  | "gateway"
  | "core network"
  | "carrier gateway"
  | "local gateway"
  | "Oracle network";

/** The properties that say where a route leads. Which gateway `gatewayId` names, its value says. */
const targetProperties: Record<string, RouteTarget | undefined> = {
  natGatewayId: "NAT gateway",
  egressOnlyGatewayId: "egress-only internet gateway",
  transitGatewayId: "transit gateway",
  vpcEndpointId: "VPC endpoint",
  vpcPeeringConnectionId: "peering connection",
  coreNetworkArn: "core network",
  carrierGatewayId: "carrier gateway",
  localGatewayId: "local gateway",
  odbNetworkArn: "Oracle network",
  gatewayId: undefined,
  // AWS fills these in: unknown, they say something only where no other is.
  networkInterfaceId: "network interface",
  instanceId: "network interface",
};

const internetGatewayKind: Kind = { types: ["aws:ec2/internetGateway:InternetGateway"], keys: ["id"] };
const natGatewayKind: Kind = { types: ["aws:ec2/natGateway:NatGateway"], keys: ["id"] };
const vpnGatewayKind: Kind = { types: ["aws:ec2/vpnGateway:VpnGateway"], keys: ["id"] };

/** A route as a resource states it. */
export interface StatedRoute {
  /** As a message names it: `routes[0]`, or `it` where the resource is the route. */
  readonly place: string;
  readonly route: unknown;
  /** The top-level properties by which the resource refers to what this one names. */
  propertyOf(name: string): string;
}

/** The routes that a route, a route table or a default route table states; `UNKNOWN` when their number is not known. */
export function statedRoutes({ type, props }: Pick<StackResource, "type" | "props">): readonly StatedRoute[] | Unknown {
  if (type === routeType) return [{ place: "it", route: props, propertyOf: (name) => name }];
  const routes = asList(at(props, "routes"));
  if (routes === UNKNOWN) return UNKNOWN;
  return routes.map((route, index) => ({ place: `routes[${index}]`, route, propertyOf: () => "routes" }));
}

/** The property that says where a route leads, and its value; one that is not known only where no other is. */
export function targetOf(route: unknown): { property: string; value: string | Unknown } | undefined {
  let unknown: string | undefined;
  for (const property of Object.keys(targetProperties)) {
    const value = asText(at(route, property));
    if (value === UNKNOWN) unknown ??= property;
    else if (value !== undefined && value !== "") return { property, value };
  }
  return unknown === undefined ? undefined : { property: unknown, value: UNKNOWN };
}

export type Family = "IPv4" | "IPv6";

/** The properties that say what a route is for, in a table and in a resource of its own. */
const destinationProperties: Record<string, Family> = {
  cidrBlock: "IPv4",
  destinationCidrBlock: "IPv4",
  ipv6CidrBlock: "IPv6",
  destinationIpv6CidrBlock: "IPv6",
};

/** A block of addresses that a route is for. */
export interface Destination {
  readonly property: string;
  readonly cidr: string | Unknown;
  readonly family: Family;
}

/** The blocks that a route names itself, not by a prefix list. */
export function destinationsOf(route: unknown): Destination[] {
  return Object.entries(destinationProperties).flatMap(([property, family]) => {
    const cidr = asText(at(route, property));
    return cidr === undefined || cidr === "" ? [] : [{ property, cidr, family }];
  });
}

/** Whether a block is the whole internet, or half of it: two such routes are how a VPN writes a default route. */
export function isWholeInternet(cidr: string): boolean {
  return /\/0*[01]$/.test(cidr.trim());
}

/** A route by which a route table sends on whatever of a family it has no other route for. */
export interface DefaultRoute {
  readonly family: Family | Unknown;
  readonly target: RouteTarget | Unknown;
  /** The NAT gateways of the stack that it may lead to: of several, it is not known which one. */
  readonly natGateways: readonly StackResource[];
  /** False where it may not be a default route, or may be one of another table. */
  readonly isCertain: boolean;
  /** The resource that states it, and where. */
  readonly statedBy: StackResource;
  readonly place: string;
}

/** The default routes that a resource of the stack states. */
export function defaultRoutesIn(stack: Stack, statedBy: StackResource): DefaultRoute[] {
  const routes = statedRoutes(statedBy);
  if (routes === UNKNOWN) {
    // A table leaves its routes to AWS, and to resources of their own, when it states none.
    if (statedBy.references("routes").length === 0) return [];
    return [{ family: UNKNOWN, target: UNKNOWN, natGateways: [], isCertain: false, statedBy, place: "routes" }];
  }
  return routes.flatMap((route): DefaultRoute[] => {
    const { target, natGateways } = leadsTo(stack, statedBy, route);
    const { whole, doubt } = destinationsIn(stack, statedBy, route, target);
    const [destination] = whole ? [whole] : doubt;
    if (!destination) return [];
    const { family } = destination;
    return [{ family, target, natGateways, isCertain: whole !== undefined, statedBy, place: route.place }];
  });
}

/** Of what a route is for: the whole internet, and what may turn out to be that. */
function destinationsIn(
  stack: Stack,
  resource: StackResource,
  { route, propertyOf }: StatedRoute,
  target: RouteTarget | Unknown,
): { whole?: { family: Family }; doubt: { family: Family | Unknown }[] } {
  const stated = destinationsOf(route);
  const id = asText(at(route, "destinationPrefixListId"));
  const names = id !== undefined && id !== "";
  const list = names && prefixListOf(stack, resource, { id, property: propertyOf("destinationPrefixListId") });
  const listed = list ? list.cidrs : [];
  const blocks = [...stated, ...listed.map((cidr) => ({ cidr, family: familyOf(cidr) }))];
  // A list from elsewhere is of a company's own networks, or of a service of AWS: no way out, unless it leads there.
  const isOut = target === "internet gateway" || target === UNKNOWN;
  return {
    whole: blocks.find(({ cidr }) => cidr !== UNKNOWN && isWholeInternet(cidr)),
    doubt: [
      ...blocks.filter(({ cidr }) => cidr === UNKNOWN),
      ...(list && list.doubt !== undefined && isOut ? [{ family: UNKNOWN } as const] : []),
    ],
  };
}

function familyOf(cidr: string): Family {
  return cidr.includes(":") ? "IPv6" : "IPv4";
}

function leadsTo(
  stack: Stack,
  resource: StackResource,
  { route, propertyOf }: StatedRoute,
): Pick<DefaultRoute, "target" | "natGateways"> {
  const stated = targetOf(route);
  if (!stated) return { target: UNKNOWN, natGateways: [] };
  const { property, value } = stated;
  const holder = propertyOf(property);
  const target = targetProperties[property] ?? gatewayBehind(stack, resource, holder, value);
  return { target, natGateways: target === "NAT gateway" ? named(stack, resource, holder, value, natGatewayKind) : [] };
}

/** What `gatewayId` names: by the form of its id, otherwise by what it refers to. */
function gatewayBehind(
  stack: Stack,
  resource: StackResource,
  property: string,
  value: string | Unknown,
): RouteTarget | Unknown {
  if (typeof value === "string") {
    if (value.startsWith("igw-") || carrierOf(stack, value, internetGatewayKind)) return "internet gateway";
    if (value.startsWith("vgw-") || value === "local" || carrierOf(stack, value, vpnGatewayKind)) return "gateway";
    if (value.startsWith("vpce-")) return "VPC endpoint";
  }
  const internet = referred(resource, property, internetGatewayKind).length > 0;
  const vpn = referred(resource, property, vpnGatewayKind).length > 0;
  if (internet === vpn) return UNKNOWN;
  return internet ? "internet gateway" : "gateway";
}
