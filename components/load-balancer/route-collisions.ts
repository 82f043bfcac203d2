import type { ArgumentCheck } from "../argument-checks";
import { type IpRange, ipRange, overlap } from "../ip-range";
import { patternsMeet } from "./patterns";
import type { RouteSettings } from "./route";
import { bandOf, furtherKindsOf, lastPriority } from "./route-priority";

/**
 * Checks that a route can stand beside others of its listener, by their name: that no two want the same place, and that
 * where two fit the same request, the more specific one comes first.
 *
 * @param place the argument that holds the route: "balancing", "routes.api"
 */
export function checkApart(
  check: ArgumentCheck,
  place: string,
  route: RouteSettings,
  others: ReadonlyMap<string, RouteSettings>,
): void {
  const kinds = ["paths", "hosts", "methods", "queryStrings", "sourceIps"] as const;
  const kind = kinds.find((each) => Object.keys(route[each]).length > 0) ?? "headers";
  for (const [name, other] of others) {
    const requirement = `must differ from those of "${name}", or have a stated priority: neither is more specific`;
    check(!clash(route, other), `${place}.${kind}`, requirement, route[kind]);
    // The place before each is its test rule's.
    const hasRoom = Math.abs(route.priority - other.priority) >= 2;
    const room = `must be at least 2 from that of "${name}" (${other.priority}); state another`;
    check(hasRoom, `${place}.priority`, room, route.priority);
  }
}

/**
 * A route at a place of its own. The content says about where; where another already stands just there, which happens to
 * one route in many, it moves on by as little as it can.
 *
 * @throws as {@link checkApart} does.
 */
export function placeApart(
  check: ArgumentCheck,
  place: string,
  route: RouteSettings,
  others: ReadonlyMap<string, RouteSettings>,
): RouteSettings {
  const taken = new Set([...others.values()].map(({ priority }) => priority));
  const isFree = (priority: number) => [priority - 1, priority, priority + 1].every((near) => !taken.has(near));
  let { priority } = route;
  // The last place is kept for what fits every request.
  while (!route.isStated && !isFree(priority) && priority + 2 < lastPriority) priority += 2;
  const moved = { ...route, priority };
  checkApart(check, place, moved, others);
  return moved;
}

/** Whether two routes fit the same request although neither is the more specific, or the less specific one comes first. */
function clash(one: RouteSettings, other: RouteSettings): boolean {
  // A stated priority is an answer.
  if (one.isStated || other.isStated || !furtherKindsMeet(one, other)) return false;
  const order = Math.sign(one.priority - other.priority);
  const [kinds, otherKinds] = [furtherKindsOf(one), furtherKindsOf(other)];
  return pairs(one).some(([host, path]) =>
    pairs(other).some(([otherHost, otherPath]) => {
      const meets = patternsMeet(host.toLowerCase(), otherHost.toLowerCase()) && patternsMeet(path, otherPath);
      const bands = bandOf([host], [path], kinds.length > 0) - bandOf([otherHost], [otherPath], otherKinds.length > 0);
      const rank = Math.sign(bands) || moreKinds(kinds, otherKinds);
      return meets && (rank === 0 || rank !== order);
    }),
  );
}

function pairs({ hosts, paths }: RouteSettings): [string, string][] {
  const orAny = (values: readonly string[]) => (values.length > 0 ? values : ["*"]);
  return orAny(hosts).flatMap((host) => orAny(paths).map((path): [string, string] => [host, path]));
}

/** -1 where the one asks for all that the other does and for more, 1 the other way round, otherwise 0. */
function moreKinds(one: readonly string[], other: readonly string[]): -1 | 0 | 1 {
  const has = (all: readonly string[], some: readonly string[]) => some.every((kind) => all.includes(kind));
  if (one.length > other.length && has(one, other)) return -1;
  return other.length > one.length && has(other, one) ? 1 : 0;
}

function furtherKindsMeet(one: RouteSettings, other: RouteSettings): boolean {
  return (
    namedMeet(one.headers, other.headers) &&
    namedMeet(one.queryStrings, other.queryStrings) &&
    listsMeet(one.methods, other.methods, (method, otherMethod) => method === otherMethod) &&
    listsMeet(ranges(one), ranges(other), overlap)
  );
}

/** Two lists of which a request must fit one each; none asks for nothing. */
function listsMeet<T>(one: readonly T[], other: readonly T[], meet: (a: T, b: T) => boolean): boolean {
  return one.length === 0 || other.length === 0 || one.some((a) => other.some((b) => meet(a, b)));
}

/** Headers, or keys of a query: a request may have both of two names, but of one name both ask for a common value. */
function namedMeet(one: RouteSettings["headers"], other: RouteSettings["headers"]): boolean {
  return Object.entries(one).every(([name, values]) => {
    const same = Object.entries(other).find(([otherName]) => otherName.toLowerCase() === name.toLowerCase());
    return (
      !same ||
      values.some((value) => same[1].some((otherValue) => patternsMeet(value.toLowerCase(), otherValue.toLowerCase())))
    );
  });
}

function ranges({ sourceIps }: RouteSettings): IpRange[] {
  return sourceIps.flatMap((cidr) => ipRange(cidr) ?? []);
}
