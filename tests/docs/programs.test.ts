import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import ts from "typescript";
import { programOf } from "../../docs/example-program";
import { counterpart, examplesOf, messagesOf, plainest } from "../../docs/policy-examples";
import { completed } from "../../docs/required-properties";
import { withoutTraces } from "../../planner/without-traces";
import { rules } from "../../policies/catalogue";
import type { Example } from "../../policies/examples";
import type { Rule } from "../../policies/rule";

interface Shown {
  readonly rule: Rule;
  readonly kind: "denied" | "allowed";
  readonly example: Example;
}

/** What the pages show. */
const shown: Shown[] = rules.flatMap((rule) => {
  const examples = examplesOf(rule);
  const denied = plainest(examples.denied);
  const allowed = counterpart(denied, examples.allowed);
  return [
    { rule, kind: "denied", example: denied },
    { rule, kind: "allowed", example: allowed },
  ] as const;
});

/** Runs a program as Node.js would that has the packages of this project. */
function run(program: string): void {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function("require", "exports", outputText)(require, {});
}

/** What stops each program, by its page. */
function faults(): string[] {
  return shown.flatMap(({ rule, kind, example }) => {
    try {
      run(programOf(example.resources));
      return [];
    } catch (fault) {
      return [`${rule.name}, ${kind}: ${(fault as Error).message.split("\n")[0]}`];
    }
  });
}

describe("the programs on the pages of policies", () => {
  // Some show types that are deprecated, of which the SDK warns.
  const { warn } = console;
  before(() => {
    console.warn = () => {};
  });
  after(() => {
    console.warn = warn;
  });

  it("run as they stand, but for those that need another package", async () => {
    await runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
    const found = await withoutTraces(async () => faults());
    assert.deepEqual(
      found.map((fault) => fault.replace(/(@pulumi\/\w+).*/, "$1")),
      ["denied", "allowed"].map((kind) => `secret-values-are-secret, ${kind}: Cannot find module '@pulumi/random`),
    );
  });

  it("get the verdicts of the examples, which leave out what their classes ask for", async () => {
    for (const { rule, kind, example } of shown) {
      const resources = Object.entries(example.resources).map(([name, resource]) => [name, completed(resource)]);
      const whole = { ...example, resources: Object.fromEntries(resources) };
      assert.deepEqual(await messagesOf(rule, whole), await messagesOf(rule, example), `${rule.name}, ${kind}`);
    }
  });
});
