import type { ArgumentCheck } from "../argument-checks";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** Minutes of a week from Monday on: the first, and how many. */
interface Window {
  readonly from: number;
  readonly minutes: number;
}

/**
 * Checks the hours of backups, each day, and of maintenance, once a week; both in UTC.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html
 *
 * @throws when one is malformed or shorter than half an hour, or they meet.
 */
export function checkWindows(check: ArgumentCheck, backup: string | undefined, maintenance: string | undefined): void {
  const daily = backup === undefined ? undefined : readBackup(check, backup);
  const weekly = maintenance === undefined ? undefined : readMaintenance(check, maintenance);
  if (!daily || !weekly) return;
  const meets = days.some((_, day) => overlap({ ...daily, from: day * dayMinutes + daily.from }, weekly));
  check(!meets, "maintenanceWindow", `must not meet backupWindow (${backup})`, maintenance);
}

function readBackup(check: ArgumentCheck, text: string): Window {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  const [first, last] = [minuteOf(from), minuteOf(to)];
  const minutes = modulo(last - first, dayMinutes);
  const sentence = 'must be hours in UTC such as "03:00-03:30", of at least half an hour';
  check(minutes >= 30, "backupWindow", sentence, text);
  return { from: first, minutes };
}

function readMaintenance(check: ArgumentCheck, text: string): Window {
  const [, fromDay = "", from, toDay = "", to] = /^(\w{3}):(\d\d:\d\d)-(\w{3}):(\d\d:\d\d)$/.exec(text) ?? [];
  const minute = (day: string, time: string | undefined) =>
    days.includes(day) ? days.indexOf(day) * dayMinutes + minuteOf(time) : Number.NaN;
  const first = minute(fromDay, from);
  const minutes = modulo(minute(toDay, to) - first, weekMinutes);
  const sentence = 'must be hours in UTC such as "sun:04:00-sun:05:00", of half an hour to a day';
  check(minutes >= 30 && minutes <= dayMinutes, "maintenanceWindow", sentence, text);
  return { from: first, minutes };
}

/** Not a number for what is no time. */
function minuteOf(time: string | undefined): number {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? "").split(":").map(Number);
  return hours < 24 && minutes < 60 ? 60 * hours + minutes : Number.NaN;
}

function overlap(one: Window, other: Window): boolean {
  const ahead = modulo(other.from - one.from, weekMinutes);
  const behind = modulo(one.from - other.from, weekMinutes);
  return ahead < one.minutes || behind < other.minutes;
}

function modulo(value: number, of: number): number {
  return ((value % of) + of) % of;
}
