import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import {
  type DefaultRoute,
  defaultRoutesIn,
  defaultRouteTableType,
  destinationsOf,
  routeTableType,
  routeType,
} from "./routes";
import { subnetKind } from "./subnet-references";
import { at, shown, UNKNOWN } from "./value";

/** The default routes of a subnet. */
export interface SubnetRoutes {
  /** The route table of the stack that it uses; its VPC stands for the main table that nothing takes over. */
  readonly table?: StackResource;
  readonly defaultRoutes: readonly DefaultRoute[];
  /** What must be known to be sure that these are all, as a message names it. */
  readonly doubt?: string;
}

const defaultVpcType = "aws:ec2/defaultVpc:DefaultVpc";
const defaultSubnetType = "aws:ec2/defaultSubnet:DefaultSubnet";

const tableKind: Kind = { types: [routeTableType, defaultRouteTableType], keys: ["id"] };
export const vpcKind: Kind = { types: ["aws:ec2/vpc:Vpc", defaultVpcType], keys: ["id"] };
/** A VPC, by the outputs that name its main route table. */
const mainTableKind: Kind = { types: vpcKind.types, keys: ["mainRouteTableId", "defaultRouteTableId"] };

/** A route table, or a VPC by the outputs that name its main table. */
export const anyTableKind: Kind = {
  types: [...tableKind.types, ...vpcKind.types],
  keys: ["id", "mainRouteTableId", "defaultRouteTableId"],
};

/** The table that a VPC stands for when its main table is named: the one that takes it over, if there is one. */
export function tableBehind(stack: Stack, named: StackResource): StackResource {
  return tablesOf(stack).adopted.get(named.urn) ?? named;
}

/** The VPC of the stack that a subnet lies in. */
export function vpcOf(stack: Stack, subnet: StackResource): StackResource | undefined {
  if (subnet.type === defaultSubnetType) return stack.ofType(defaultVpcType)[0];
  const [vpc, ...others] = named(stack, subnet, "vpcId", at(subnet.props, "vpcId"), vpcKind);
  return others.length === 0 ? vpc : undefined;
}

/** Where a subnet sends what its VPC has no place for: by the table that is tied to it, else by its VPC's main table. */
export function subnetRoutes(stack: Stack, subnet: StackResource): SubnetRoutes {
  const { tied, mains, routes } = tablesOf(stack);
  const vpc = vpcOf(stack, subnet);
  const table = tied.get(subnet.urn) ?? (vpc && (mains.get(vpc.urn) ?? vpc));
  if (typeof table === "string") return { defaultRoutes: [], doubt: table };
  if (table) return { table, defaultRoutes: [...(routes.get(table.urn) ?? []), ...presetRoutes(table)] };
  // Without another table, a default subnet is public: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
  if (subnet.type === defaultSubnetType) return { defaultRoutes: presetRoutes(subnet) };
  return { defaultRoutes: [], doubt: `the main route table of ${vpcName(subnet)}` };
}

/** The blocks for which routes are resources of their own, by the URN of their table. */
export function separateDestinations(stack: Stack): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const route of stack.ofType(routeType)) {
    const cidrs = destinationsOf(route.props).flatMap(({ cidr }) => (cidr === UNKNOWN ? [] : [cidr]));
    for (const { urn } of tablesNamed(stack, route, tablesOf(stack).adopted)) {
      const others = found.get(urn) ?? new Set<string>();
      for (const cidr of cidrs) others.add(cidr);
      found.set(urn, others);
    }
  }
  return found;
}

/** What AWS puts into the main table of a default VPC; that of any other has no default route. */
function presetRoutes(table: StackResource): DefaultRoute[] {
  if (table.type !== defaultVpcType && table.type !== defaultSubnetType) return [];
  const target = "internet gateway";
  return [{ family: "IPv4", target, natGateways: [], isCertain: true, statedBy: table, place: "it" }];
}

function vpcName({ props }: StackResource): string {
  const id = at(props, "vpcId");
  return typeof id === "string" ? `${shown(id)}, which this stack does not define,` : "its VPC";
}

