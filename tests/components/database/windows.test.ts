import assert from "node:assert/strict";
import { asyncProperty, assert as holds, integer } from "fast-check";
import { made, refuses } from "./made";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const time = (minute: number) => {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
};

describe("the hours of a database's backups and maintenance", () => {
  it("are AWS's to choose, or as stated, over midnight and the end of a week too", async () => {
    const { inputs } = (await made()).get("orders-db");
    assert.deepEqual([inputs.backupWindow, inputs.maintenanceWindow], [undefined, undefined]);
    const stated = { backupWindow: "23:45-00:15", maintenanceWindow: "sun:22:00-mon:23:00" };
    await assert.rejects(made(stated), /maintenanceWindow must be hours in UTC/);
    const good = { backupWindow: "23:00-23:30", maintenanceWindow: "sun:23:30-mon:00:30" };
    const planned = (await made(good)).get("orders-db").inputs;
    assert.deepEqual([planned.backupWindow, planned.maintenanceWindow], ["23:00-23:30", "sun:23:30-mon:00:30"]);
  });

  it("are refused exactly where a minute of the week is in both", () =>
    holds(
      asyncProperty(
        integer({ min: 0, max: 1439 }),
        integer({ min: 30, max: 600 }),
        integer({ min: 0, max: 10079 }),
        integer({ min: 30, max: 1440 }),
        async (daily, dailyMinutes, weekly, weeklyMinutes) => {
          const stamp = (minute: number) => `${days[Math.floor((minute % 10080) / 1440)]}:${time(minute % 1440)}`;
          const windows = {
            backupWindow: `${time(daily)}-${time((daily + dailyMinutes) % 1440)}`,
            maintenanceWindow: `${stamp(weekly)}-${stamp(weekly + weeklyMinutes)}`,
          };
          const maintained = Array.from({ length: weeklyMinutes }, (_, minute) => (weekly + minute) % 1440);
          const backedUp = new Set(Array.from({ length: dailyMinutes }, (_, minute) => (daily + minute) % 1440));
          if (maintained.some((minute) => backedUp.has(minute))) {
            await assert.rejects(made(windows), /maintenanceWindow must not meet backupWindow/);
          } else {
            assert.equal((await made(windows)).get("orders-db").inputs.backupWindow, windows.backupWindow);
          }
        },
      ),
      { numRuns: 40 },
    ));

  const backup = 'backupWindow must be hours in UTC such as "03:00-03:30", of at least half an hour';
  const maintenance = 'maintenanceWindow must be hours in UTC such as "sun:04:00-sun:05:00", of half an hour to a day';
  refuses([
    ...["03:00-03:29", "24:00-24:30", "3:00-4:00", "03:00", "03:60-04:30"].map((backupWindow): [string, object] => [
      `${backup}, got "${backupWindow}"`,
      { backupWindow },
    ]),
    ...["sun:04:00-sun:04:29", "mon:00:00-tue:00:01", "son:04:00-son:05:00", "04:00-05:00"].map(
      (maintenanceWindow): [string, object] => [`${maintenance}, got "${maintenanceWindow}"`, { maintenanceWindow }],
    ),
    [
      'maintenanceWindow must not meet backupWindow (03:00-04:30), got "sun:04:00-sun:05:00"',
      { backupWindow: "03:00-04:30", maintenanceWindow: "sun:04:00-sun:05:00" },
    ],
  ]);
});
