import { createHash } from "node:crypto";
import { isWild } from "./patterns";
import type { Conditions } from "./route";

/** AWS's highest, and so the place of what fits every request. */
export const lastPriority = 50000;

/** Conditions besides those on host and path. */
const furtherKinds = ["headers", "methods", "queryStrings", "sourceIps"] as const;
type FurtherKind = (typeof furtherKinds)[number];

/** The kinds that a route has besides host and path. */
export function furtherKindsOf(conditions: Required<Conditions>): FurtherKind[] {
  return furtherKinds.filter((kind) => Object.keys(conditions[kind]).length > 0);
}

/** How many places each kind of path has: an exact one, then prefixes of 4, 3, 2, 1 and no folders. */
const placesByPath = [1400, 500, 700, 1200, 2000, 400];
/** Routes with further kinds are few: each kind of path keeps a quarter more for them, before the others. */
const places = placesByPath.flatMap((count) => [count / 4, count]);
const placesOfHost = places.reduce((sum, count) => sum + count, 0);

/** Which kind of route it is, from the most to the least specific. Several values are as specific as the widest. */
export function bandOf(hosts: readonly string[], paths: readonly string[], hasFurtherKinds: boolean): number {
  const anyHost = hosts.length === 0 || hosts.includes("*");
  const byHost = anyHost ? 2 : hosts.some(isWild) ? 1 : 0;
  const byPath = paths.length === 0 ? 5 : Math.max(...paths.map(pathKind));
  return byHost * places.length + byPath * 2 + (hasFurtherKinds ? 0 : 1);
}

function pathKind(path: string): number {
  if (!isWild(path)) return 0;
  const [fixed = ""] = path.split(/[*?]/);
  const folders = fixed.split("/").filter((folder) => folder !== "").length;
  return 5 - Math.min(folders, 4);
}

/** An even number from 2 to 50000: the band says about where, a digest of the content where exactly. */
export function routePriority(conditions: Required<Conditions>): number {
  const { hosts, paths } = conditions;
  const hasFurtherKinds = furtherKindsOf(conditions).length > 0;
  // What fits every request comes after everything.
  if (hosts.length === 0 && paths.length === 0 && !hasFurtherKinds) return lastPriority;
  const band = bandOf(hosts, paths, hasFurtherKinds);
  const within = band % places.length;
  const first = Math.floor(band / places.length) * placesOfHost + places.slice(0, within).reduce((a, b) => a + b, 0);
  return 2 * (first + placeWithin(conditions, places[within] ?? 1) + 1);
}

/** A place in a band: before those that the same route would have with a further kind less. */
function placeWithin(conditions: Required<Conditions>, count: number): number {
  const kinds = furtherKindsOf(conditions);
  // Headers were the first of the further kinds: with nothing else a route keeps the whole band.
  if (kinds.length === 0 || (kinds.length === 1 && kinds[0] === "headers")) return digest(conditions) % count;
  const fewer = kinds.length === 1 ? [] : kinds.map((kind) => placeWithin(without(conditions, kind), count));
  const end = Math.max(1, Math.min(count, ...fewer));
  // The first quarter is room for routes with more kinds. Where none is left, checkApart() asks for a priority.
  return end - 1 - (digest(conditions) % Math.ceil((end * 3) / 4));
}

function without(conditions: Required<Conditions>, kind: FurtherKind): Required<Conditions> {
  return { ...conditions, [kind]: Array.isArray(conditions[kind]) ? [] : {} };
}

/** The same number for the same content, in whatever order and case it is written. */
function digest({ hosts, paths, headers, methods, queryStrings, sourceIps }: Required<Conditions>): number {
  const lower = (values: readonly string[]) => values.map((value) => value.toLowerCase());
  const sorted = (values: readonly string[]) => [...values].sort();
  const content: unknown[] = [
    sorted(lower(hosts)),
    sorted(paths),
    sorted(Object.entries(headers).map(([name, values]) => JSON.stringify([name.toLowerCase(), sorted(values)]))),
  ];
  // Said only where they are: a route without them keeps the place that it had before there were such.
  if (methods.length > 0) content.push({ methods: sorted(methods) });
  const queries = Object.entries(queryStrings).map(([key, values]) =>
    JSON.stringify([key.toLowerCase(), sorted(lower(values))]),
  );
  if (queries.length > 0) content.push({ queryStrings: sorted(queries) });
  if (sourceIps.length > 0) content.push({ sourceIps: sorted(sourceIps) });
  return createHash("sha256").update(JSON.stringify(content)).digest().readUInt32BE();
}
