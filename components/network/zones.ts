import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** An availability zone of a network. */
export interface Zone {
  /** `a` to `h`: part of the names of what is made in it. */
  readonly letter: string;
  /** Its place in the CIDR layout, 0 to 7. */
  readonly slot: number;
  /** `eu-west-1a` */
  readonly name: pulumi.Input<string>;
}

const letters = "abcdefgh";

/**
 * The zones that were asked for. A named zone has the letter of its name; a counted one the letter of its position among
 * the region's zones, so that changing from a count to names changes nothing where the zones are a, b, c.
 *
 * @throws when there are fewer than two, more than eight, or the names are not of distinct zones of one region.
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
  return Array.from({ length: count }, (_, slot) => ({
    letter: letters.charAt(slot),
    slot,
    name: region.names.apply((names) => {
      const name = names[slot];
      check(name !== undefined, "zones", `must be at most ${names.length}, as many as the region has`, count);
      return name;
    }),
  }));
}

function namedZones(names: readonly string[], check: ArgumentCheck): Zone[] {
  const zones = names.map((name) => {
    const [, region, letter] = /^([a-z]+(?:-[a-z]+)+-\d+)([a-h])$/.exec(name) ?? [];
    check(region !== undefined && letter !== undefined, "zones", 'must name zones such as "eu-west-1a"', name);
    return { letter, slot: letters.indexOf(letter), name, region };
  });
  const distinct = new Set(names).size;
  check(distinct >= 2, "zones", "must name at least 2, so that one of them can fail", names);
  check(distinct === names.length, "zones", "must not repeat a zone", names);
  check(new Set(zones.map(({ region }) => region)).size === 1, "zones", "must be of one region", names);
  return zones.map(({ letter, slot, name }) => ({ letter, slot, name }));
}
