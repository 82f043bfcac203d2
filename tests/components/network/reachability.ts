import assert from "node:assert/strict";
import { contains, type IpRange, ipRange, part } from "../../../components/ip-range";
import type { JsonObject, Plan, PlannedResource } from "../../../planner/plan";

/** Addresses outside of every VPC: https://datatracker.ietf.org/doc/html/rfc5737 and https://datatracker.ietf.org/doc/html/rfc9637 */
export const elsewhere = { ipv4: "198.51.100.7", ipv6: "3fff::7" } as const;

/** The way of a packet: the logical names of what it passes, in order, with `internet` at that end. */
export interface Trip {
  readonly hops: readonly string[];
  /** False where a route is missing, or one leads to what drops the packet. */
  readonly arrives: boolean;
}

/**
 * Follows packets through the routes of a plan as AWS would: a subnet's own route table or the main one, the longest
 * prefix, NAT gateways and instances, gateways for both directions and for egress only, endpoints of Gateway Load
 * Balancers, and the route table that an internet gateway has for what comes in. It says nothing of security groups and
 * network ACLs. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 *
 * @example
 * const roads = new Reachability(plan);
 * roads.outwards("net-private-a").hops; // net-private-a, net-nat-a, net-public-a, net-igw, internet
 */
export class Reachability {
  private readonly byId: ReadonlyMap<string, PlannedResource>;

  constructor(private readonly plan: Plan) {
    this.byId = new Map(plan.resources.flatMap((resource) => (resource.id ? [[resource.id, resource]] : [])));
  }

  /** The way from a subnet to an address outside. */
  outwards(subnet: string, address: string = elsewhere.ipv4): Trip {
    return this.walk(this.subnet(subnet), addressRange(address), [subnet]);
  }

  /** The way of the answer to {@link outwards}: first to the address that what translated last has, then on from there. */
  back(subnet: string, address: string = elsewhere.ipv4): Trip {
    const out = this.outwards(subnet, address);
    const gateway = this.gatewayOf(out);
    if (!gateway) return { hops: ["internet"], arrives: false };
    const origin = this.subnet(subnet);
    const home = addressIn(origin, ipRange(`${address}/128`) ? "ipv6" : "ipv4");
    const [translator] = out.hops.flatMap((hop) => this.translators().filter(({ name }) => name === hop)).slice(-1);
    const arrival = ["internet", gateway.name];
    if (!translator) return this.enter(gateway, home, arrival);
    const place = subnetIdOf(translator);
    // A regional NAT gateway is in no subnet, and has the local routes of the VPC.
    if (place === undefined) return { hops: [...arrival, translator.name, subnet], arrives: true };
    const stand = this.resource(place);
    const toTranslator = this.enter(gateway, addressIn(stand, "ipv4"), arrival);
    if (!toTranslator.arrives) return toTranslator;
    return this.walk(stand, home, [...toTranslator.hops, translator.name]);
  }

  /** The way of what is begun outside: only to where a subnet's own addresses go out untranslated, both ways. */
  inwards(subnet: string, family: "ipv4" | "ipv6" = "ipv4"): Trip {
    const out = this.outwards(subnet, elsewhere[family]);
    const gateway = this.gatewayOf(out);
    const isTranslated = this.translators().some(({ name }) => out.hops.includes(name));
    const isEgressOnly = gateway?.type.endsWith(":EgressOnlyInternetGateway");
    if (!gateway || isTranslated || isEgressOnly) return { hops: ["internet"], arrives: false };
    return this.enter(gateway, addressIn(this.subnet(subnet), family), ["internet", gateway.name]);
  }

  /** From a gateway inwards: by the route table that is associated with it, or straight to the subnet. */
  private enter(gateway: PlannedResource, to: IpRange, hops: readonly string[]): Trip {
    const edge = this.associations().find(({ inputs }) => inputs.gatewayId === gateway.id);
    const endpoint = edge && this.endpointOf(this.bestRoute(edge.inputs.routeTableId, to)?.inputs);
    if (!endpoint) return this.deliver(to, gateway.inputs.vpcId, hops);
    const place = this.resource(subnetIdOf(endpoint));
    return this.walk(place, to, [...hops, endpoint.name, place.name]);
  }

  private walk(from: PlannedResource, to: IpRange, hops: readonly string[]): Trip {
    if (hops.length > 20) return { hops, arrives: false };
    const route = this.bestRoute(this.tableOf(from), to)?.inputs;
    const local = this.localPrefix(from, to);
    if (local >= (route ? prefixOf(route) : 0)) return this.deliver(to, from.inputs.vpcId, hops);
    if (!route) return { hops, arrives: false };
    const endpoint = this.endpointOf(route);
    if (endpoint) return this.passOn(endpoint, to, hops);
    const target = this.byId.get(
      String(route.gatewayId ?? route.natGatewayId ?? route.networkInterfaceId ?? route.egressOnlyGatewayId),
    );
    if (!target) return { hops, arrives: false };
    const passed = [...hops, target.name];
    switch (target.type) {
      case "aws:ec2/internetGateway:InternetGateway":
        return { hops: [...passed, "internet"], arrives: true };
      case "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway":
        return { hops: [...passed, "internet"], arrives: to.family === "ipv6" };
      case "aws:ec2/natGateway:NatGateway":
        if (subnetIdOf(target) === undefined) {
          const gateway = this.plan
            .ofType("aws:ec2/internetGateway:InternetGateway")
            .find(({ inputs }) => inputs.vpcId === target.inputs.vpcId);
          return gateway
            ? { hops: [...passed, gateway.name, "internet"], arrives: true }
            : { hops: passed, arrives: false };
        }
        return this.passOn(target, translated(to), hops);
      case "aws:ec2/networkInterface:NetworkInterface":
        // An interface drops what is neither from it nor for it, unless told not to.
        if (target.inputs.sourceDestCheck !== false) return { hops: passed, arrives: false };
        return this.passOn(target, to, hops);
      default:
        return { hops: passed, arrives: false };
    }
  }

