import { blockOf, holds } from "../facts/blocks";
import { peerVpcs } from "../facts/peerings";
import {
  type Destination,
  defaultRouteTableType,
  destinationsOf,
  routeTableType,
  routeType,
  type StatedRoute,
  statedRoutes,
  targetOf,
} from "../facts/routes";
import { separateDestinations } from "../facts/subnet-routes";
import { at, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { integer } from "../settings";

const types = [routeType, routeTableType, defaultRouteTableType];
const peering = "vpcPeeringConnectionId";
const fix = "name only the subnets of the peer that are needed";

export const peeringRoutesLeastAccess = rule({
  name: "peering-routes-least-access",
  displayName: "Routes to peers lead to a part of them",
  description: "A route to a peering connection is for some subnets of the peer, not for all of its VPC or more.",
  why: "A route for a whole VPC lets a break-in on one side reach all on the other side that security groups do not keep away.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html",
  remediationSteps: "Replace the route by one for each subnet of the peer that is needed.",
  controls: { cis: ["6.6"] },
  settings: {
    maxPrefix: integer(16, "The widest IPv4 block, by its prefix, that a route to a peer may be for.", {
      minimum: 0,
      maximum: 32,
    }),
    maxPrefixV6: integer(56, "The same for IPv6.", { minimum: 0, maximum: 128 }),
  },
  types,
  resource({ resource, settings, deny, undecided }) {
    const routes = routesToPeers(resource);
    if (routes === UNKNOWN) return undecided("routes");
    for (const { where, cidr, family } of routes) {
      const most = family === "IPv4" ? settings.maxPrefix : settings.maxPrefixV6;
      if (cidr === UNKNOWN) undecided(where);
      else if (isWider(cidr, most)) deny(`${where} is ${cidr}, wider than a /${most}; ${fix}`);
    }
  },
  stack({ stack, settings, on }) {
    const separate = separateDestinations(stack);
    for (const holder of stack.ofType(...types)) {
      const routes = routesToPeers(holder);
      for (const { where, cidr, family, route, propertyOf } of routes === UNKNOWN ? [] : routes) {
        if (cidr === UNKNOWN || isWider(cidr, family === "IPv4" ? settings.maxPrefix : settings.maxPrefixV6)) continue;
        // The outputs of a table repeat the routes that are resources of their own.
        if (holder.type !== routeType && separate.get(holder.urn)?.has(cidr)) continue;
        const { vpcs, areAll } = peerVpcs(stack, holder, propertyOf(peering), at(route, peering));
        const blocks = vpcs.map(({ props }) => at(props, family === "IPv4" ? "cidrBlock" : "ipv6CidrBlock"));
        const whole = vpcs.find((_, index) => covers(cidr, blocks[index]));
        if (whole) on(holder).deny(`${where} is ${cidr}, all of VPC "${whole.name}"; ${fix}`);
        else if (!areAll || blocks.includes(UNKNOWN)) on(holder).undecided(`whether ${cidr} is all of the peer's VPC`);
      }
    }
  },
});

interface RouteToPeer extends Destination, StatedRoute {
  readonly where: string;
}

function routesToPeers(resource: Pick<Resource, "type" | "props">): RouteToPeer[] | Unknown {
  const routes = statedRoutes(resource);
  if (routes === UNKNOWN) return UNKNOWN;
  return routes
    .filter(({ route }) => targetOf(route)?.property === peering)
    .flatMap((stated) =>
      destinationsOf(stated.route).map((destination) => ({
        ...stated,
        ...destination,
        where: stated.place === "it" ? destination.property : `${stated.place}.${destination.property}`,
      })),
    );
}

function isWider(cidr: string, prefix: number): boolean {
  const written = /\/(\d+)$/.exec(cidr.trim())?.[1];
  return written !== undefined && Number(written) < prefix;
}

function covers(cidr: string, vpcCidr: unknown): boolean {
  const outer = blockOf(cidr);
  const inner = typeof vpcCidr === "string" ? blockOf(vpcCidr) : undefined;
  return outer !== undefined && inner !== undefined && holds(outer, inner);
}
