import { createHash } from "node:crypto";
import type { ArgumentCheck } from "../argument-checks";
import { isWild, patternsMeet } from "./patterns";

/**
 * Which requests of an Application Load Balancer are a service's. Patterns may hold `*` for any characters and `?` for
 * one. At most 3 values of a kind, 5 values and 5 wildcards in all:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export interface Route {
  /** The hosts, e.g. `shop.example.com` or `*.example.com`, at most 128 characters each. @default any */
  readonly hosts?: readonly string[];
  /** The paths, e.g. `/api/*`, at most 128 characters each. @default any */
  readonly paths?: readonly string[];
  /** Headers that a request must have, e.g. `{ "X-Client": ["mobile*"] }`. @default any */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  /**
   * The place of the rule among the others, 2–50000: the lowest that fits a request takes it. The one before it is kept
   * for the service's test rule.
   *
   * @default made from the content, so that no other service changes it: exact hosts before wildcards before any host,
   * then exact paths before longer before shorter prefixes, then rules with headers before those without
   */
  readonly priority?: number;
}

/** A route with its defaults, checked. */
export interface RouteSettings extends Required<Route> {
  readonly isStated: boolean;
}

/** The header by which a request reaches the new version before it serves. It is no secret: anyone may send it. */
export const testHeader = { name: "X-Test-Traffic", value: "true" } as const;

