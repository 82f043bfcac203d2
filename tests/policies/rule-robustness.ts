import assert from "node:assert/strict";
import fc from "fast-check";
import type { Example } from "../../policies/examples";
import type { Rule } from "../../policies/rule";
import { judgeBy } from "./judged";
import { judgedDirectly } from "./judged-directly";
import { examplesOf } from "./rule-examples";
import { paths, replaced, spoiltExample, valueAt } from "./spoilt";

/** An example in which one list is as long as no real one is, by repeating its members; undefined without a list. */
function lengthened(example: Example): Example | undefined {
  for (const [name, resource] of Object.entries(example.resources)) {
    for (const path of paths(resource.props)) {
      const list = valueAt(resource.props, path);
      if (!Array.isArray(list) || list.length === 0) continue;
      const grown = Array.from({ length: 10_000 }, (_, index) => list[index % list.length]);
      const props = replaced(resource.props, path, grown) as Example["resources"][string]["props"];
      return { ...example, resources: { ...example.resources, [name]: { ...resource, props } } };
    }
  }
  return undefined;
}

function lengthenedFirst(examples: readonly Example[]): Example | undefined {
  for (const example of examples) {
    const grown = lengthened(example);
    if (grown) return grown;
  }
  return undefined;
}

/** Registers the tests that a rule never throws, whatever its resources hold. */
export function testRobustness(rule: Rule): void {
  const examples = examplesOf(rule);
  const all = [...examples.denied, ...examples.allowed, ...examples.undecided];

  it(`${rule.name} never throws`, async () => {
    await fc.assert(
      fc.asyncProperty(spoiltExample(all), fc.constantFrom("preview", "state", "secrets"), async (example, view) => {
        for (const { message } of await judgeBy(rule, example, view)) {
          assert.doesNotMatch(message, /can't run policy|\[object |undefined|Symbol\(/);
        }
      }),
      // `npm run bench -- fuzz` tries a hundred thousand.
      { numRuns: 10 },
    );
  });

  const bySize = all.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  const grown = lengthenedFirst(bySize);
  if (!grown) return;
  it(`${rule.name} judges lists of 10,000 members, in messages that stay readable`, () => {
    for (const message of judgedDirectly(rule, grown)) {
      assert.ok(message.length < 1000, `a message of ${message.length} characters: ${message.slice(0, 300)}`);
    }
  });
}
