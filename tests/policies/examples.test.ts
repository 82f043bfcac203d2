import assert from "node:assert/strict";
import { rules } from "../../policies/catalogue";
import type { Example, Examples, FoundExample } from "../../policies/examples";
import type { Rule } from "../../policies/rule";
import { type Finding, judgeBy } from "./judged";
import { urnOf, type View } from "./requests";

for (const rule of rules) {
  describe(`policy ${rule.name}`, () => {
    const { examples } = require(`../../policies/rules/${rule.name}.examples`) as { examples: Examples };

    for (const example of examples.denied) {
      it(`denies ${example.title}`, async () => {
        for (const view of ["preview", "state", "secrets"] as const) {
          await says(rule, example, view, levelOf(rule, example));
        }
      });
    }
    for (const example of examples.allowed) {
      it(`allows ${example.title}`, async () => {
        for (const view of ["preview", "state", "secrets"] as const) {
          assert.deepEqual(await judgeBy(rule, example, view), [], view);
        }
      });
    }
    // A state knows everything, so only a preview can leave a rule undecided.
    for (const example of examples.undecided) {
      it(`is undecided about ${example.title}`, async () => {
        const found = await says(rule, example, "preview", "advisory");
        for (const { message } of found) assert.match(message, /undecided at preview/);
      });
    }
  });
}

function levelOf({ level }: Rule, { environment = "prod" }: Example): string {
  const stated = typeof level === "string" ? level : level[environment];
  return stated === "disabled" ? "advisory" : stated;
}

async function says(rule: Rule, example: FoundExample, view: View, level: string): Promise<Finding[]> {
  const found = await judgeBy(rule, example, view);
  const report = `${view}: ${JSON.stringify(found, null, 1)}`;
  const unmatched = [...found];
  for (const [name, parts] of Object.entries(example.says)) {
    for (const part of [parts].flat()) {
      const match = unmatched.findIndex(({ urn, message }) => urn === subject(name, example) && message.includes(part));
      assert.notEqual(match, -1, `nothing says "${part}" of "${name}"; ${report}`);
      unmatched.splice(match, 1);
    }
  }
  assert.deepEqual(unmatched, [], report);
  for (const finding of found) assert.equal(finding.level, level, report);
  return found;
}

function subject(name: string, example: Example): string | undefined {
  if (name === "") return undefined;
  const resource = example.resources[name];
  assert(resource, `"${example.title}" says something of "${name}", which it does not have`);
  return urnOf(name, resource);
}
