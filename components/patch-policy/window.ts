import type { ArgumentCheck } from "../argument-checks";
import { isTimeZone, recurrenceFault } from "../scaling/recurrence";

/** When servers may be patched, and restarted for it. */
export interface PatchWindow {
  /** The five fields of a Unix cron expression: `0 3 * * 0` is every Sunday at 3:00. @default "0 3 * * 0" */
  readonly recurrence?: string;
  /** The IANA time zone in which the recurrence is read, e.g. `Europe/London`. @default "Etc/UTC" */
  readonly timeZone?: string;
  /** Hours that it is open, 1–24. @default 3 */
  readonly durationHours?: number;
  /** Hours before its end from which no patching begins; what has begun goes on. 0 or more, less than durationHours. @default 1 */
  readonly cutoffHours?: number;
}

/** Limits: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html */
export function readWindow(check: ArgumentCheck, window: PatchWindow): Required<PatchWindow> {
  const { recurrence = "0 3 * * 0", timeZone = "Etc/UTC", durationHours = 3, cutoffHours = 1 } = window;
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, "window.recurrence", fault ?? "", recurrence);
  const [, , day, , weekday] = recurrence.trim().split(/\s+/);
  const isOne = day === "*" || weekday === "*";
  check(isOne, "window.recurrence", "must name days of the month or of the week, not both", recurrence);
  check(isTimeZone(timeZone), "window.timeZone", 'must be an IANA time zone such as "Europe/London"', timeZone);
  const isDuration = Number.isInteger(durationHours) && durationHours >= 1 && durationHours <= 24;
  check(isDuration, "window.durationHours", "must be a whole number of hours between 1 and 24", durationHours);
  const isCutoff = Number.isInteger(cutoffHours) && cutoffHours >= 0 && cutoffHours < durationHours;
  const within = `must be a whole number of hours, 0 or more and less than durationHours (${durationHours})`;
  check(isCutoff, "window.cutoffHours", within, cutoffHours);
  return { recurrence, timeZone, durationHours, cutoffHours };
}
