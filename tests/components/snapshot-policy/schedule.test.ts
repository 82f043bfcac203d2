import assert from "node:assert/strict";
import { SnapshotPolicy, type SnapshotPolicyArgs } from "../../../components/snapshot-policy";
import type { SnapshotSchedule } from "../../../components/snapshot-policy/schedule";
import { record } from "../../../planner/record";

const right: SnapshotSchedule = { recurrence: "0 3 * * *", keep: { count: 7 } };
const planned = async (args: SnapshotPolicyArgs) => {
  const plan = await record(() => new SnapshotPolicy("snaps", args));
  const { schedules } = plan.get("snaps-policy").inputs.policyDetails as { schedules: Record<string, unknown>[] };
  return schedules;
};
const one = async (schedule: Partial<SnapshotSchedule>) =>
  (await planned({ schedules: { own: { ...right, ...schedule } } }))[0] ?? {};

describe("a schedule of snapshots", () => {
  it("comes by the clock, in AWS's own cron", async () => {
    assert.deepEqual((await one({ recurrence: "30 4 * * SUN" })).createRule, {
      cronExpression: "cron(30 4 ? * SUN *)",
    });
  });

  it("keeps a number of them, or each for some days", async () => {
    assert.deepEqual((await one({ keep: { count: 1000 } })).retainRule, { count: 1000 });
    assert.deepEqual((await one({ keep: { days: 90 } })).retainRule, { interval: 90, intervalUnit: "DAYS" });
  });

  it("makes encrypted copies in other regions", async () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/own";
    const copies = [
      { region: "eu-central-1", days: 30 },
      { region: "us-east-1", days: 7, kmsKeyArn },
    ];
    const days = (interval: number) => ({
      copyTags: true,
      encrypted: true,
      retainRule: { interval, intervalUnit: "DAYS" },
    });
    assert.deepEqual((await one({ copies })).crossRegionCopyRules, [
      { target: "eu-central-1", ...days(30) },
      { target: "us-east-1", cmkArn: kmsKeyArn, ...days(7) },
    ]);
    const [images] = await planned({ of: { type: "images" }, schedules: { own: { ...right, copies } } });
    assert.deepEqual(Object(images?.crossRegionCopyRules)[0], { targetRegion: "eu-central-1", ...days(30) });
  });

  it("must say how many it keeps, or for how long", () => {
    // @ts-expect-error one of the two
    const keep: SnapshotSchedule["keep"] = {};
    return assert.rejects(one({ keep }), {
      message:
        'snapshot policy "snaps": schedules.own.keep.days must be a whole number between 1 and 36500, got nothing',
    });
  });

  describe("is refused with", () => {
    const count = "must be a whole number between 1 and 1000";
    const days = "must be a whole number between 1 and 36500";
    const refused: [string, Partial<SnapshotSchedule>, string][] = [
      [
        "a recurrence that is no cron",
        { recurrence: "cron(0 3 * * ? *)" },
        'recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "cron(0 3 * * ? *)"',
      ],
      [
        "more than one an hour",
        { recurrence: "*/30 * * * *" },
        'recurrence must have one minute, as it may come once an hour, got "*/30 * * * *"',
      ],
      ["none to keep", { keep: { count: 0 } }, `keep.count ${count}, got 0`],
      ["more to keep than DLM counts", { keep: { count: 1001 } }, `keep.count ${count}, got 1001`],
      ["half a day", { keep: { days: 0.5 } }, `keep.days ${days}, got 0.5`],
      [
        "more copies than DLM makes",
        { copies: ["eu-west-2", "eu-west-3", "eu-north-1", "eu-south-1"].map((region) => ({ region, days: 1 })) },
        "copies must be at most 3, got 4",
      ],
      [
        "a region twice",
        { copies: ["eu-west-2", "eu-west-2"].map((region) => ({ region, days: 1 })) },
        'copies must not repeat a region, got ["eu-west-2","eu-west-2"]',
      ],
      [
        "a region that is none",
        { copies: [{ region: "Paris", days: 1 }] },
        'copies[0].region must be a region such as "eu-west-1", got "Paris"',
      ],
      ["a copy for no day", { copies: [{ region: "eu-west-2", days: 0 }] }, `copies[0].days ${days}, got 0`],
    ];
    for (const [title, schedule, sentence] of refused) {
      it(title, () => assert.rejects(one(schedule), { message: `snapshot policy "snaps": schedules.own.${sentence}` }));
    }

    const all = (schedules: Readonly<Record<string, SnapshotSchedule>>, sentence: string) =>
      assert.rejects(planned({ schedules }), { message: `snapshot policy "snaps": schedules ${sentence}` });
    it("no other beside it", () => all({}, "must hold between 1 and 4 schedules, got 0"));
    it("more than three others", () =>
      all(
        Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, right])),
        "must hold between 1 and 4 schedules, got 5",
      ));
    it("a name that DLM does not take", () =>
      all({ "every:day": right }, 'must have names of letters, digits, spaces, - and _, at most 120, got "every:day"'));
    it("another that keeps in another way", () =>
      all(
        { a: right, b: { ...right, keep: { days: 7 } } },
        'must all keep by count or all by days, got {"a":{"count":7},"b":{"days":7}}',
      ));
  });
});
