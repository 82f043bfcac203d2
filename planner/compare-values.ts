import type { Json, JsonObject } from "./plan";
import { holdsSecret, holdsUnknown, isObject, isSecret } from "./wire";

/** A property that is not what it was. */
export interface PropertyChange {
  /** As in `ingress[0].cidrBlocks[1]`; what lies in a JSON document is named like any other property. */
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** Absent where there was none, and where it is secret, unknown or long. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Values longer than this, as JSON, are not shown. */
const MOST_LETTERS = 100;

/** What is different between two objects, down to the properties within, sorted by path. */
export function changesBetween(before: JsonObject, after: JsonObject): PropertyChange[] {
  return membersBetween(before, after, "");
}

function membersBetween(before: JsonObject, after: JsonObject, path: string): PropertyChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => between(own(before, key), own(after, key), `${path}${step(key, path)}`));
}

/** A property may be called like one that every object inherits. */
function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function step(key: string, path: string): string {
  if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return path === "" ? key : `.${key}`;
}

function between(before: Json | undefined, after: Json | undefined, path: string): PropertyChange[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path, kind: "added", ...shown(before, after) }];
  if (after === undefined) return [{ path, kind: "removed", ...shown(before, after) }];
  const within = partsBetween(structure(before), structure(after), path);
  // None within: the same document, written in another way.
  return within && within.length > 0 ? within : [{ path, kind: "changed", ...shown(before, after) }];
}

function partsBetween(before: Json, after: Json, path: string): PropertyChange[] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) return itemsBetween(before, after, path);
  return isMap(before) && isMap(after) ? membersBetween(before, after, path) : undefined;
}

/** What is put in or taken out in the middle of a list leaves the rest as it was. */
function itemsBetween(before: Json[], after: Json[], path: string): PropertyChange[] {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && same(before[start], after[start])) start++;
  let end = 0;
  while (end < least - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index).flatMap((index) =>
    between(old[index], now[index], `${path}[${start + index}]`),
  );
}

/** A text that is a JSON document as what it says; anything else as it is. */
function structure(value: Json): Json {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** Two secrets pass for the same: that of another run is not known. */
function same(before: Json | undefined, after: Json | undefined): boolean {
  if (isSecret(before) && isSecret(after)) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => same(item, after[index]));
  }
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].every((key) => same(own(before, key), own(after, key)));
  }
  // What is left are plain values; JSON writes -0 as 0.
  return before === after;
}

function isMap(value: unknown): value is JsonObject {
  return isObject(value) && !isSecret(value);
}

/** Neither is shown if one is secret: what is marked now may have been in the clear before. */
function shown(before: Json | undefined, after: Json | undefined): { before?: Json; after?: Json } {
  if ([before, after].some((value) => value !== undefined && holdsSecret(value))) return {};
  return { ...(isShort(before) && { before }), ...(isShort(after) && { after }) };
}

function isShort(value: Json | undefined): boolean {
  return value !== undefined && !holdsUnknown(value) && JSON.stringify(value).length <= MOST_LETTERS;
}
