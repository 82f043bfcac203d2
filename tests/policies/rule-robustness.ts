import assert from "node:assert/strict";
import fc from "fast-check";
import type { Example } from "../../policies/examples";
import { Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import type { Rule } from "../../policies/rule";
import { judgeBy } from "./judged";
import { judgedDirectly } from "./judged-directly";
import { examplesOf } from "./rule-examples";

const odd = fc.oneof(
  fc.constantFrom(UNKNOWN, null, true, "true", 0, -1, 1e21, "", "-1", "0.0.0.0/0", "{", "[]", [], {}, [[]], [null]),
  fc.constantFrom([UNKNOWN], { key: UNKNOWN }, [{}], [{ key: null }], { tags: [] }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Every place in a value, as a path. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null || value instanceof Reference) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((member, index) => (String(index) === key ? replaced(member, rest, by) : member));
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

/** An example in which some of the values are something else. */
function spoilt(examples: readonly Example[]): fc.Arbitrary<Example> {
  const changes = fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...examples), changes).map(([example, made]) => {
    const resources = Object.entries(example.resources).map(([name, resource]) => {
      let props: unknown = resource.props;
      for (const [place, value] of made) {
        const [, ...inside] = paths(props);
        const path = inside[place % inside.length];
        if (path) props = replaced(props, path, value);
      }
      return [name, { ...resource, props }];
    });
    const [[, value] = []] = made;
    return { ...example, resources: Object.fromEntries(resources), exemptions: example.exemptions && value };
  });
}

/** An example in which one list is as long as no real one is, by repeating its members; undefined without a list. */
function lengthened(example: Example): Example | undefined {
  for (const [name, resource] of Object.entries(example.resources)) {
    for (const path of paths(resource.props)) {
      const list = path.reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], resource.props);
      if (!Array.isArray(list) || list.length === 0) continue;
      const grown = Array.from({ length: 10_000 }, (_, index) => list[index % list.length]);
      const props = replaced(resource.props, path, grown) as Example["resources"][string]["props"];
      return { ...example, resources: { ...example.resources, [name]: { ...resource, props } } };
    }
  }
  return undefined;
}

/** Registers the tests that a rule never throws, whatever its resources hold. */
export function testRobustness(rule: Rule): void {
  const examples = examplesOf(rule);
  const all = [...examples.denied, ...examples.allowed, ...examples.undecided];

  it(`${rule.name} never throws`, async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(all), fc.constantFrom("preview", "state", "secrets"), async (example, view) => {
        for (const { message } of await judgeBy(rule, example, view)) {
          assert.doesNotMatch(message, /can't run policy|\[object |undefined|Symbol\(/);
        }
      }),
      { numRuns: 25 },
    );
  });

  const bySize = all.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  const [grown] = bySize.flatMap((example) => lengthened(example) ?? []);
  if (!grown) return;
  it(`${rule.name} judges lists of 10,000 members, in messages that stay readable`, () => {
    for (const message of judgedDirectly(rule, grown)) {
      assert.ok(message.length < 1000, `a message of ${message.length} characters: ${message.slice(0, 300)}`);
    }
  });
}
