import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Listed, listed, type Pool, poolOf } from "./id-lists";
import type { Kind } from "./references";
import { asList, at, few, shown, UNKNOWN, type Unknown } from "./value";

/** A property that names subnets: the way to the ids, in which lists are gone through. */
export interface SubnetPlace {
  readonly path: readonly [string, ...string[]];
  /** True where the last step holds the id of one subnet, and not a list of them. */
  readonly one?: boolean;
  /** True where AWS chooses when nothing is stated: unknown then says as little as absent. */
  readonly computed?: boolean;
}

export const subnetKind: Kind = {
  types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  keys: ["id"],
};

/** The ids in a place; `UNKNOWN` when not even their number is known. */
export function subnetIds(props: unknown, { path, one = false }: SubnetPlace): readonly unknown[] | Unknown {
  const last = path.at(-1) ?? "";
  let holders: readonly unknown[] = [props];
  for (const step of path.slice(0, -1)) {
    const lists = holders.map((holder) => asList(at(holder, step)));
    if (lists.some((list) => list === UNKNOWN)) return UNKNOWN;
    holders = lists.flat();
  }
  const values = holders.map((holder) => at(holder, last));
  if (one) return values.filter((id) => id !== undefined).flatMap(separate);
  const lists = values.map(asList);
  return lists.some((list) => list === UNKNOWN) ? UNKNOWN : lists.flat();
}

/** Spot fleets take several ids in one text: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetLaunchSpecification.html */
function separate(id: unknown): unknown[] {
  return typeof id === "string" ? id.split(",").map((part) => part.trim()) : [id];
}

/** The place as a message names it: `networkConfiguration.subnets`. */
export function pathOf({ path, one = false }: SubnetPlace): string {
  // The ids of a list of objects: the list says enough.
  return (one && path.length > 1 ? path.slice(0, -1) : path).join(".");
}

/**
 * The subnets of the stack that a place draws from.
 *
 * @returns undefined when it names none, or leaves them to AWS; `UNKNOWN` when it may name any subnet
 */
export function subnetPool(stack: Stack, resource: StackResource, place: SubnetPlace): Pool | Unknown | undefined {
  const [property] = place.path;
  const isUnstated = at(resource.props, property) === UNKNOWN && resource.references(property).length === 0;
  if (place.computed && isUnstated) return undefined;
  return poolOf(stack, resource, property, subnetIds(resource.props, place), subnetKind);
}

/** The subnets that a place names. */
export function subnetReferences(stack: Stack, resource: StackResource, place: SubnetPlace): Listed {
  return listed(subnetPool(stack, resource, place));
}

/** Those of some subnets for which something holds, and what must be known to be sure that these are all. */
export interface FoundSubnets {
  readonly subnets: readonly StackResource[];
  readonly doubt?: string;
}

/**
 * Looks for subnets for which something holds, among those that a place names.
 *
 * @param claim what holds, for a message about a subnet of which that is not known: `is public`
 */
export function findSubnets(
  { sure, some, foreign, isOpen }: Listed,
  claim: string,
  holds: (subnet: StackResource) => boolean | Unknown,
): FoundSubnets {
  const answers = sure.map(holds);
  const possible = some.map(holds);
  const isAnyOfThem = possible.length > 0 && possible.every((answer) => answer === true);
  const found = [...sure.filter((_, index) => answers[index] === true), ...(isAnyOfThem ? some : [])];
  const subnets = found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const vague = sure.find((_, index) => answers[index] === UNKNOWN);
  if (vague) return { subnets, doubt: `whether subnet "${vague.name}" ${claim}` };
  const [stranger] = foreign;
  if (stranger)
    return { subnets, doubt: `whether ${shown(stranger)}, a subnet that this stack does not define, ${claim}` };
  const isVague = isOpen || (!isAnyOfThem && possible.some((answer) => answer !== false));
  return isVague ? { subnets, doubt: `whether each of its subnets ${claim}` } : { subnets };
}

/** The names of subnets as a message lists them. */
export function namesOf(subnets: readonly StackResource[]): string {
  return few([...new Set(subnets.map(({ name }) => name))].sort());
}
