import type { ArgumentCheck } from "../argument-checks";

/** The parts of a route: `GET /orders/{id}`, or `$default` for what no other route takes. */
export interface RouteKey {
  readonly key: string;
  readonly method: string;
  /** Empty for `$default`. */
  readonly path: string;
  /** What the resources of a route are named after. */
  readonly slug: string;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
const form = /^(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE|ANY) ((?:\/[^/\s{}]+|\/\{[\w-]+\})*(?:\/\{[\w-]+\+\})?\/?)$/;

/**
 * The routes of an API, by their keys.
 *
 * @throws when a key is malformed, or two keys take the same requests.
 */
export function readRouteKeys(check: ArgumentCheck, keys: readonly string[]): RouteKey[] {
  check(keys.length > 0, "routes", "must hold at least one route", keys);
  const read = keys.map((key) => readRouteKey(check, key));
  const taken = (route: RouteKey) => `${route.method} ${route.path.replace(/\{[\w-]+(\+?)\}/g, "{$1}")}`;
  const twice = (of: (route: RouteKey) => string) =>
    read.find((route, index) => read.findIndex((other) => of(other) === of(route)) < index)?.key;
  check(twice(taken) === undefined, "routes", "must not take the same requests twice", twice(taken));
  const same = twice(({ slug }) => slug);
  check(same === undefined, "routes", "must not hold two paths that differ in punctuation alone", same);
  return read;
}

function readRouteKey(check: ArgumentCheck, key: string): RouteKey {
  if (key === "$default") return { key, method: "ANY", path: "", slug: "default" };
  const [, method, path] = form.exec(key) ?? [];
  check(method !== undefined && path !== undefined, "routes", 'must be such as "GET /orders/{id}" or "$default"', key);
  // A statement of a function's policy is named after the route, and takes only these letters and 100 of them.
  const slug = `${method.toLowerCase()}-${path
    .replace(/^\//, "")
    .replace(/[{}+]+/g, "_")
    .replace(/[^\w-]+/g, "-")}`;
  check(slug.length <= 48, "routes", "must have paths of at most 43 characters", key);
  return { key, method, path, slug: slug.replace(/-$/, "-root") };
}

/** What a call of a route looks like in the condition of a permission, whatever the stage. */
export function callsOf({ method, path }: RouteKey): string {
  return `/*/${method === "ANY" ? "*" : method}${path.replace(/\{[\w-]+\+?\}/g, "*")}`;
}
