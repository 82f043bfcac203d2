import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { carrierOf, type Kind, referred } from "./references";
import { asList, asText, at, UNKNOWN } from "./value";

/** How many zones something spans. Where preview cannot tell, the two bounds differ. */
export interface Spread {
  readonly atLeast: number;
  readonly atMost: number;
  /** What it rests on, as the beginning of a sentence: `subnets covers only eu-west-1a`. */
  readonly says: string;
}

/** The properties under which a type names its subnets or its zones. */
export interface ZonePlaces {
  readonly subnets: readonly SubnetPlace[];
  readonly zones: readonly string[];
}

/** A property that is a list of ids; or of objects that hold an id each (`key`), or an object with such a list (`list`). */
interface SubnetPlace {
  readonly property: string;
  readonly key?: string;
  readonly list?: string;
}

export const groupPlaces: ZonePlaces = {
  subnets: [{ property: "vpcZoneIdentifiers" }],
  zones: ["availabilityZones"],
};

export const loadBalancerPlaces: ZonePlaces = {
  subnets: [{ property: "subnets" }, { property: "subnetMappings", key: "subnetId" }],
  zones: ["availabilityZones"],
};

/** Of ECS services and task sets that have a network interface for each task. */
export const servicePlaces: ZonePlaces = {
  subnets: [{ property: "networkConfiguration", list: "subnets" }],
  zones: [],
};

export const subnetKind: Kind = {
  types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  keys: ["id"],
};

/** What stands beside subnets in the same property says nothing against knowing all of them. */
const besideSubnets = ["aws:ec2/eip:Eip", "aws:ec2/securityGroup:SecurityGroup"];

const anything: Spread = { atLeast: 0, atMost: Number.POSITIVE_INFINITY, says: "nothing is known of its zones" };

/** What a resource says of its zones by itself: a zone at most for each subnet. `undefined` when it names neither. */
export function spreadAlone({ props }: Resource, places: ZonePlaces): Spread | undefined {
  let unknown: Spread | undefined;
  for (const property of places.zones) {
    const zones = asList(at(props, property));
    if (zones === UNKNOWN) unknown = anything;
    else if (zones.length > 0) {
      const { known, unknowns } = distinct(zones);
      return {
        atLeast: Math.max(known.length, 1),
        atMost: known.length + unknowns,
        says: `${property} names ${[...known, ...(unknowns > 0 ? ["zones not known yet"] : [])].join(", ")}`,
      };
    }
  }
  for (const place of places.subnets) {
    const subnets = subnetIds(props, place);
    if (subnets === UNKNOWN) unknown = anything;
    else if (subnets.length > 0) {
      const { known, unknowns } = distinct(subnets);
      const count = known.length + unknowns;
      return { atLeast: 1, atMost: count, says: `${pathOf(place)} names ${count} subnet${count === 1 ? "" : "s"}` };
    }
  }
  return unknown;
}

/** The same with the zones of the stack's subnets: by their ids where these are known, otherwise by what is referred to. */
export function spreadInStack(stack: Stack, resource: StackResource, places: ZonePlaces): Spread {
  for (const place of places.subnets) {
    const { property } = place;
    const ids = subnetIds(resource.props, place);
    const candidates = referred(resource, property, subnetKind);
    if (ids === UNKNOWN) {
      if (candidates.length === 0) continue;
      const sources = resource.references(property).filter(({ type }) => !besideSubnets.includes(type));
      // A list that rests on more than subnets, such as a whole component, may hold any of them, or others.
      return sources.length > candidates.length ? anything : spreadOf(candidates, pathOf(place));
    }
    if (ids.length === 0) continue;
    const { known, unknowns } = distinct(ids);
    const matched = known.flatMap((id) => carrierOf(stack, id, subnetKind) ?? []);
    const pool = [...new Set([...matched, ...candidates])];
    return spreadOf(pool, pathOf(place), known.length + unknowns);
  }
  return spreadAlone(resource, places) ?? anything;
}

/**
 * The zones of `count` different subnets out of a pool; those that the pool lacks lie in zones that are not known.
 *
 * @param subject what the subnets belong to, as a message names it
 * @default count - all of the pool
 */
export function spreadOf(pool: readonly StackResource[], subject: string, count: number = pool.length): Spread {
  const perZone = new Map<string, number>();
  const property = comparableZone(pool);
  for (const { props } of pool) {
    const zone = at(props, property);
    if (typeof zone === "string") perZone.set(zone, (perZone.get(zone) ?? 0) + 1);
  }
  const placed = [...perZone.values()].reduce((sum, subnets) => sum + subnets, 0);
  const unplaced = Math.max(pool.length, count) - placed;
  const [fullest = 0, ...rest] = [...perZone.values()].sort((a, b) => b - a);
  // The fewest zones: every subnet whose zone is not known is taken to lie in the fullest one.
  let zones = 0;
  let left = count;
  for (const subnets of [fullest + unplaced, ...rest]) {
    if (left <= 0) break;
    zones += 1;
    left -= subnets;
  }
  const covered = [...[...perZone.keys()].sort(), ...(unplaced > 0 ? ["what is not known yet"] : [])].join(", ");
  return {
    atLeast: zones,
    atMost: Math.min(count, perZone.size + unplaced),
    says: `${subject} covers only ${covered}`,
  };
}

/** Zones are compared by name or by id, never one with the other: which name an id has differs between accounts. */
function comparableZone(pool: readonly StackResource[]): "availabilityZone" | "availabilityZoneId" {
  const counts = (property: string) => pool.filter(({ props }) => typeof at(props, property) === "string").length;
  return counts("availabilityZoneId") > counts("availabilityZone") ? "availabilityZoneId" : "availabilityZone";
}

function subnetIds(props: unknown, { property, key, list }: SubnetPlace): unknown[] | typeof UNKNOWN {
  const members = asList(at(props, property));
  if (members === UNKNOWN) return UNKNOWN;
  if (key !== undefined) return members.map((member) => at(member, key));
  if (list === undefined) return members;
  const lists = members.map((member) => asList(at(member, list)));
  return lists.some((ids) => ids === UNKNOWN) ? UNKNOWN : lists.flat();
}

function pathOf({ property, list }: SubnetPlace): string {
  return list === undefined ? property : `${property}.${list}`;
}

/** The different known texts of a list, and how many of its members are not known yet; anything else says nothing. */
function distinct(list: readonly unknown[]): { known: string[]; unknowns: number } {
  const texts = list.map(asText);
  const known = texts.filter((text) => typeof text === "string" && text !== "") as string[];
  return { known: [...new Set(known)], unknowns: texts.filter((text) => text === UNKNOWN).length };
}
