import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { assertGolden } from "../golden";
import { follow } from "./ecommerce-day/follow";
import { planned } from "./planned";

const stack = "ecommerce-day";
const withSettings = async (...set: string[]) => (await planned(stack, undefined, ...set)).plan;

describe("the architecture ecommerce-day", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned(stack);
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "ecommerce-day.plan.txt"), shown);
  });

  it("has 3 servers, 8 from lunch on, 10 in the evening and 2 at night, hour by hour", async () => {
    const hours = follow(await withSettings(), "ecommerce-day");
    assert.deepEqual(
      hours.map(({ least }) => least),
      [2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 8, 8, 8, 8, 8, 8, 10, 10, 10, 10, 10, 2],
    );
    assert.deepEqual(
      hours.map(({ servers }) => servers),
      hours.map(({ least }) => least),
      "servers are there at once, not when the scaling gets to it",
    );
  });

  it("reads the hours in the time zone of those who buy", async () => {
    const zones = async (...set: string[]) =>
      (await withSettings(...set)).ofType("aws:autoscaling/schedule:Schedule").map(({ inputs }) => inputs.timeZone);
    assert.deepEqual(await zones(), Array(4).fill("Europe/London"));
    assert.deepEqual(await zones("day.timeZone=Asia/Kolkata"), Array(4).fill("Asia/Kolkata"));
  });

  it("adds servers to these when they are busy, up to twice the evening's", async () => {
    const plan = await withSettings();
    assert.deepEqual(plan.names("aws:autoscaling/policy:Policy"), ["ecommerce-day-target-cpu"]);
    const { targetTrackingConfiguration } = plan.get("ecommerce-day-target-cpu").inputs;
    assert.equal(Object(targetTrackingConfiguration).targetValue, 40);
    for (const hour of follow(plan, "ecommerce-day")) assert.equal(hour.most, 20);
  });

  it("lets a later up leave alone what the schedule has set", async () => {
    const { options } = (await withSettings()).get("ecommerce-day-asg");
    assert.deepEqual(options.ignoreChanges, ["desiredCapacity", "minSize", "maxSize"]);
  });

  it("takes other hours, numbers, limits and metrics", async () => {
    const plan = await withSettings(
      'day={"timeZone":"Europe/Paris","morning":{"at":"09:30","size":4},"lunch":{"at":"11:30","add":2},"evening":{"at":"17:00","size":20},"night":{"at":"21:00","size":3}}',
      "maxSize=30",
      'scaling=[{"type":"target","metric":"requestsPerTarget","target":900}]',
    );
    const hours = follow(plan, "ecommerce-day");
    assert.deepEqual(
      [8, 10, 12, 18, 22].map((hour) => hours[hour]?.least),
      [3, 4, 6, 20, 3],
    );
    assert.equal(hours[12]?.most, 30);
    assert.deepEqual(plan.names("aws:autoscaling/policy:Policy"), ["ecommerce-day-target-requestsPerTarget"]);
  });

  for (const [set, message] of [
    ['day={"lunch":{"at":"06:00","add":5}}', "tierwork:settings.day.lunch.at: must be later than morning (07:00)"],
    [
      'day={"evening":{"at":"18:00","size":1}}',
      "tierwork:settings.day.evening.size must be a whole number, 2 or more to span two zones, got 1",
    ],
    [
      'day={"lunch":{"at":"noon","add":5}}',
      'tierwork:settings.day.lunch.at must be a time of day in quotes such as "12:00", got "noon"',
    ],
    [
      'day={"lunch":{"at":"12:00","add":0}}',
      "tierwork:settings.day.lunch.add must be a whole number, 1 or more, got 0",
    ],
    [
      "day.timeZone=London",
      'tierwork:settings.day.timeZone must be an IANA time zone such as "Europe/London", got "London"',
    ],
    ["maxSize=9", 'web tier "ecommerce-day": scaling[3].minSize must be at most maxSize (9), got 10'],
  ] as const) {
    it(`refuses: ${message}`, () => assert.rejects(withSettings(set), { message }));
  }
});