/** What a stack says of route tables, by URN. */
interface Tables {
  /** The `DefaultRouteTable` that takes over the main table of a VPC. */
  readonly adopted: ReadonlyMap<string, StackResource>;
  /** The table that is tied to a subnet, or what must be known to tell. */
  readonly tied: ReadonlyMap<string, StackResource | string>;
  /** The same for a VPC. */
  readonly mains: ReadonlyMap<string, StackResource | string>;
  readonly routes: ReadonlyMap<string, readonly DefaultRoute[]>;
}

const tablesIn = new WeakMap<Stack, Tables>();

function tablesOf(stack: Stack): Tables {
  const known = tablesIn.get(stack);
  if (known) return known;
  const adopted = adoptedTables(stack);
  const find = (resource: StackResource) => tablesNamed(stack, resource, adopted);
  const associations = stack.ofType("aws:ec2/routeTableAssociation:RouteTableAssociation");
  const replacements = stack.ofType("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation");
  const tables: Tables = {
    adopted,
    tied: ties(stack, associations, "subnetId", subnetKind, find),
    mains: new Map([...adopted, ...ties(stack, replacements, "vpcId", vpcKind, find)]),
    routes: defaultRoutes(stack, find),
  };
  tablesIn.set(stack, tables);
  return tables;
}

/** A `DefaultRouteTable` is the main table of the VPC whose `defaultRouteTableId` it takes over. */
function adoptedTables(stack: Stack): Map<string, StackResource> {
  return new Map(
    stack.ofType(defaultRouteTableType).flatMap((table) => {
      const id = at(table.props, "defaultRouteTableId");
      return named(stack, table, "defaultRouteTableId", id, mainTableKind).map(({ urn }) => [urn, table] as const);
    }),
  );
}

/** The tables that a resource names by `routeTableId`; an output of a VPC names its main table. */
function tablesNamed(
  stack: Stack,
  resource: StackResource,
  adopted: ReadonlyMap<string, StackResource>,
): readonly StackResource[] {
  const id = at(resource.props, "routeTableId");
  const tables = named(stack, resource, "routeTableId", id, tableKind);
  if (tables.length > 0) return tables;
  return named(stack, resource, "routeTableId", id, mainTableKind).map((vpc) => adopted.get(vpc.urn) ?? vpc);
}

/** The table that each subnet, or VPC, is tied to by associations. */
function ties(
  stack: Stack,
  associations: readonly StackResource[],
  property: "subnetId" | "vpcId",
  kind: Kind,
  find: (association: StackResource) => readonly StackResource[],
): Map<string, StackResource | string> {
  const tied = new Map<string, StackResource | string>();
  for (const association of associations) {
    const holders = named(stack, association, property, at(association.props, property), kind);
    const [table, ...others] = find(association);
    const isClear = holders.length === 1 && others.length === 0;
    for (const { urn } of holders) {
      if (isClear) tied.set(urn, table ?? tableName(association));
      // It is one of these: so may each of them be, unless an association of its own says more.
      else if (!tied.has(urn)) tied.set(urn, `what "${association.name}" ties to which route table`);
    }
  }
  return tied;
}

function tableName({ name, props }: StackResource): string {
  const id = at(props, "routeTableId");
  return typeof id === "string"
    ? `route table ${shown(id)}, which this stack does not define,`
    : `the route table of "${name}"`;
}

/** The default routes of each table, by its own words and by routes that are resources of their own. */
function defaultRoutes(
  stack: Stack,
  find: (route: StackResource) => readonly StackResource[],
): Map<string, readonly DefaultRoute[]> {
  const routes = new Map<string, DefaultRoute[]>();
  const add = (table: StackResource, more: readonly DefaultRoute[]) => {
    const others = routes.get(table.urn);
    if (others) others.push(...more);
    else routes.set(table.urn, [...more]);
  };
  for (const table of stack.ofType(...tableKind.types)) add(table, defaultRoutesIn(stack, table));
  for (const route of stack.ofType(routeType)) {
    const stated = defaultRoutesIn(stack, route);
    if (stated.length === 0) continue;
    const tables = find(route);
    const here = tables.length === 1 ? stated : stated.map((one) => ({ ...one, isCertain: false }));
    for (const table of tables) add(table, here);
  }
  return routes;
}
