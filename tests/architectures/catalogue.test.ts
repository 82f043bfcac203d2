import assert from "node:assert/strict";
import { createArchitecture } from "../../architectures/catalogue";
import { readProject } from "../../planner/project";
import { record } from "../../planner/record";
import { root } from "./planned";

/** What a stack makes whose file says this as well. */
function made(stack: string, more: Readonly<Record<string, unknown>>) {
  const { config, name, region, secretKeys } = readProject(root, stack);
  const texts = Object.entries(more).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return record(() => createArchitecture(), {
    project: name,
    stack,
    region,
    config: { ...config, ...Object.fromEntries(texts) },
    secretKeys,
  });
}

describe("a stack file", () => {
  it("says of all log groups of its stack how they are kept, and that they can be deleted", async () => {
    const logs = { retentionDays: 30, deletionProtection: false };
    const plan = await made("prod", { "tierwork:logs": logs });
    const groups = plan.ofType("aws:cloudwatch/logGroup:LogGroup");
    assert.ok(groups.length > 0);
    for (const { name, inputs } of groups) {
      assert.equal(inputs.deletionProtectionEnabled, false, name);
    }
    const flowLogs = plan.get("web-app-net-flow-logs");
    assert.equal(flowLogs.inputs.retentionInDays, 30);
  });

  it("has its log groups protected in prod, and not in dev", async () => {
    const [prod, dev] = [await made("prod", {}), await made("dev", {})];
    assert.equal(prod.get("web-app-net-flow-logs").inputs.deletionProtectionEnabled, true);
    assert.equal(dev.get("web-app-net-flow-logs").inputs.deletionProtectionEnabled, false);
  });

  it("is refused for a key that nothing reads", () =>
    assert.rejects(made("dev", { "tierwork:log": {} }), {
      message: 'the stack file sets "tierwork:log", which nothing reads; did you mean "tierwork:logs"?',
    }));
});
