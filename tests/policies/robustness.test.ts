import assert from "node:assert/strict";
import fc from "fast-check";
import { rules } from "../../policies/catalogue";
import type { Example, Examples } from "../../policies/examples";
import { Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import { judgeBy } from "./judged";

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

describe("every rule judges anything that a resource can hold", () => {
  for (const rule of rules) {
    const { examples } = require(`../../policies/rules/${rule.name}.examples`) as { examples: Examples };
    const all = [...examples.denied, ...examples.allowed, ...examples.undecided];

    it(`${rule.name} never throws`, async () => {
      await fc.assert(
        fc.asyncProperty(spoilt(all), fc.constantFrom("preview", "state", "secrets"), async (example, view) => {
          for (const { message } of await judgeBy(rule, example, view)) {
            assert.doesNotMatch(message, /can't run policy|\[object |undefined|Symbol\(/);
          }
        }),
        { numRuns: 60 },
      );
    });
  }
});
