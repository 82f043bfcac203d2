/**
 * Reading values that somebody else wrote. A resource's properties can hold anything: a boolean spelled `"true"`, a
 * null where a list belongs, a value that is not known until the resource exists. The readers here are total: whatever
 * they are given, they answer with the value, with `undefined` (absent, or not of that kind), or with `UNKNOWN`.
 */

/** Stands where a value cannot be known at preview. */
export const UNKNOWN = Symbol("unknown at preview");
export type Unknown = typeof UNKNOWN;

/** A fact that was read: its value, `undefined` when nothing (usable) is said, `UNKNOWN` when it is not known yet. */
export type Fact<T> = T | undefined | Unknown;

/** What lies at a path of property names and list positions, or `UNKNOWN` once anything on the way is unknown. */
export function at(value: unknown, ...path: (string | number)[]): Fact<unknown> {
  let here: unknown = value;
  for (const step of path) {
    if (here === UNKNOWN) return UNKNOWN;
    if (typeof here !== "object" || here === null) return undefined;
    here = Object.hasOwn(here, step) ? (here as Record<string | number, unknown>)[step] : undefined;
  }
  return here === null ? undefined : here;
}

/** A boolean, also when it is spelled `"true"` or `"false"`. */
export function asBoolean(value: unknown): Fact<boolean> {
  if (value === UNKNOWN) return UNKNOWN;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  return undefined;
}

/** A finite number, also when it is spelled as text. */
export function asNumber(value: unknown): Fact<number> {
  if (value === UNKNOWN) return UNKNOWN;
  if (typeof value === "string" && value.trim() === "") return undefined;
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** A text, also when it is written as a number. */
export function asText(value: unknown): Fact<string> {
  if (value === UNKNOWN) return UNKNOWN;
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

/** The members of a list; none when nothing is said. A value that is not in a list is its own only member. */
export function asList(value: unknown): unknown[] | Unknown {
  if (value === UNKNOWN) return UNKNOWN;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The members of a map or object, by name; none when nothing (or something else) is said. */
export function asMap(value: unknown): Record<string, unknown> | Unknown {
  if (value === UNKNOWN) return UNKNOWN;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** True when the value is, or anywhere inside holds, something unknown. */
export function holdsUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsUnknown);
}

/** A value as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  if (value === UNKNOWN) return "unknown";
  if (value === undefined) return "not set";
  const text = JSON.stringify(value) ?? String(value);
  return brief(text);
}

/** A text as a message quotes it: at most 80 characters. */
export function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The members of a list as a message names them: the first four, and how many more there are. */
export function few(list: readonly string[], separator = ", "): string {
  return list.length <= 5 ? list.join(separator) : `${list.slice(0, 4).join(separator)} and ${list.length - 4} more`;
}