  /** Through what stands in a subnet, and on by that one's routes. */
  private passOn(through: PlannedResource, to: IpRange, hops: readonly string[]): Trip {
    const place = this.resource(subnetIdOf(through));
    return this.walk(place, to, [...hops, through.name, place.name]);
  }

  private deliver(to: IpRange, vpcId: unknown, hops: readonly string[]): Trip {
    const home = this.plan
      .ofType("aws:ec2/subnet:Subnet")
      .filter(({ inputs }) => inputs.vpcId === vpcId)
      .find((subnet) => rangesOf(subnet.outputs).some((range) => contains(range, to)));
    if (!home) return { hops, arrives: false };
    return { hops: hops.at(-1) === home.name ? hops : [...hops, home.name], arrives: true };
  }

  /** The length of the local route's prefix, which every table has for each range of the VPC; -1 for none. */
  private localPrefix(subnet: PlannedResource, to: IpRange): number {
    const vpcId = subnet.inputs.vpcId;
    const secondary = this.plan
      .ofType("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation")
      .filter(({ inputs }) => inputs.vpcId === vpcId);
    const ranges = [this.resource(vpcId), ...secondary].flatMap(({ outputs }) => rangesOf(outputs));
    return Math.max(-1, ...ranges.filter((range) => contains(range, to)).map(({ prefix }) => prefix));
  }

  private tableOf(subnet: PlannedResource): unknown {
    const own = this.associations().find(({ inputs }) => inputs.subnetId === subnet.id);
    return own ? own.inputs.routeTableId : this.resource(subnet.inputs.vpcId).outputs.defaultRouteTableId;
  }

  private bestRoute(routeTableId: unknown, to: IpRange): PlannedResource | undefined {
    return this.plan
      .ofType("aws:ec2/route:Route")
      .filter(({ inputs }) => inputs.routeTableId === routeTableId)
      .filter(({ inputs }) => {
        const range = destination(inputs);
        return range !== undefined && contains(range, to);
      })
      .sort((one, other) => prefixOf(other.inputs) - prefixOf(one.inputs))[0];
  }

  private endpointOf(route: JsonObject | undefined): PlannedResource | undefined {
    return route?.vpcEndpointId === undefined ? undefined : this.resource(route.vpcEndpointId);
  }

  private gatewayOf({ hops, arrives }: Trip): PlannedResource | undefined {
    const name = hops.at(-2);
    return arrives && hops.at(-1) === "internet"
      ? this.plan.resources.find((resource) => resource.name === name && resource.type.endsWith("InternetGateway"))
      : undefined;
  }

  private translators(): PlannedResource[] {
    return [
      ...this.plan.ofType("aws:ec2/natGateway:NatGateway"),
      ...this.plan.ofType("aws:ec2/networkInterface:NetworkInterface"),
    ];
  }

  private associations(): PlannedResource[] {
    return this.plan.ofType("aws:ec2/routeTableAssociation:RouteTableAssociation");
  }

  private subnet(name: string): PlannedResource {
    return this.plan.get(name, "aws:ec2/subnet:Subnet");
  }

  private resource(id: unknown): PlannedResource {
    return this.byId.get(String(id)) ?? assert.fail(`nothing in the plan has the id ${String(id)}`);
  }
}

function destination({ destinationCidrBlock, destinationIpv6CidrBlock }: JsonObject): IpRange | undefined {
  return ipRange(String(destinationCidrBlock ?? destinationIpv6CidrBlock));
}

function prefixOf(route: JsonObject): number {
  return destination(route)?.prefix ?? 0;
}

function rangesOf({ cidrBlock, ipv6CidrBlock }: JsonObject): IpRange[] {
  return [cidrBlock, ipv6CidrBlock].flatMap((cidr) => (typeof cidr === "string" ? (ipRange(cidr) ?? []) : []));
}

function subnetIdOf({ inputs }: PlannedResource): string | undefined {
  const [first] = Array.isArray(inputs.subnetIds) ? inputs.subnetIds : [inputs.subnetId];
  return typeof first === "string" ? first : undefined;
}

function addressRange(address: string): IpRange {
  return ipRange(`${address}/${address.includes(":") ? 128 : 32}`) ?? assert.fail(`${address} is no address`);
}

function addressIn(subnet: PlannedResource, family: "ipv4" | "ipv6"): IpRange {
  const range = rangesOf(subnet.outputs).find((one) => one.family === family);
  assert.ok(range, `${subnet.name} has no ${family}`);
  return part(range, family === "ipv4" ? 32 : 128, 10);
}

/** NAT gateways translate the IPv6 addresses that stand for IPv4 ones: https://datatracker.ietf.org/doc/html/rfc6052 */
function translated(to: IpRange): IpRange {
  const nat64 = ipRange("64:ff9b::/96");
  if (!nat64 || !contains(nat64, to)) return to;
  return addressRange(to.first.toByteArray().slice(-4).join("."));
}
