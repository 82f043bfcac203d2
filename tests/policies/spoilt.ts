import fc from "fast-check";
import { type Example, type ExampleResource, Reference } from "../../policies/examples";
import { signature } from "./requests";
import { ABSENT, type Change, change } from "./strange-values";

/** Every place in a value, as a path. */
export function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null || value instanceof Reference) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
}

/** What lies at a path. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], value);
}

/** A copy in which what lies at a path is another value, or absent. */
export function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === key ? replaced(member, rest, by) : member,
  ]);
  const kept = members.filter(([, member]) => member !== ABSENT);
  return Array.isArray(value) ? kept.map(([, member]) => member) : Object.fromEntries(kept);
}

/** What is changed, and where: both are numbers without bounds, taken of what there is. */
export interface Spoiling {
  readonly resource: number;
  readonly place: number;
  readonly change: Change;
}

export const spoiling: fc.Arbitrary<Spoiling> = fc.record({ resource: fc.nat(), place: fc.nat(), change });

/** Characters beyond which a resource is changed no more. */
const LARGEST = 1_000_000;

type Resources = Readonly<Record<string, ExampleResource>>;

/** Resources of which some hold something else, given what other resources hold by the names of properties. */
export function spoilt(
  resources: Resources,
  spoilings: readonly Spoiling[],
  vocabulary: ReadonlyMap<string, readonly unknown[]> = new Map(),
): Resources {
  const names = Object.keys(resources);
  const changed: Record<string, ExampleResource> = { ...resources };
  for (const { resource: chosen, place, change } of spoilings) {
    const name = names[chosen % names.length] ?? "";
    const resource = changed[name];
    // Changes that double a value a hundred times would never come to an end.
    if (!resource || JSON.stringify(resource.props).length > LARGEST) continue;
    // What is marked as secret stays so, as the engine marks nothing else.
    const [, ...inside] = paths(resource.props).filter((path) => path.at(-1) !== signature);
    const path = inside[place % inside.length];
    if (!path) continue;
    const property = path.findLast((key) => Number.isNaN(Number(key))) ?? "";
    const others = vocabulary.get(property) ?? [null];
    const value = change(valueAt(resource.props, path) ?? null, { property, resources: names, others }) ?? null;
    // A secret has a value.
    const said = value === ABSENT && property === "value" ? null : value;
    changed[name] = { ...resource, props: replaced(resource.props, path, said) as ExampleResource["props"] };
  }
  return changed;
}

/** One of the examples, in which some of the values are something else. */
export function spoiltExample(examples: readonly Example[]): fc.Arbitrary<Example> {
  const spoilings = fc.array(spoiling, { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...examples), spoilings).map(([example, made]) => {
    const [first] = made;
    const place = { property: "exemptions", resources: [], others: [null] };
    const exemptions = example.exemptions && first?.change(example.exemptions, place);
    return { ...example, resources: spoilt(example.resources, made), exemptions };
  });
}
