import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { distinct } from "./id-lists";
import { stated } from "./stated";
import { pathOf, type SubnetPlace, subnetIds, subnetPool, subnetReferences } from "./subnet-references";
import { asList, asText, at, brief, type Fact, few, UNKNOWN } from "./value";

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

export const groupPlaces: ZonePlaces = {
  subnets: [{ path: ["vpcZoneIdentifiers"], computed: true }],
  zones: ["availabilityZones"],
};

export const loadBalancerPlaces: ZonePlaces = {
  subnets: [
    { path: ["subnets"], computed: true },
    { path: ["subnetMappings", "subnetId"], one: true, computed: true },
  ],
  zones: ["availabilityZones"],
};

/** Of ECS services and task sets that have a network interface for each task. */
export const servicePlaces: ZonePlaces = {
  subnets: [{ path: ["networkConfiguration", "subnets"] }],
  zones: [],
};

export const instancePlaces: ZonePlaces = {
  subnets: [{ path: ["subnetId"], one: true, computed: true }],
  zones: ["availabilityZone"],
};

const anything: Spread = { atLeast: 0, atMost: Number.POSITIVE_INFINITY, says: "nothing is known of its zones" };

/** What a resource says of its zones by itself: a zone at most for each subnet. `undefined` when it names neither. */
export function spreadAlone({ props }: Resource, places: ZonePlaces): Spread | undefined {
  let unknown: Spread | undefined;
  for (const property of places.zones) {
    const zones = asList(at(props, property));
    if (zones === UNKNOWN) unknown = anything;
    else if (zones.length > 0) {
      const { known, unknowns } = distinct(zones);
      const named = [...known.map(brief), ...(unknowns > 0 ? ["zones not known yet"] : [])];
      return {
        atLeast: Math.max(known.length, 1),
        atMost: known.length + unknowns,
        says: `${property} names ${few(named)}`,
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
    const found = subnetPool(stack, resource, place);
    if (found === UNKNOWN) return anything;
    if (found) return spreadOf(found.pool, pathOf(place), found.count);
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

/** The names of the zones that a resource surely lies in, and whether these are all. */
export interface Zones {
  readonly names: readonly string[];
  readonly areAll: boolean;
}

/** The zones of a resource: by their names, which a state knows of most, else by the subnets that it names. */
export function zonesOf(stack: Stack, resource: StackResource, places: ZonePlaces): Zones {
  const { props } = stated(resource);
  const written = places.zones.flatMap((property) => asList(at(props, property))).map(asText);
  const named = written.filter((name) => typeof name === "string");
  if (named.length > 0 && named.length === written.length) return { names: [...new Set(named)].sort(), areAll: true };
  const lists = places.subnets.map((place) => subnetReferences(stack, resource, place));
  const subnets = lists.flatMap(({ sure }) => sure);
  const isVague = lists.some(({ some, foreign, isOpen }) => some.length + foreign.length > 0 || isOpen);
  const known = subnets.map(zoneOf).filter((name) => typeof name === "string");
  return {
    names: [...new Set(known)].sort(),
    areAll: !isVague && written.length === 0 && known.length === subnets.length && subnets.length > 0,
  };
}

/** The name of a subnet's zone. */
export function zoneOf({ props }: Pick<StackResource, "props">): Fact<string> {
  return asText(at(props, "availabilityZone"));
}

/** Zones are compared by name or by id, never one with the other: which name an id has differs between accounts. */
function comparableZone(pool: readonly StackResource[]): "availabilityZone" | "availabilityZoneId" {
  const counts = (property: string) => pool.filter(({ props }) => typeof at(props, property) === "string").length;
  return counts("availabilityZoneId") > counts("availabilityZone") ? "availabilityZoneId" : "availabilityZone";
}
