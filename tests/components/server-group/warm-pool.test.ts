import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs, workers } from "./workers";

describe("the warm pool of a group", () => {
  it("is none if nothing is said", async () => {
    const { warmPool, enabledMetrics } = await groupInputs({});
    assert.equal(warmPool, undefined);
    assert.equal(Object(enabledMetrics).length, 8);
  });

  it("holds stopped servers up to the group's greatest size, and says how many", async () => {
    const { warmPool, enabledMetrics } = await groupInputs({ warmPool: {} });
    assert.deepEqual(warmPool, {
      minSize: 0,
      poolState: "Stopped",
      instanceReusePolicy: { reuseOnScaleIn: false },
    });
    assert.deepEqual(Object(enabledMetrics).slice(8), [
      "WarmPoolDesiredCapacity",
      "WarmPoolWarmedCapacity",
      "WarmPoolPendingCapacity",
      "WarmPoolTerminatingCapacity",
      "WarmPoolTotalCapacity",
      "GroupAndWarmPoolDesiredCapacity",
      "GroupAndWarmPoolTotalCapacity",
    ]);
  });

  it("can be of a size of its own, run, and take servers back", async () => {
    const warmPool = { minSize: 2, maxPreparedCapacity: 6, state: "running", reuseOnScaleIn: true } as const;
    assert.deepEqual((await groupInputs({ warmPool })).warmPool, {
      minSize: 2,
      maxGroupPreparedCapacity: 6,
      poolState: "Running",
      instanceReusePolicy: { reuseOnScaleIn: true },
    });
  });

  it("can hibernate, which the launch template must allow: its root disk is encrypted, as AWS asks", async () => {
    const plan = await workers({ warmPool: { state: "hibernated" }, instanceTypes: ["m7i.large"] });
    const { hibernationOptions, blockDeviceMappings } = plan.get("workers-template").inputs;
    assert.equal(Object(plan.get("workers-asg").inputs.warmPool).poolState, "Hibernated");
    assert.deepEqual(hibernationOptions, { configured: true });
    assert.equal(Object(blockDeviceMappings)[0].ebs.encrypted, "true");
    assert.equal((await workers({ warmPool: {} })).get("workers-template").inputs.hibernationOptions, undefined);
  });

  it("goes with several types on demand", async () => {
    const inputs = await groupInputs({ warmPool: {}, instanceTypes: ["m7g.large", "m6g.large"] });
    assert.ok(inputs.mixedInstancesPolicy);
    assert.ok(inputs.warmPool);
  });

  it("leaves the number of servers to the scaling, with a schedule too", async () => {
    const ignored = async (args: Partial<ServerGroupArgs>) =>
      (await workers({ warmPool: {}, ...args })).get("workers-asg").options.ignoreChanges;
    assert.deepEqual(await ignored({}), ["desiredCapacity"]);
    assert.deepEqual(
      await ignored({ scaling: [{ type: "schedule", name: "lunch", recurrence: "0 12 * * *", minSize: 3 }] }),
      ["desiredCapacity", "minSize", "maxSize"],
    );
  });

  refuses([
    ["warmPool.minSize must be a whole number, 0 or more, got -1", { warmPool: { minSize: -1 } }],
    [
      "warmPool.maxPreparedCapacity must be a whole number, at least minSize (3), got 2",
      { warmPool: { minSize: 3, maxPreparedCapacity: 2 } },
    ],
    [
      'warmPool must be left out with spot instances, which cannot wait, got "mixed"',
      { warmPool: {}, purchasing: { type: "mixed" } },
    ],
    [
      'warmPool.state must not be hibernated with nitroEnclaves, as AWS has no server with both, got "hibernated"',
      { warmPool: { state: "hibernated" }, instanceTypes: ["m7i.xlarge"], nitroEnclaves: true },
    ],
    [
      'warmPool.state must not be hibernated with m7i.metal-24xl, as bare metal does not hibernate, got "hibernated"',
      { warmPool: { state: "hibernated" }, instanceTypes: ["m7i.metal-24xl"] },
    ],
  ]);
});
