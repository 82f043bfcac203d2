import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Example, type ExampleResource, Reference } from "../../policies/examples";
import { spellings } from "../../policies/resource";
import type { Rule } from "../../policies/rule";
import { examplesOf } from "./rule-examples";
import { type Spoiling, spoiling, spoilt } from "./spoilt";
import { strange } from "./strange-values";

/** A stack as the rules' examples write one, with settings of policies by their names. */
export type StrangeStack = Omit<Example, "title" | "settings">;

/** An example, in a stack with others; or a resource with properties that the SDK knows of its type. */
interface Part {
  readonly rule?: string;
  readonly example: Example;
}

/**
 * Stacks of what the examples of all rules hold, and of resources of the same types with other properties that the SDK
 * knows: some of it changed, and referring to one another.
 */
export function strangeStacks(rules: readonly Rule[]): fc.Arbitrary<StrangeStack> {
  const parts = rules.flatMap((rule) => {
    const { denied, allowed, undecided } = examplesOf(rule);
    return [...denied, ...allowed, ...undecided].map((example): Part => ({ rule: rule.name, example }));
  });
  const resources = parts.flatMap(({ example }) => Object.values(example.resources));
  const vocabulary = vocabularyOf(resources);
  const types = [...new Set([...resources.map(({ type }) => type), ...rules.flatMap((rule) => rule.types)])]
    .filter((type) => !type.endsWith("*"))
    .flatMap(spellings)
    .sort();
  return fc
    .record({
      parts: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parts) }, foreign(types, vocabulary)), {
        minLength: 1,
        maxLength: 20,
        size: "max",
      }),
      spoilings: fc.array(spoiling, { maxLength: 100, size: "max" }),
      environment: fc.constantFrom("dev" as const, "prod" as const),
      accepted: fc.array(acceptance, { maxLength: 10, size: "max" }),
      exemptions: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: strange },
        { weight: 1, arbitrary: fc.array(strange) },
      ),
      provider: fc.oneof(
        fc.constant({}),
        strange.map((defaultTags) => ({ defaultTags })),
      ),
    })
    .map(({ parts, spoilings, accepted, exemptions, ...around }) => {
      const named = parts.flatMap(({ rule }) => rule ?? []);
      const granted = accepted.map(({ rule, ...exemption }) => ({ policy: named[rule % named.length], ...exemption }));
      return { ...joined(parts, spoilings, vocabulary), exemptions: exemptions ?? granted, ...around };
    });
}

/** An exemption from one of the rules whose examples a stack is made of: a number without bounds. */
const acceptance = fc.record({
  rule: fc.nat(),
  resource: fc.constantFrom("*", "*-1", "urn:*"),
  reason: fc.constant("a trial"),
  approvedBy: fc.constant("platform-team"),
  expires: fc.constantFrom("2026-12-31", "2026-01-31", "tomorrow"),
});

/** What the examples hold under each name of a property. */
function vocabularyOf(resources: readonly ExampleResource[]): Map<string, unknown[]> {
  const vocabulary = new Map<string, unknown[]>();
  const held = (key: string) => {
    const members = vocabulary.get(key) ?? [];
    vocabulary.set(key, members);
    return members;
  };
  const note = (value: unknown) => {
    if (typeof value !== "object" || value === null || value instanceof Reference) return;
    for (const [key, member] of Object.entries(value)) {
      if (!Array.isArray(value)) held(key).push(member);
      note(member);
    }
  };
  for (const { props } of resources) note(props);
  return vocabulary;
}

/** A resource with properties that the SDK knows of its type, as other resources have them. */
function foreign(types: readonly string[], vocabulary: ReadonlyMap<string, readonly unknown[]>): fc.Arbitrary<Part> {
  const properties = fc.array(fc.tuple(fc.nat(), fc.nat(), strange), { maxLength: 8 });
  return fc.tuple(fc.constantFrom(...types), properties).map(([type, chosen]) => {
    const names = propertiesOf(type);
    const props = chosen.flatMap(([property, value, odd]) => {
      const name = names[property % names.length];
      const known = vocabulary.get(name ?? "") ?? [];
      return name === undefined ? [] : [[name, known.length > 0 && value % 4 ? known[value % known.length] : odd]];
    });
    return { example: { title: type, resources: { foreign: { type, props: Object.fromEntries(props) } } } };
  });
}

const sdk = join(require.resolve("@pulumi/aws/package.json"), "..");
const known = new Map<string, readonly string[]>();

/** The properties of a type, as the class of the SDK reads them; none of types that others make. */
function propertiesOf(type: string): readonly string[] {
  const done = known.get(type);
  if (done) return done;
  const file = join(sdk, `${type.split(":")[1]}.js`);
  const source = existsSync(file) ? readFileSync(file, "utf8") : "";
  const names = [...new Set([...source.matchAll(/resourceInputs\["(\w+)"\]/g)].map(([, name]) => name ?? ""))];
  known.set(type, names);
  return names;
}

/** The parts as one stack: each resource under a name of its own. */
function joined(
  parts: readonly Part[],
  spoilings: readonly Spoiling[],
  vocabulary: ReadonlyMap<string, readonly unknown[]>,
): Pick<StrangeStack, "resources" | "config"> {
  const resources = parts.flatMap(({ example }, index) =>
    Object.entries(example.resources).map(([name, resource]) => [
      `${name}-${index}`,
      {
        ...resource,
        props: withReferences(resource.props, (other) => `${other}-${index}`) as ExampleResource["props"],
      },
    ]),
  );
  const names = resources.map(([name]) => String(name));
  // What comes from another example refers to a resource that only that one has.
  const inStack = (name: string) => (names.includes(name) ? name : (names[name.length % names.length] ?? ""));
  const spoiltResources = spoilt(Object.fromEntries(resources), spoilings, vocabulary);
  const settings = parts.flatMap(({ rule, example }) => (rule && example.settings ? [[rule, example.settings]] : []));
  const settled = Object.entries(spoiltResources).map(([name, resource]) => {
    return [name, { ...resource, props: withReferences(resource.props, inStack) }];
  });
  return { resources: Object.fromEntries(settled), config: Object.fromEntries(settings) };
}

/** A copy in which other resources are referred to. */
function withReferences(value: unknown, change: (name: string) => string): unknown {
  if (value instanceof Reference) return new Reference(change(value.resource), value.property);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => withReferences(member, change));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withReferences(member, change)]));
}
