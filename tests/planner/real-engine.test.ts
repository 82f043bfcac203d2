import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "../../planner/format/json";
import { text } from "../../planner/format/text";
import { judge } from "../../planner/judge";
import type { Plan, PlannedResource } from "../../planner/plan";
import { planProgram } from "../../planner/program";
import { readProject } from "../../planner/project";
import { plainColors } from "./colors";

interface Recorded {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly parent?: string;
  readonly provider?: string;
  readonly dependencies?: string[];
  readonly propertyDependencies?: Record<string, string[]>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly ignoreChanges?: string[];
  readonly additionalSecretOutputs?: string[];
  readonly outputs?: Record<string, unknown>;
}

const REMOTE = /::awsx:[^:]*:[^:$]*\$/;

async function planned(name: string): Promise<{ plan: Plan; state: Recorded[] }> {
  const folder = join(__dirname, "../fixtures/real-engine", name);
  const before = process.cwd();
  try {
    const plan = await planProgram(readProject(folder, "dev"));
    const file = JSON.parse(readFileSync(join(folder, "state.json"), "utf8"));
    return { plan, state: file.deployment.resources };
  } finally {
    process.chdir(before);
  }
}

/** A reference without the provider's id, which nobody can foretell. */
const providerOf = (reference: string | undefined) => reference?.split("::").slice(0, -1).join("::");

/** References to what a remote component makes, which is not there offline. */
const local = (urns: readonly string[] = []) => urns.filter((urn) => !REMOTE.test(urn)).sort();

function localByProperty(dependencies: Record<string, string[]> = {}): Record<string, string[]> {
  return Object.fromEntries(Object.entries(dependencies).map(([property, urns]) => [property, local(urns)]));
}

function recordedShape(resource: Recorded) {
  const { urn, type, custom = false, parent, protect = false, retainOnDelete = false } = resource;
  return {
    urn,
    type,
    custom,
    parent,
    provider: providerOf(resource.provider || undefined),
    dependencies: local(resource.dependencies),
    propertyDependencies: localByProperty(resource.propertyDependencies),
    protect,
    retainOnDelete,
    ignoreChanges: resource.ignoreChanges,
    additionalSecretOutputs: resource.additionalSecretOutputs,
  };
}

function plannedShape({ options, ...resource }: PlannedResource) {
  return recordedShape({ ...resource, ...options });
}

for (const [name, own] of [
  ["nested", 12],
  ["sample", 10],
] as const) {
  describe(`the program ${name}, which the real engine has deployed`, () => {
    let plan: Plan;
    let state: Recorded[];
    before(async () => {
      ({ plan, state } = await planned(name));
    });

    it("plans to the same URNs, apart from what only remote components need", () => {
      const expected = state
        .map(({ urn }) => urn)
        .filter((urn) => !REMOTE.test(urn) && !urn.includes("pulumi:providers:pulumi::"));
      assert.deepEqual(plan.resources.map(({ urn }) => urn).sort(), expected.sort());
      assert.equal(plan.resources.length, own);
    });

    it("gives every resource the recorded type, parent, provider, dependencies and options", () => {
      for (const resource of plan.resources) {
        const recorded = state.find(({ urn }) => urn === resource.urn);
        assert(recorded, resource.urn);
        // A remote component is registered by its plugin, which keeps its inputs to itself.
        const shape = resource.remote
          ? { ...plannedShape(resource), propertyDependencies: {} }
          : plannedShape(resource);
        assert.deepEqual(shape, recordedShape(recorded), resource.urn);
      }
    });

    it("exports the recorded outputs", () => {
      const stack = state.find(({ type }) => type === "pulumi:pulumi:Stack");
      assert.deepEqual(Object.keys(plan.outputs).sort(), Object.keys(stack?.outputs ?? {}).sort());
    });
  });
}

describe("the program nested", () => {
  let printed: string[];
  before(async () => {
    const { plan } = await planned("nested");
    const judgement = await judge(plan, []);
    const options = { colors: plainColors, inputs: true, region: "eu-west-1", notes: [] };
    printed = [text(plan, judgement, options), json(plan, judgement, [])];
  });

  it("shows that the password is a secret and never what it is", () => {
    const [asText = "", asJson = ""] = printed;
    assert.match(asText, /aws\.ssm\.Parameter password\n[^├└]*value: "?\[secret\]"?/);
    const parameter = JSON.parse(asJson).deployment.resources.find((r: Recorded) => r.urn.endsWith("::password"));
    const sealed = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "[secret]" };
    assert.deepEqual([parameter.inputs.value, parameter.outputs.value], [sealed, sealed]);
    for (const output of printed) assert.doesNotMatch(output, /2fCIeUAecty09dz9/);
  });
});
