import assert from "node:assert/strict";
import { linuxOf, type Patched, patchesOf, patching } from "../../../architectures/settings/patching";
import { record } from "../../../planner/record";
import { planned } from "../planned";

const plan = async (stack: string, ...set: string[]) => (await planned(stack, undefined, ...set)).plan;
const baselineType = "aws:ssm/patchBaseline:PatchBaseline";

describe("the patching of a stack", () => {
  it("is there in prod, not in dev, and as is said", async () => {
    const made = async (environment: "dev" | "prod", settings?: Parameters<typeof patchesOf>[1]) => {
      let patched: Patched | undefined;
      const plan = await record(
        () => {
          patched = patchesOf("wiki", settings, ["ubuntu"]);
        },
        { environment },
      );
      return { names: plan.names(baselineType), tags: patched?.instanceTags };
    };
    const there = { names: ["wiki-patches-ubuntu"], tags: { PatchGroup: "test-dev-wiki-patches" } };
    const none = { names: [], tags: {} };
    assert.deepEqual(await made("prod"), there);
    assert.deepEqual(await made("dev"), none);
    assert.deepEqual(await made("prod", "none"), none);
    assert.deepEqual(await made("dev", { operation: "scan" }), there);
  });

  it("patches the server of hello-server as it is told, which has the tag and may write what was done", async () => {
    const set = 'patching={window: {recurrence: "0 2 * * 6", timeZone: Europe/London}, approveAfterDays: 3}';
    const made = await plan("hello-server", set, "instanceTags={Team: web}");
    assert.deepEqual(made.names(baselineType), ["hello-patches-amazonLinux2023"]);
    const { schedule, scheduleTimezone } = made.get("hello-patches-window").inputs;
    assert.deepEqual([schedule, scheduleTimezone], ["cron(0 2 ? * SAT *)", "Europe/London"]);
    assert.deepEqual(made.get("hello-instance").inputs.tags, {
      Name: "hello",
      PatchGroup: "tierwork-hello-server-hello-patches",
      Team: "web",
    });
    assert.equal(made.get("hello-role-patches").inputs.policyArn, made.get("hello-patches-log-policy").outputs.arn);
  });

  it("patches what runs: Ubuntu, or either Linux where only an id is known", async () => {
    const ubuntu = await plan("hello-server", "patching={}", "ami={type: ubuntu, version: '24.04'}");
    assert.deepEqual(ubuntu.names(baselineType), ["hello-patches-ubuntu"]);
    assert.deepEqual(linuxOf({ type: "id" }), ["amazonLinux2023", "ubuntu"]);
    const made = await plan("react-flask", "server.patching={}");
    assert.deepEqual(made.names(baselineType), ["react-flask-patches-ubuntu"]);
    assert.ok(made.get("react-flask-role-patches"));
  });

  it("leaves no policy with anything to say", async () => {
    for (const [stack, set] of [
      ["hello-server", "patching={}"],
      ["react-flask", "server.patching={}"],
    ] as const) {
      const { judgement } = await planned(stack, undefined, set);
      assert.deepEqual((await judgement).findings, (await (await planned(stack)).judgement).findings, stack);
    }
  });

  it("is refused by what it is not", async () => {
    assert.equal(patching.safeParse({ maxConcurrency: "25%", maxErrors: 1 }).success, true);
    await assert.rejects(plan("hello-server", "patching={maxConcurrency: half}"), {
      message:
        'tierwork:settings.patching.maxConcurrency must be a number of servers, or a part of them such as "25%", got "half"',
    });
    await assert.rejects(plan("hello-server", "patching={window: {recurrence: nightly}}"), {
      message: /patching\.window\.recurrence|window\.recurrence must/,
    });
  });
});
