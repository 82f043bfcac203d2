import assert from "node:assert/strict";
import { Plan } from "../../planner/plan";
import { secret } from "../../planner/wire";
import { baseOf, finding, judgementWith, planWith, reportWith, resource } from "./reports";

const hidden = resource("hush-hush", {
  inputs: { password: secret("hush-hush"), note: "it is hush-hush" },
  outputs: { id: "hush-hush-0ff11e8" },
  id: "hush-hush-0ff11e8",
  options: { importId: "hush-hush", ignoreChanges: ["tags.hush-hush"], aliases: [resource("hush-hush-2").urn] },
});
const child = resource("child", {
  parent: hidden.urn,
  dependencies: [hidden.urn],
  propertyDependencies: { name: [hidden.urn] },
});
const plan = planWith(hidden, child);

describe("a report", () => {
  it("has no secret where none is marked, and says the same of the same resource everywhere", () => {
    const { urn } = resource("[secret]");
    const judgement = {
      ...judgementWith(finding({ urn: hidden.urn, message: "It is hush-hush." })),
      remediations: [{ policy: "remedy", urn: hidden.urn, changes: { note: "hush-hush" } }],
    };
    const report = reportWith(plan, judgement, { notes: ["hush-hush"] });
    assert.deepEqual(report.plan.get("[secret]"), {
      ...resource("[secret]", {
        inputs: { password: secret("hush-hush"), note: "it is [secret]" },
        outputs: { id: "[secret]-0ff11e8" },
        id: "[secret]-0ff11e8",
        options: { importId: "[secret]", ignoreChanges: ["tags.[secret]"], aliases: [resource("[secret]-2").urn] },
      }),
    });
    const { parent, dependencies, propertyDependencies } = report.plan.get("child");
    assert.deepEqual([parent, dependencies, propertyDependencies], [urn, [urn], { name: [urn] }]);
    assert.deepEqual(report.judgement.findings, [finding({ urn, message: "It is [secret]." })]);
    assert.deepEqual(report.judgement.remediations, [{ policy: "remedy", urn, changes: { note: "[secret]" } }]);
    assert.deepEqual(report.notes, ["[secret]"]);
  });

  it("leaves types and projects alone, though a secret be called like one", () => {
    const topic = resource("a", { inputs: { hidden: secret("Topic"), of: secret("shop") } });
    const { plan: shown } = reportWith(planWith(topic));
    assert.deepEqual([shown.project, shown.get("a").urn, shown.get("a").type], ["shop", topic.urn, topic.type]);
  });

  it("changes nothing where there is no secret", () => {
    const open = planWith(resource("a", { inputs: { list: [1, null, "x"] } }));
    const deployed = new Plan(open.project, open.stack, open.resources, { a: 1 }, undefined, true);
    assert.deepEqual(reportWith(deployed).plan, deployed);
  });

  it("hides secrets of the base as well as its own", () => {
    const before = planWith(resource("a", { inputs: { marked: secret("old-secret"), text: "old-secret hush-hush" } }));
    const after = planWith(resource("a", { inputs: { text: "gone" } }), hidden);
    const base = { ...baseOf(planWith()), plan: before };
    assert.deepEqual(reportWith(after, judgementWith(), { base }).comparison?.changed[0]?.properties, [
      { path: "marked", kind: "removed" },
      { path: "text", kind: "changed", before: "[secret] [secret]", after: "gone" },
    ]);
  });
});
