import type { Change } from "../rule";
import { asList, at, UNKNOWN } from "./value";

/** The way to a part of a resource; empty for the resource itself. */
export type Place = readonly [] | Change["path"];

/** A value with the way to it. */
export interface Member {
  readonly place: Change["path"];
  readonly value: unknown;
}

/** The members of a list, or of the lists of all members of a list. */
export interface Members {
  readonly members: readonly Member[];
  /** The lists that are not known yet, as a message names them. */
  readonly unknownLists: readonly string[];
}

/**
 * The members of a list that lies under properties which may be lists themselves: `schedules`, `crossRegionCopyRules`
 * are the copy rules of all schedules. A value that is not in a list is its own only member; none when nothing is said.
 *
 * @param within where `holder` lies
 */
export function membersOf(holder: unknown, within: Place, property: string, ...deeper: string[]): Members {
  const path = pathTo(within, property);
  const value = at(holder, property);
  const list = asList(value);
  if (list === UNKNOWN) return { members: [], unknownLists: [written(path)] };
  const members = list.map(
    (member, index): Member => ({ place: Array.isArray(value) ? [...path, index] : path, value: member }),
  );
  const [next, ...rest] = deeper;
  if (next === undefined) return { members, unknownLists: [] };
  const below = members.map((member) => membersOf(member.value, member.place, next, ...rest));
  return {
    members: below.flatMap((part) => part.members),
    unknownLists: below.flatMap(({ unknownLists }) => unknownLists),
  };
}

/** The way to a property of what lies at a place. */
export function pathTo([first, ...rest]: Place, property: string): Change["path"] {
  return first === undefined ? [property] : [first, ...rest, property];
}

/** A path as a message names it: `blockDeviceMappings[0].ebs.encrypted`. */
export function written([first, ...rest]: Change["path"]): string {
  return first + rest.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
}
