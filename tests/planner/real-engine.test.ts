import assert from "node:assert/strict";
import { json } from "../../planner/format/json";
import { text } from "../../planner/format/text";
import { judge } from "../../planner/judge";
import type { Plan, PlannedResource } from "../../planner/plan";
import { plainColors } from "./colors";
import { type Recorded, recorded, remoteOnly } from "./recorded";

/** A reference without the provider's id, which nobody can foretell. */
const providerOf = (reference: string | undefined) => reference?.split("::").slice(0, -1).join("::");

function recordedShape(resource: Recorded, isRemote: (urn: string) => boolean) {
  // What a remote component makes is not there offline, and nor is a reference to it.
  const local = (urns: readonly string[] = []) => urns.filter((urn) => !isRemote(urn)).sort();
  const { urn, type, custom = false, parent, protect = false, retainOnDelete = false } = resource;
  return {
    urn,
    type,
    custom,
    parent,
    provider: providerOf(resource.provider || undefined),
    dependencies: local(resource.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies ?? {}).map(([property, urns]) => [property, local(urns)]),
    ),
    protect,
    retainOnDelete,
    ignoreChanges: resource.ignoreChanges,
    additionalSecretOutputs: resource.additionalSecretOutputs,
  };
}

function plannedShape({ options, ...resource }: PlannedResource) {
  return recordedShape({ ...resource, ...options }, () => false);
}

for (const [name, own] of [
  ["nested", 12],
  ["sample", 10],
] as const) {
  describe(`the program ${name}, which the real engine has deployed`, () => {
    let plan: Plan;
    let state: Recorded[];
    before(async () => {
      ({ plan, state } = await recorded(name));
    });

    it("plans to the same URNs, apart from what only remote components need", () => {
      const isRemote = remoteOnly(plan, state);
      const expected = state.map(({ urn }) => urn).filter((urn) => !isRemote(urn));
      assert.deepEqual(plan.resources.map(({ urn }) => urn).sort(), expected.sort());
      assert.equal(plan.resources.length, own);
    });

    it("gives every resource the recorded type, parent, provider, dependencies and options", () => {
      for (const resource of plan.resources) {
        const written = state.find(({ urn }) => urn === resource.urn);
        assert(written, resource.urn);
        // A remote component is registered by its plugin, which keeps its inputs to itself.
        const shape = resource.remote
          ? { ...plannedShape(resource), propertyDependencies: {} }
          : plannedShape(resource);
        assert.deepEqual(shape, recordedShape(written, remoteOnly(plan, state)), resource.urn);
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
    const { plan } = await recorded("nested");
    const judgement = await judge(plan, []);
    const report = { plan, judgement, region: "eu-west-1", notes: [] };
    printed = [text(report, { colors: plainColors, inputs: true }), json(report)];
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
