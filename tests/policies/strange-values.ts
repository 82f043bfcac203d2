import fc from "fast-check";
import { Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import { secret } from "./requests";

/** Values that a property rarely holds, and can. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(UNKNOWN, null, true, "true", 0, -1, 1e21, "", "-1", "0.0.0.0/0", "{", "[]", [], {}, [[]], [null]),
  fc.constantFrom([UNKNOWN], { key: UNKNOWN }, [{}], [{ key: null }], { tags: [] }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What a change makes of a value: another one, or `ABSENT`. */
export type Change = (value: unknown, place: Place) => unknown;

/** Where a value is, and what else there is. */
export interface Place {
  /** The name of the property, or of the nearest one around a member of a list. */
  readonly property: string;
  /** The names of the resources around. */
  readonly resources: readonly string[];
  /** What other resources hold under the same name. */
  readonly others: readonly unknown[];
}

/** What a change makes of a value that goes. */
export const ABSENT = Symbol("absent");

const plainChanges: readonly Change[] = [
  () => ABSENT,
  () => null,
  () => UNKNOWN,
  secret,
  // Of another type.
  (value) => (typeof value === "string" ? Number(value) : typeof value === "number" ? String(value) : [value]),
  (value) => (typeof value === "boolean" ? String(value) : value === "true" ? true : { value }),
  (value) => (Array.isArray(value) ? value[0] : (members(value)[0] ?? [[value]])),
  (value) => Object.fromEntries(members(value).map((member, index) => [index, member])),
  // A document as text, and the other way round.
  (value) => (typeof value === "string" ? parsed(value) : JSON.stringify(value)),
  (value) => text(value).slice(0, Math.ceil(text(value).length / 2)),
  // Spelled otherwise.
  (value) => text(value).toUpperCase(),
  (value) => ` ${text(value)}\n`,
  (value) => `${text(value)}\u0000\u202e\ud83d\u200d👩‍👩‍👧 İ\ud800`,
  (value) => (Array.isArray(value) ? [null, ...value, UNKNOWN, {}, []] : [value, value]),
  (value) => (Array.isArray(value) ? [] : { ...Object(value), ...unusualKeys }),
  (value) => ({ ...Object(value), key: UNKNOWN }),
];

/** Names that every object of JavaScript has already. */
const unusualKeys = JSON.parse(
  '{ "__proto__": { "polluted": true }, "constructor": 1, "toString": "", "length": -1, "hasOwnProperty": null, "": [] }',
) as Record<string, unknown>;

/** Rare, for they take long; and for values that are not large yet, as ten thousand large ones fill the memory. */
const largeChanges: readonly Change[] = [
  (value: unknown) => text(value).padEnd(100_000, "a long text "),
  (value: unknown) =>
    Array.from({ length: 10_000 }, (_, index) =>
      Array.isArray(value) ? (value[index % value.length] ?? null) : value,
    ),
  (value: unknown) => Array.from({ length: 100 }).reduce((inner) => [{ inner }], value),
].map((grown) => (value) => (text(value).length > 100 ? value : grown(value)));

/** Any change of a value. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 300, arbitrary: fc.constantFrom(...plainChanges) },
  { weight: 60, arbitrary: strange.map((value) => () => value) },
  {
    weight: 80,
    arbitrary: fc.nat().map(
      (chosen): Change =>
        (_, { others }) =>
          others[chosen % others.length],
    ),
  },
  {
    weight: 40,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom("id", "arn"))
      .map(([chosen, property]) => referring(chosen, property)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...largeChanges) },
);

function referring(chosen: number, property: string): Change {
  return (_, { resources }) => new Reference(resources[chosen % resources.length] ?? "", property);
}

function members(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return `${value}{"`;
  }
}
