import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const stack = "streaming";
const withSettings = async (...set: string[]) => (await planned(stack, undefined, ...set)).plan;

/** How many servers there are after each value of the metric, as alarms and policies of a plan have it. */
function follow(plan: Plan, key: string, values: readonly number[]): number[] {
  const { minSize, maxSize, desiredCapacity } = plan.get("streaming-asg").inputs;
  const step = (direction: string) => Object(plan.get(`streaming-${key}-${direction}`).inputs.stepAdjustments)[0];
  const threshold = (direction: string) => Number(plan.get(`streaming-${key}-${direction}-alarm`).inputs.threshold);
  let servers = Number(desiredCapacity);
  return values.map((value) => {
    if (value > threshold("out")) servers += step("out").scalingAdjustment;
    if (value < threshold("in")) servers += step("in").scalingAdjustment;
    servers = Math.min(Number(maxSize), Math.max(Number(minSize), servers));
    return servers;
  });
}

describe("the architecture streaming", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned(stack);
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "streaming.plan.txt"), shown);
  });

  it("goes from 5 servers to 10 above 80 % CPU, stays there, and is back at 5 below 20 %", async () => {
    const plan = await withSettings();
    const cpu = [50, 79, 80, 81, 95, 60, 20, 19, 5, 50];
    assert.deepEqual(follow(plan, "step-cpu", cpu), [5, 5, 5, 10, 10, 10, 10, 5, 5, 5]);
    assert.equal(plan.get("streaming-step-cpu-out-alarm").inputs.metricName, "CPUUtilization");
    assert.deepEqual(plan.names("aws:autoscaling/policy:Policy"), ["streaming-step-cpu-in", "streaming-step-cpu-out"]);
  });

  it("follows active sessions, in numbers of one's own", async () => {
    const plan = await withSettings(
      'demand={"base":3,"add":6,"metric":{"namespace":"Stream","metricName":"ActiveSessions","ofGroup":true},"above":500,"below":100}',
    );
    const key = "step-Stream-ActiveSessions";
    assert.deepEqual(follow(plan, key, [400, 501, 900, 100, 99]), [3, 9, 9, 9, 3]);
    const { namespace, metricName, dimensions } = plan.get(`streaming-${key}-out-alarm`).inputs;
    assert.deepEqual([namespace, metricName], ["Stream", "ActiveSessions"]);
    assert.deepEqual(dimensions, { AutoScalingGroupName: plan.get("streaming-asg").outputs.name });
  });

  it("lets a later up leave the number of servers alone", async () => {
    assert.deepEqual((await withSettings()).get("streaming-asg").options.ignoreChanges, ["desiredCapacity"]);
  });

  for (const [set, message] of [
    ['demand={"base":1}', "tierwork:settings.demand.base must be a whole number, 2 or more, got 1"],
    ['demand={"add":0}', "tierwork:settings.demand.add must be a whole number, 1 or more, got 0"],
    ['demand={"below":80}', "tierwork:settings.demand.below must be lower than scaleOut[0].above (80), got 80"],
    ['demand={"metric":"memory"}', 'tierwork:settings.demand.metric must be a map, got "memory"'],
    ["scaling=[]", "tierwork:settings.scaling is not a setting of streaming; see docs/settings/streaming.md"],
  ] as const) {
    it(`refuses: ${message}`, () => assert.rejects(withSettings(set), { message }));
  }
});
