import assert from "node:assert/strict";
import type { Example, Examples, FoundExample } from "../../policies/examples";
import type { Rule } from "../../policies/rule";
import { type Finding, judgeBy } from "./judged";
import { urnOf, type View } from "./requests";

/** The examples that stand beside a rule. */
export function examplesOf({ name }: Rule): Examples {
  return (require(`../../policies/rules/${name}.examples`) as { examples: Examples }).examples;
}

/** Registers the tests that a rule says of each of its examples what the example says. */
export function testExamples(rule: Rule): void {
  const examples = examplesOf(rule);

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
      const subjects = found.map(({ urn }) => urn);
      assert.equal(new Set(subjects).size, subjects.length, "undecided is said twice of one resource");
      for (const { message } of found) {
        assert.match(message, /undecided at preview: .+ is not known yet\./);
        assert.equal(/The policy is mandatory/.test(message), levelOf(rule, example) === "mandatory", message);
      }
    });
  }
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
