import type { ArgumentCheck } from "./argument-checks";
import { isTimeZone, recurrenceFault } from "./scaling/recurrence";

/** A time that comes again, once an hour at most. */
export interface HourlyRecurrence {
  /** The five fields of a Unix cron expression: minute, hour, day of the month, month, day of the week. */
  readonly recurrence: string;
  /** The IANA time zone of the recurrence. @default "Etc/UTC" */
  readonly timeZone?: string;
}

/**
 * Checks what backups and snapshots are made by: a Unix cron expression that AWS's own cron can say as well, which has
 * one of the two days, and that comes no more than once an hour.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 * https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html
 *
 * @throws when it is none, or the time zone is none.
 */
export function checkHourlyRecurrence(
  check: ArgumentCheck,
  place: string,
  { recurrence, timeZone }: HourlyRecurrence,
): void {
  const argument = `${place}.recurrence`;
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, argument, fault ?? "", recurrence);
  const [minute = "", , day, , weekday] = recurrence.trim().split(/\s+/);
  const isOne = day === "*" || weekday === "*";
  check(isOne, argument, "must have * for the day of the month or for the day of the week", recurrence);
  const isHourly = /^\d+$/.test(minute);
  check(isHourly, argument, "must have one minute, as it may come once an hour", recurrence);
  const isZone = timeZone === undefined || isTimeZone(timeZone);
  check(isZone, `${place}.timeZone`, 'must be an IANA time zone such as "Europe/London"', timeZone);
}
