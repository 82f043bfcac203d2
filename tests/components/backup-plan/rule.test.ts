import assert from "node:assert/strict";
import type { BackupRule } from "../../../components/backup-plan/rule";
import { daily, plannedBackups } from "./planned-backups";

const planned = async (rule: Partial<BackupRule>) => {
  const plan = await plannedBackups({ rules: { own: { ...daily, ...rule } } });
  const [made] = plan.get("safe-plan").inputs.rules as Record<string, unknown>[];
  return made ?? {};
};

describe("a rule of backups", () => {
  it("has a time in a zone, and windows in which it begins and is done", async () => {
    const rule = await planned({
      recurrence: "30 2 * * SUN",
      timeZone: "Europe/London",
      startWindowMinutes: 60,
      completionWindowMinutes: 120,
    });
    assert.deepEqual(
      [rule.schedule, rule.scheduleExpressionTimezone, rule.startWindow, rule.completionWindow],
      ["cron(30 2 ? * SUN *)", "Europe/London", 60, 120],
    );
  });

  it("is done no sooner than it must begin", async () => {
    const rule = await planned({ startWindowMinutes: 20160 });
    assert.deepEqual([rule.startWindow, rule.completionWindow], [20160, 20160]);
  });

  it("moves backups to cold storage if told, snapshots of EBS included", async () => {
    const { lifecycle } = await planned({ coldStorageAfterDays: 30, deleteAfterDays: 120, optInToArchive: true });
    assert.deepEqual(lifecycle, {
      coldStorageAfter: 30,
      deleteAfter: 120,
      optInToArchiveForSupportedResources: true,
    });
  });

  it("keeps backups continuously if told", async () => {
    assert.equal((await planned({ continuous: true })).enableContinuousBackup, true);
    assert.equal((await planned({})).enableContinuousBackup, undefined);
  });

  it("keeps copies as it keeps its own, or in a way of their own", async () => {
    const kept = { coldStorageAfterDays: 1, deleteAfterDays: 91 };
    const copies = [
      { region: "eu-central-1" },
      { region: "eu-north-1", deleteAfterDays: 200 },
      { region: "eu-south-1", coldStorageAfterDays: 1 },
    ];
    const { copyActions } = await planned({ ...kept, copies });
    assert.deepEqual(
      (copyActions as { lifecycle: unknown }[]).map(({ lifecycle }) => lifecycle),
      [{ coldStorageAfter: 1, deleteAfter: 91 }, { deleteAfter: 200 }, { coldStorageAfter: 1, deleteAfter: 91 }],
    );
  });

  describe("is refused with", () => {
    const days = "must be a whole number between 1 and 36500";
    const refused: [string, Partial<BackupRule>, string][] = [
      [
        "a recurrence that is no cron",
        { recurrence: "daily" },
        'recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "daily"',
      ],
      [
        "an hour that there is not",
        { recurrence: "0 24 * * *" },
        'recurrence must have a valid hour (0-23), got "0 24 * * *"',
      ],
      [
        "a day of the month and of the week",
        { recurrence: "0 5 1 * MON" },
        'recurrence must have * for the day of the month or for the day of the week, got "0 5 1 * MON"',
      ],
      [
        "a time zone that is none",
        { timeZone: "London" },
        'timeZone must be an IANA time zone such as "Europe/London", got "London"',
      ],
      [
        "less than an hour to begin in",
        { startWindowMinutes: 59 },
        "startWindowMinutes must be a whole number between 60 and 52560000, got 59",
      ],
      [
        "a longer window to begin in than to be done in",
        { startWindowMinutes: 120, completionWindowMinutes: 60 },
        "completionWindowMinutes must be a whole number between 120 and 52560000, got 60",
      ],
      ["no days", { deleteAfterDays: 0 }, `deleteAfterDays ${days}, got 0`],
      ["more than a hundred years", { deleteAfterDays: 36501 }, `deleteAfterDays ${days}, got 36501`],
      ["half a day", { coldStorageAfterDays: 0.5, deleteAfterDays: 100 }, `coldStorageAfterDays ${days}, got 0.5`],
      [
        "less than 90 days in cold storage",
        { coldStorageAfterDays: 30, deleteAfterDays: 119 },
        "deleteAfterDays must be at least 120, 90 days after coldStorageAfterDays, got 119",
      ],
      [
        "archived snapshots without cold storage",
        { optInToArchive: true },
        "optInToArchive must be left out without coldStorageAfterDays, got true",
      ],
      [
        "more than 35 days of continuous backups",
        { continuous: true, deleteAfterDays: 36 },
        "deleteAfterDays must be at most 35 for continuous backups, got 36",
      ],
      [
        "a copy in no region",
        { copies: [{ region: "Frankfurt" }] },
        'copies[0].region must be a region such as "eu-west-1", got "Frankfurt"',
      ],
      [
        "two copies in one region",
        { copies: [{ region: "eu-central-1" }, { region: "eu-central-1" }] },
        'copies must not repeat a region, got ["eu-central-1","eu-central-1"]',
      ],
      [
        "a copy that goes before cold storage lets it",
        { copies: [{ region: "eu-central-1", coldStorageAfterDays: 1 }] },
        "copies[0].deleteAfterDays must be at least 91, 90 days after coldStorageAfterDays, got 7",
      ],
    ];
    for (const [title, rule, sentence] of refused) {
      it(title, () => assert.rejects(planned(rule), { message: `backup plan "safe": rules.own.${sentence}` }));
    }

    it("a name that AWS does not take", () =>
      assert.rejects(plannedBackups({ rules: { "every day": daily } }), {
        message:
          'backup plan "safe": rules must have names of letters, digits, -, _ and ., at most 50, got "every day"',
      }));
    it("no rule beside it", () =>
      assert.rejects(plannedBackups({ rules: {} }), {
        message: 'backup plan "safe": rules must hold at least one rule, got {}',
      }));
  });
});
