import { type ExampleResource, Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import { paths, replaced } from "./spoilt";
import { ABSENT } from "./strange-values";

/** A list may have ten thousand members, each of which would be tried without. */
const MOST_VALUES = 300;

type Resources = Readonly<Record<string, ExampleResource>>;

/**
 * The fewest resources, with the fewest values, of which something is still true: without halves of them, quarters, and so
 * on, and then without each value.
 */
export async function smallest(
  whole: Resources,
  holds: (resources: Resources) => Promise<boolean>,
): Promise<Resources> {
  let least = whole;
  for (let size = Math.ceil(Object.keys(whole).length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < Object.keys(least).length; ) {
      const kept = Object.entries(least).filter((_, index) => index < start || index >= start + size);
      const fewer = closed(Object.fromEntries(kept));
      if (kept.length > 0 && (await holds(fewer))) least = fewer;
      else start += size;
    }
  }
  const values = paths(least).filter(([, kind, ...inside]) => kind === "props" && inside.length > 0);
  for (const path of values.slice(0, MOST_VALUES)) {
    const less = replaced(least, path, ABSENT) as Resources;
    if (await holds(less)) least = less;
  }
  return least;
}

/** What refers to a resource that is gone is not known. */
function closed(resources: Resources): Resources {
  const known = (value: unknown): unknown => {
    if (value instanceof Reference) return value.resource in resources ? value : UNKNOWN;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(known);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, known(member)]));
  };
  return known(resources) as Resources;
}
