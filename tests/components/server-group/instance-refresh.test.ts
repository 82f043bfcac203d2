import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs } from "./workers";

const preferences = async (refresh: ServerGroupArgs["refresh"]) =>
  Object((await groupInputs({ refresh })).instanceRefresh).preferences;

describe("the roll-out to a group", () => {
  it("can stop at checkpoints, for an hour or as long as it is told", async () => {
    const stops = async (checkpoints: { percents: number[]; delaySeconds?: number }) => {
      const { checkpointPercentages, checkpointDelay } = await preferences({ checkpoints });
      return [checkpointPercentages, checkpointDelay];
    };
    assert.deepEqual(await stops({ percents: [1, 20, 100] }), [[1, 20, 100], "3600"]);
    assert.deepEqual(await stops({ percents: [50], delaySeconds: 0 }), [[50], "0"]);
  });

  it("can replace what is as it should be, in standby or protected", async () => {
    const { skipMatching, standbyInstances, scaleInProtectedInstances } = await preferences({
      skipMatching: false,
      standbyInstances: "terminate",
      scaleInProtectedInstances: "refresh",
    });
    assert.deepEqual([skipMatching, standbyInstances, scaleInProtectedInstances], [false, "Terminate", "Refresh"]);
  });

  it("can wait for either", async () => {
    const { standbyInstances, scaleInProtectedInstances } = await preferences({
      standbyInstances: "wait",
      scaleInProtectedInstances: "wait",
    });
    assert.deepEqual([standbyInstances, scaleInProtectedInstances], ["Wait", "Wait"]);
  });

  const percents = "refresh.checkpoints.percents";
  refuses([
    [`${percents} must name at least one percentage, got []`, { refresh: { checkpoints: { percents: [] } } }],
    [`${percents} must be whole numbers between 1 and 100, got 0`, { refresh: { checkpoints: { percents: [0, 50] } } }],
    [
      `${percents} must be whole numbers between 1 and 100, got 101`,
      { refresh: { checkpoints: { percents: [50, 101] } } },
    ],
    [`${percents} must ascend, got [50,50]`, { refresh: { checkpoints: { percents: [50, 50] } } }],
    [
      "refresh.checkpoints.delaySeconds must be a whole number of seconds between 0 and 172800, got 172801",
      { refresh: { checkpoints: { percents: [50], delaySeconds: 172801 } } },
    ],
  ]);
});
