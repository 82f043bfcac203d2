import type { ArgumentCheck } from "../argument-checks";
import { readIpRange } from "../ip-range";
import { routePriority } from "./route-priority";

/**
 * Which requests of an Application Load Balancer a rule takes: those that fit every kind that is given, each by one of
 * its values. Patterns may hold `*` for any characters and `?` for one. At most 3 values of a kind, 5 values and 5
 * wildcards in all: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export interface Conditions {
  /** The hosts, e.g. `shop.example.com` or `*.example.com`, at most 128 characters each. @default any */
  readonly hosts?: readonly string[];
  /** The paths, e.g. `/api/*`, at most 128 characters each. @default any */
  readonly paths?: readonly string[];
  /** Headers that a request must have, e.g. `{ "X-Client": ["mobile*"] }`. @default any */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  /** The methods, e.g. `POST`. AWS advises to send GET and HEAD the same way, as answers are cached. @default any */
  readonly methods?: readonly string[];
  /** What a request must have in its query, e.g. `{ version: ["2", "3*"] }`; `*` is any key. @default anything */
  readonly queryStrings?: Readonly<Record<string, readonly string[]>>;
  /** The ranges that clients come from, at most 5; what proxies say in X-Forwarded-For is not read. @default any */
  readonly sourceIps?: readonly string[];
}

/** A rule's requests, and its place among the other rules. */
export interface Route extends Conditions {
  /**
   * The place of the rule among the others, 2–50000: the lowest that fits a request takes it. The one before it is kept
   * for a service's test rule.
   *
   * @default made from the content, so that no other rule changes it: exact hosts before wildcards before any host,
   * then exact paths before longer before shorter prefixes, then rules with more of the other kinds before those with
   * fewer. One in many finds its place taken, and moves on to the next
   */
  readonly priority?: number;
}

/** A route with its defaults, checked. */
export interface RouteSettings extends Required<Route> {
  readonly isStated: boolean;
}

/** The header by which a request reaches the new version before it serves. It is no secret: anyone may send it. */
export const testHeader = { name: "X-Test-Traffic", value: "true" } as const;

/**
 * @param place the argument that holds the route: "balancing", "routes.api"
 * @param hasTestRule whether a second rule, with a header more, stands before it
 */
export function readRoute(check: ArgumentCheck, place: string, route: Route, hasTestRule: boolean): RouteSettings {
  const { hosts = [], paths = [], headers = {}, methods = [], queryStrings = {} } = route;
  const sourceIps = (route.sourceIps ?? []).map((range) => readIpRange(range, `${place}.sourceIps`, check).cidr);
  const given = { hosts, paths, headers, methods, queryStrings, sourceIps };
  checkValues(check, place, given);
  checkCounts(check, place, given, hasTestRule);
  const { priority = routePriority(given) } = route;
  const isPriority = Number.isInteger(priority) && priority >= 2 && priority <= 50000;
  check(isPriority, `${place}.priority`, "must be a whole number between 2 and 50000", priority);
  return { ...given, priority, isStated: route.priority !== undefined };
}

/** Whether every request fits. */
export function isAny({ hosts, paths, headers, methods, queryStrings, sourceIps }: Required<Conditions>): boolean {
  return [hosts, paths, headers, methods, queryStrings, sourceIps].every((kind) => Object.keys(kind).length === 0);
}

/** Whether each value is one that its kind takes. */
function checkValues(check: ArgumentCheck, place: string, conditions: Required<Conditions>): void {
  const { hosts, paths, headers, methods, queryStrings } = conditions;
  for (const host of hosts) {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/add-rule.html
    const isHost = /^[\w.*?-]+\.[A-Za-z0-9*?]+$/.test(host) && host.length <= 128;
    check(isHost, `${place}.hosts`, "must be host names of at most 128 characters, with a dot", host);
  }
  for (const path of paths) {
    const isPath = /^[/*][\w.$/~"'@:+&*?-]*$/.test(path) && path.length <= 128;
    check(isPath, `${place}.paths`, "must begin with / and have at most 128 characters that a rule takes", path);
  }
  for (const [name, values] of Object.entries(headers)) {
    const isHeader = /^[\w!#$%&'*+.^`|~-]{1,40}$/.test(name) && name.toLowerCase() !== "host" && values.length > 0;
    check(isHeader, `${place}.headers`, "must have names of at most 40 characters, not Host, and a value each", name);
    const areValues = values.every((value) => /^[\x20-\x7e]{1,128}$/.test(value));
    check(areValues, `${place}.headers`, "must have values of 1 to 128 visible characters", values);
  }
  for (const method of methods) {
    const isMethod = /^[A-Z_-]{1,40}$/.test(method);
    check(isMethod, `${place}.methods`, "must be methods of 1 to 40 characters of A-Z, - and _", method);
  }
  for (const [key, values] of Object.entries(queryStrings)) {
    // A backslash would make a wildcard literal: what such a pattern fits could not be told from what others fit.
    const arePatterns =
      values.length > 0 && [key, ...values].every((text) => /^[\x20-\x5b\x5d-\x7e]{1,128}$/.test(text));
    const requirement = "must have keys and values of 1 to 128 visible characters without \\, and a value each";
    check(arePatterns, `${place}.queryStrings`, requirement, { [key]: values });
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
function checkCounts(
  check: ArgumentCheck,
  place: string,
  { hosts, paths, headers, methods, queryStrings, sourceIps }: Required<Conditions>,
  hasTestRule: boolean,
): void {
  const patterns = [hosts, paths, ...Object.values(headers), ...Object.values(queryStrings)];
  for (const kind of [...patterns, methods, sourceIps]) {
    check(new Set(kind).size === kind.length, place, "must not repeat a value of a kind", kind);
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SourceIpConditionConfig.html
    const most = kind === sourceIps ? 5 : 3;
    const requirement =
      "must have at most 3 hosts, paths, methods, values of a header or a query's key, and 5 sourceIps";
    check(kind.length <= most, place, requirement, kind);
  }
  const values = [...patterns, methods, sourceIps].flat();
  const left = hasTestRule ? "4 values in all, as the test rule takes one more" : "5 values in all";
  check(values.length <= (hasTestRule ? 4 : 5), place, `must have at most ${left}`, values);
  const wild = [...patterns.flat(), ...Object.keys(queryStrings)];
  check(wild.join("").replace(/[^*?]/g, "").length <= 5, place, "must have at most 5 wildcards in all", wild);
}
