import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** An availability zone of a network. */
export interface Zone {
  /** `a` to `h`, or `az1` to `az8` for a zone known by its id: part of the names of what is made in it. */
  readonly letter: string;
  /** Its place in the CIDR layout, 0 to 7. */
  readonly slot: number;
  /** The zone as AWS's arguments say it. */
  readonly place: ZonePlace;
}

/** A zone by its name, which differs between accounts, or by its id, which does not. */
export type ZonePlace =
  | { readonly availabilityZone: pulumi.Input<string> }
  | { readonly availabilityZoneId: pulumi.Input<string> };

const letters = "abcdefgh";

/**
 * The zones that were asked for. A named zone has the letter of its name; a counted one the letter of its position among
 * the region's zones, so that changing from a count to names changes nothing where the zones are a, b, c. A zone id keeps
 * its number: the same physical zone has the same place in every account.
 * https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 *
 * @throws when there are fewer than two, more than eight, or they are not distinct zones of one region.
 */
export function readZones(zones: number | readonly string[], check: ArgumentCheck, parent: pulumi.Resource): Zone[] {
  return typeof zones === "number" ? countedZones(zones, check, parent) : namedZones(zones, check);
}

function countedZones(count: number, check: ArgumentCheck, parent: pulumi.Resource): Zone[] {
  const fits = Number.isInteger(count) && count >= 2 && count <= letters.length;
  check(fits, "zones", "must be at least 2, so that one of them can fail, and at most 8", count);
  // Without the filter the list has the local zones that the account opted into.
  const filters = [{ name: "zone-type", values: ["availability-zone"] }];
  const region = aws.getAvailabilityZonesOutput({ filters }, { parent });
  return Array.from({ length: count }, (_, slot) => {
    const availabilityZone = region.names.apply((names) => {
      const name = names[slot];
      check(name !== undefined, "zones", `must be at most ${names.length}, as many as the region has`, count);
      return name;
    });
    return { letter: letters.charAt(slot), slot, place: { availabilityZone } };
  });
}

function namedZones(names: readonly string[], check: ArgumentCheck): Zone[] {
  const zones = names.map((name) => {
    const zone = byName(name) ?? byId(name);
    check(zone !== undefined, "zones", 'must name zones such as "eu-west-1a", or ids such as "euw1-az1"', name);
    return zone;
  });
  const distinct = new Set(names).size;
  check(distinct >= 2, "zones", "must name at least 2, so that one of them can fail", names);
  check(distinct === names.length, "zones", "must not repeat a zone", names);
  const kinds = new Set(zones.map(({ place }) => Object.keys(place).join()));
  check(kinds.size === 1, "zones", "must be all names or all ids", names);
  check(new Set(zones.map(({ region }) => region)).size === 1, "zones", "must be of one region", names);
  return zones.map(({ letter, slot, place }) => ({ letter, slot, place }));
}

function byName(name: string): (Zone & { region: string }) | undefined {
  const [, region, letter] = /^([a-z]+(?:-[a-z]+)+-\d+)([a-h])$/.exec(name) ?? [];
  if (region === undefined || letter === undefined) return undefined;
  return { letter, slot: letters.indexOf(letter), place: { availabilityZone: name }, region };
}

function byId(id: string): (Zone & { region: string }) | undefined {
  const [, region, number] = /^([a-z]+\d+)-az([1-8])$/.exec(id) ?? [];
  if (region === undefined || number === undefined) return undefined;
  return { letter: `az${number}`, slot: Number(number) - 1, place: { availabilityZoneId: id }, region };
}
