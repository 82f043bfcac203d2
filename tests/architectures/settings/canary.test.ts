import assert from "node:assert/strict";
import { planned } from "../planned";

const plan = async (stack: string, ...set: string[]) => (await planned(stack, undefined, ...set)).plan;

describe("the canary of a stack", () => {
  it("asks for a page of the app by its name, and tells the stack's topic", async () => {
    const { plan: made, judgement } = await planned("prod", undefined, "canary={path: /health, everyMinutes: 1}");
    const { runConfig } = made.get("web-app-canary-canary").inputs;
    assert.equal(Object(runConfig).environmentVariables.TARGET_URL, "https://www.example.com/health");
    assert.deepEqual(made.get("web-app-canary-down").inputs.alarmActions, [made.outputs.alarmTopicArn]);
    const { dashboardBody } = made.get("web-app-dashboard").inputs;
    assert.ok(String(dashboardBody).includes("CloudWatchSynthetics"));
    assert.deepEqual((await judgement).findings, (await (await planned("prod")).judgement).findings);
  });

  it("is none unless said, and asks by the load balancer's name without a domain", async () => {
    const type = "aws:synthetics/canary:Canary";
    assert.deepEqual((await plan("dev")).names(type), []);
    for (const stack of ["express-fleet", "shared-files"]) {
      const made = await plan(stack, "canary={path: /home}");
      const { runConfig } = made.get(`${stack}-canary-canary`).inputs;
      const { dnsName } = made.get(`${stack}-lb`).outputs;
      assert.equal(Object(runConfig).environmentVariables.TARGET_URL, `http://${dnsName}/home`);
    }
  });

  it("is refused where the internet cannot reach the app, and without a path that is one", async () => {
    await assert.rejects(plan("dev", "canary={}", "exposure=internal"), {
      message: "tierwork:settings.canary must be left out of what the internet cannot reach",
    });
    await assert.rejects(plan("dev", "canary={path: home}"), {
      message: 'tierwork:settings.canary.path must be a path such as "/", got "home"',
    });
  });
});
