import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { carrierOf, type Kind, referred } from "./references";
import { asText, UNKNOWN, type Unknown } from "./value";

/** Resources of the stack, of which a list of ids names `count`, among them `certain`. */
export interface Pool {
  readonly pool: readonly StackResource[];
  readonly certain: readonly StackResource[];
  /** How many different resources the list names, be they of the stack or not. */
  readonly count: number;
  /** The ids of those that the stack does not define. */
  readonly foreign: readonly string[];
}

/** What stands beside the resources in question says nothing against knowing all of them. */
const besides = [
  "aws:ec2/eip:Eip",
  "aws:ec2/networkInterface:NetworkInterface",
  // An id that waits for the routes of a subnet refers to these too.
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/securityGroup:SecurityGroup",
];

/**
 * The resources of the stack that a list of ids draws from: those that carry the ids that are known, and for the others
 * those that the property refers to.
 *
 * @returns undefined when the list is empty; `UNKNOWN` when it may name any resource
 */
export function poolOf(
  stack: Stack,
  from: StackResource,
  property: string,
  ids: readonly unknown[] | Unknown,
  kind: Kind,
): Pool | Unknown | undefined {
  const candidates = referred(from, property, kind);
  if (ids === UNKNOWN) {
    const others = from
      .references(property)
      .filter(({ type }) => !kind.types.includes(type) && !besides.includes(type));
    // A list that rests on more than these, such as a whole component, may hold any of them, or others.
    if (candidates.length === 0 || others.length > 0) return UNKNOWN;
    return { pool: candidates, certain: candidates, count: candidates.length, foreign: [] };
  }
  const { known, unknowns } = distinct(ids);
  if (known.length + unknowns === 0) return undefined;
  const carriers = new Map(known.map((id) => [id, carrierOf(stack, id, kind)]));
  const certain = [...new Set(carriers.values())].filter((carrier) => carrier !== undefined);
  const foreign = known.filter((id) => carriers.get(id) === undefined);
  const pool = unknowns > 0 ? [...new Set([...certain, ...candidates])] : certain;
  return { pool, certain, count: known.length + unknowns, foreign };
}

/** The resources that a list of ids names, as far as they belong to the stack. */
export interface Listed {
  /** Those that it surely names. */
  readonly sure: readonly StackResource[];
  /** Those of which it names some: which ones is not known yet. */
  readonly some: readonly StackResource[];
  /** The ids of those that the stack does not define. */
  readonly foreign: readonly string[];
  /** True when it may also name others of which nothing is known yet. */
  readonly isOpen: boolean;
}

/** What can be said of the members of a pool one by one. */
export function listed(found: Pool | Unknown | undefined): Listed {
  if (found === undefined || found === UNKNOWN) return { sure: [], some: [], foreign: [], isOpen: found === UNKNOWN };
  const { pool, certain, count, foreign } = found;
  const drawn = count - foreign.length;
  const isWhole = drawn >= pool.length;
  const surely = new Set(certain);
  return {
    sure: isWhole ? pool : certain,
    some: isWhole ? [] : pool.filter((member) => !surely.has(member)),
    foreign,
    isOpen: drawn > pool.length,
  };
}

/** The different known texts of a list, and how many of its members are not known yet; anything else says nothing. */
export function distinct(list: readonly unknown[]): { known: string[]; unknowns: number } {
  const texts = list.map(asText);
  const known = texts.filter((text) => typeof text === "string" && text !== "") as string[];
  return { known: [...new Set(known)], unknowns: texts.filter((text) => text === UNKNOWN).length };
}
