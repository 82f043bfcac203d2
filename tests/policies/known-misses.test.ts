import assert from "node:assert/strict";
import { misses } from "../../docs/known-misses";
import { rules } from "../../policies/catalogue";
import { examplesOf } from "./rule-examples";

/** What an example's title says of the tools that get it wrong. */
const NAMED = / \((?:missed by|a false alarm of|an error of) ([^()]+)\)$/;

describe("what other tools are known to get wrong", () => {
  const titled = rules.flatMap((rule) => {
    const examples = examplesOf(rule);
    return (["denied", "allowed", "undecided"] as const).flatMap((kind) =>
      examples[kind].map(({ title }) => ({ rule: rule.name, kind, title })),
    );
  });

  for (const { tool, misses: what, rule, kind, example } of misses) {
    it(`${tool}: ${what}`, () => {
      const found = titled.filter((one) => one.rule === rule && one.kind === kind && one.title.startsWith(example));
      assert.equal(found.length, 1, `${rule} has no ${kind} example "${example}…"`);
      const named = NAMED.exec(found[0]?.title ?? "")?.[1] ?? "";
      assert.ok(named.split(" and ").includes(tool), `"${found[0]?.title}" does not name ${tool}`);
    });
  }

  it("is all listed here", () => {
    const listed = new Set(misses.map(({ rule, kind, tool }) => `${rule} ${kind} ${tool}`));
    const unlisted = titled.flatMap(({ rule, kind, title }) =>
      (NAMED.exec(title)?.[1]?.split(" and ") ?? []).filter((tool) => !listed.has(`${rule} ${kind} ${tool}`)),
    );
    assert.deepEqual(unlisted, []);
  });

  // A remediation of a whole stack would end the engine: https://github.com/pulumi/pulumi-policy/issues/332
  it("pulumi-policy: what remediates, remediates single resources", () => {
    for (const { name, remediate, types } of rules) if (remediate) assert.ok(types.length > 0, name);
  });
});
