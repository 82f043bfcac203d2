import assert from "node:assert/strict";
import { join } from "node:path";
import { readBase } from "../../planner/base";
import { folderWith } from "./folder";
import { baseOf, finding, judgementWith, planWith, resource } from "./reports";

const read = (content: string) => readBase(join(folderWith({ "base.json": content }), "base.json"), "base.json");
const refuses = (content: string, message: RegExp) => {
  assert.throws(() => read(content), { name: "InputError", message });
};
const plan = (findings: unknown) =>
  JSON.stringify({ version: 3, deployment: { resources: [] }, tierwork: { project: "p", stack: "s", findings } });

describe("a base", () => {
  it("is what another run wrote, with what policies said of it", () => {
    const said = finding({ urn: resource("a").urn, severity: "high" });
    const base = baseOf(planWith(resource("a", { inputs: { b: 1 } })), judgementWith(said));
    assert.deepEqual(base.plan.get("a").inputs, { b: 1 });
    assert.deepEqual(base.findings, [said]);
  });

  it("is a state, which has no findings", () => {
    assert.equal(read('{"version": 3, "deployment": {"resources": null}}').findings, undefined);
  });

  it("takes no words from the file but those that it knows", () => {
    const odd = { ...finding(), severity: "<b>high", extra: 1 };
    assert.deepEqual(read(plan([odd])).findings, [finding()]);
  });

  it("is refused when it is something else", () => {
    refuses("", /^base\.json is not JSON$/);
    refuses("[]", /^base\.json is no state/);
    refuses('{"version": "2.1.0", "runs": []}', /^base\.json is no state/);
    for (const findings of [undefined, {}, [1], [{ ...finding(), verdict: "fine" }], [{ ...finding(), urn: 1 }]]) {
      refuses(plan(findings), /^base\.json: tierwork\.findings is not what "--format json" writes$/);
    }
    assert.throws(() => readBase("/nowhere/base.json", "base.json"), {
      name: "InputError",
      message: "there is no file base.json",
    });
  });
});