/** @param hasTestRule whether a second rule, with a header more, stands before it */
export function readRoute(check: ArgumentCheck, route: Route, hasTestRule: boolean): RouteSettings {
  const { hosts = [], paths = [], headers = {} } = route;
  for (const host of hosts) {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/add-rule.html
    const isHost = /^[\w.*?-]+\.[A-Za-z0-9*?]+$/.test(host) && host.length <= 128;
    check(isHost, "balancing.hosts", "must be host names of at most 128 characters, with a dot", host);
  }
  for (const path of paths) {
    const isPath = /^[/*][\w.$/~"'@:+&*?-]*$/.test(path) && path.length <= 128;
    check(isPath, "balancing.paths", "must begin with / and have at most 128 characters that a rule takes", path);
  }
  for (const [name, values] of Object.entries(headers)) {
    const isHeader = /^[\w!#$%&'*+.^`|~-]{1,40}$/.test(name) && name.toLowerCase() !== "host" && values.length > 0;
    check(isHeader, "balancing.headers", "must have names of at most 40 characters, not Host, and a value each", name);
    const areValues = values.every((value) => /^[\x20-\x7e]{1,128}$/.test(value));
    check(areValues, "balancing.headers", "must have values of 1 to 128 visible characters", values);
  }
  const kinds = [hosts, paths, ...Object.values(headers)];
  const values = kinds.flat();
  for (const kind of kinds) {
    check(new Set(kind).size === kind.length, "balancing", "must not repeat a host, a path or a header's value", kind);
    check(kind.length <= 3, "balancing", "must have at most 3 hosts, 3 paths and 3 values of a header", kind);
  }
  const most = hasTestRule ? 4 : 5;
  const left = hasTestRule ? "4, as the test rule takes one more" : "5";
  check(values.length <= most, "balancing", `must have hosts, paths and header values of at most ${left}`, values);
  const wildcards = values.join("").replace(/[^*?]/g, "").length;
  check(wildcards <= 5, "balancing", "must have at most 5 wildcards in all", values);

  const { priority = contentPriority({ hosts, paths, headers }) } = route;
  const isPriority = Number.isInteger(priority) && priority >= 2 && priority <= 50000;
  check(isPriority, "balancing.priority", "must be a whole number between 2 and 50000", priority);
  return { hosts, paths, headers, priority, isStated: route.priority !== undefined };
}

/**
 * Checks that a route can stand beside those of other services, by the service's name: that no two want the same place,
 * and that where two fit the same request, the more specific one comes first.
 */
export function checkApart(
  check: ArgumentCheck,
  route: RouteSettings,
  others: ReadonlyMap<string, RouteSettings>,
): void {
  const { hosts, paths, headers } = route;
  const [kind, stated] =
    paths.length > 0 ? ["paths", paths] : hosts.length > 0 ? ["hosts", hosts] : ["headers", headers];
  for (const [service, other] of others) {
    const requirement = `must differ from those of "${service}", or have a stated priority: neither is more specific`;
    check(!clash(route, other), `balancing.${kind}`, requirement, stated);
    // The place before each is its test rule's.
    const hasRoom = Math.abs(route.priority - other.priority) >= 2;
    const room = `must be at least 2 from that of "${service}" (${other.priority}); state another`;
    check(hasRoom, "balancing.priority", room, route.priority);
  }
}

/** Whether two routes fit the same request although neither is the more specific, or the less specific one comes first. */
function clash(one: RouteSettings, other: RouteSettings): boolean {
  // A stated priority is an answer.
  if (one.isStated || other.isStated || !headersMeet(one.headers, other.headers)) return false;
  const order = Math.sign(one.priority - other.priority);
  return pairs(one).some(([host, path]) =>
    pairs(other).some(([otherHost, otherPath]) => {
      const meets = patternsMeet(host.toLowerCase(), otherHost.toLowerCase()) && patternsMeet(path, otherPath);
      const rank = bandOf([host], [path], one.headers) - bandOf([otherHost], [otherPath], other.headers);
      return meets && (rank === 0 || Math.sign(rank) !== order);
    }),
  );
}

function pairs({ hosts, paths }: RouteSettings): [string, string][] {
  const orAny = (values: readonly string[]) => (values.length > 0 ? values : ["*"]);
  return orAny(hosts).flatMap((host) => orAny(paths).map((path): [string, string] => [host, path]));
}

function headersMeet(one: RouteSettings["headers"], other: RouteSettings["headers"]): boolean {
  return Object.entries(one).every(([name, values]) => {
    const same = Object.entries(other).find(([otherName]) => otherName.toLowerCase() === name.toLowerCase());
    return !same || values.some((value) => same[1].some((otherValue) => patternsMeet(value, otherValue)));
  });
}

/** How many places each kind of path has: an exact one, then prefixes of 4, 3, 2, 1 and no folders. */
const placesByPath = [1400, 500, 700, 1200, 2000, 400];
/** Routes with headers are few: each kind of path keeps a quarter more for them, before the others. */
const places = placesByPath.flatMap((count) => [count / 4, count]);
const placesOfHost = places.reduce((sum, count) => sum + count, 0);

/** Which kind of route it is, from the most to the least specific. Several values are as specific as the widest. */
function bandOf(hosts: readonly string[], paths: readonly string[], headers: RouteSettings["headers"]): number {
  const anyHost = hosts.length === 0 || hosts.includes("*");
  const byHost = anyHost ? 2 : hosts.some(isWild) ? 1 : 0;
  const byPath = paths.length === 0 ? 5 : Math.max(...paths.map(pathKind));
  const byHeader = Object.keys(headers).length > 0 ? 0 : 1;
  return byHost * places.length + byPath * 2 + byHeader;
}

function pathKind(path: string): number {
  if (!isWild(path)) return 0;
  const [fixed = ""] = path.split(/[*?]/);
  const folders = fixed.split("/").filter((folder) => folder !== "").length;
  return 5 - Math.min(folders, 4);
}

/** An even number from 2 to 50000: the band says about where, a digest of the content where exactly. */
function contentPriority({ hosts, paths, headers }: Required<Omit<Route, "priority">>): number {
  // What fits every request comes after everything.
  if (hosts.length === 0 && paths.length === 0 && Object.keys(headers).length === 0) return 50000;
  const band = bandOf(hosts, paths, headers);
  const within = band % places.length;
  const first = Math.floor(band / places.length) * placesOfHost + places.slice(0, within).reduce((a, b) => a + b, 0);
  const sorted = (values: readonly string[]) => [...values].sort();
  const content = JSON.stringify([
    sorted(hosts.map((host) => host.toLowerCase())),
    sorted(paths),
    sorted(Object.entries(headers).map(([name, values]) => JSON.stringify([name.toLowerCase(), sorted(values)]))),
  ]);
  const digest = createHash("sha256").update(content).digest().readUInt32BE();
  return 2 * (first + (digest % (places[within] ?? 1)) + 1);
}
