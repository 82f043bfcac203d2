import { createHash } from "node:crypto";
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
const form =
  /^(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE|ANY) (?=\/)((?:\/[^/\s{}]+|\/\{[\w-]+\})*(?:\/\{[\w-]+\+\})?\/?)$/;

/** A statement of a function's policy is named after the route, and AWS takes 100 characters for that. */
const longest = 48;

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
  const words = path
    .replace(/^\//, "")
    .replace(/[{}+]+/g, "_")
    .replace(/[^\w-]+/g, "-");
  const slug = `${method.toLowerCase()}-${words || "root"}`;
  return { key, method, path, slug: slug.length > longest ? `${slug.slice(0, longest - 9)}-${digest(key)}` : slug };
}

function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

/** What a call of a route looks like in the condition of a permission, whatever the stage. */
export function callsOf({ method, path }: RouteKey): string {
  return `/*/${method === "ANY" ? "*" : method}${path.replace(/\{[\w-]+\+?\}/g, "*")}`;
}
