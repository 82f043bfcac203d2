import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { asList, at, UNKNOWN } from "./value";

/** What the default route of a subnet makes it: open to the internet, able to call out, or neither. */
export type Tier = "public" | "private" | "isolated";

const tableType = "aws:ec2/routeTable:RouteTable";
const defaultTableType = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const gatewayType = "aws:ec2/internetGateway:InternetGateway";

const subnetKind: Kind = { types: ["aws:ec2/subnet:Subnet"], keys: ["id"] };
const tableKind: Kind = { types: [tableType, defaultTableType], keys: ["id"] };
const gatewayKind: Kind = { types: [gatewayType], keys: ["id"] };
const vpcKind: Kind = { types: ["aws:ec2/vpc:Vpc"], keys: ["id"] };

/** The subnets of each VPC of the stack, by tier. */
export function subnetTiers(stack: Stack): Map<StackResource, Map<Tier, StackResource[]>> {
  const tiers = tableTiers(stack);
  const explicit = links(stack, "aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId", subnetKind);
  const main = new Map([
    ...links(stack, "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "vpcId", vpcKind),
    ...mainTables(stack),
  ]);
  const vpcs = new Map<StackResource, Map<Tier, StackResource[]>>();
  for (const subnet of stack.ofType(...subnetKind.types)) {
    const [vpc] = named(stack, subnet, "vpcId", at(subnet.props, "vpcId"), vpcKind);
    if (!vpc) continue;
    const table = explicit.get(subnet) ?? main.get(vpc);
    // The main table that AWS makes has no default route.
    const tier = (table && tiers.get(table)) ?? "isolated";
    const byTier = vpcs.get(vpc) ?? new Map<Tier, StackResource[]>();
    byTier.set(tier, [...(byTier.get(tier) ?? []), subnet]);
    vpcs.set(vpc, byTier);
  }
  return vpcs;
}

/** The route table that each subnet, or VPC, is tied to by resources of a type. */
function links(stack: Stack, type: string, property: string, kind: Kind): Map<StackResource, StackResource> {
  const tables = new Map<StackResource, StackResource>();
  for (const association of stack.ofType(type)) {
    const [holder] = named(stack, association, property, at(association.props, property), kind);
    const [table] = named(stack, association, "routeTableId", at(association.props, "routeTableId"), tableKind);
    if (holder && table) tables.set(holder, table);
  }
  return tables;
}

/** A `DefaultRouteTable` is the main table of the VPC whose `defaultRouteTableId` it takes over. */
function mainTables(stack: Stack): Map<StackResource, StackResource> {
  const kind: Kind = { ...vpcKind, keys: ["defaultRouteTableId"] };
  const tables = new Map<StackResource, StackResource>();
  for (const table of stack.ofType(defaultTableType)) {
    const [vpc] = named(stack, table, "defaultRouteTableId", at(table.props, "defaultRouteTableId"), kind);
    if (vpc) tables.set(vpc, table);
  }
  return tables;
}

function tableTiers(stack: Stack): Map<StackResource, Tier> {
  const tiers = new Map<StackResource, Tier>();
  const add = (table: StackResource | undefined, tier: Tier | undefined) => {
    if (table && tier && tiers.get(table) !== "public") tiers.set(table, tier);
  };
  for (const table of stack.ofType(...tableKind.types)) {
    const routes = asList(at(table.props, "routes"));
    for (const route of routes === UNKNOWN ? [] : routes) add(table, tierOf(stack, table, "routes", route));
  }
  for (const route of stack.ofType("aws:ec2/route:Route")) {
    const [table] = named(stack, route, "routeTableId", at(route.props, "routeTableId"), tableKind);
    add(table, tierOf(stack, route, "gatewayId", route.props));
  }
  return tiers;
}

/** What a route makes of its table; nothing unless it is a default route. */
function tierOf(stack: Stack, holder: StackResource, property: string, route: unknown): Tier | undefined {
  const destinations = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];
  const isDefault = destinations.some((key) => {
    const destination = at(route, key);
    return destination === "0.0.0.0/0" || destination === "::/0";
  });
  if (!isDefault) return undefined;
  const gateway = at(route, "gatewayId");
  if (typeof gateway === "string" && gateway.startsWith("igw-")) return "public";
  if (gateway === undefined || gateway === "") return "private";
  return named(stack, holder, property, gateway, gatewayKind).length > 0 ? "public" : "private";
}
