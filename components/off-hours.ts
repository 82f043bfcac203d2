import type { ArgumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { isTimeZone } from "./scaling/recurrence";

/**
 * When nobody works, so that nothing runs: what is paid by the hour stops, and comes back before the day begins. What
 * waits for work is not, so this is for development.
 */
export interface OffHours {
  /** The IANA time zone of the times, e.g. `Europe/London`. */
  readonly timeZone: string;
  /** When everything stops, `HH:MM`. */
  readonly from: string;
  /** When everything starts again, `HH:MM`: that day, or the next one where it is earlier than `from`. */
  readonly to: string;
  /** Whether Saturday and Sunday are off as well. @default true */
  readonly weekends?: boolean;
  /** Says that a stack of prod may stop. @default false: there it is refused */
  readonly inProd?: boolean;
}

/** Off-hours as two moments, in the five fields of a Unix cron expression. */
export interface OffHoursSettings {
  readonly timeZone: string;
  readonly stop: string;
  readonly start: string;
}

/** @throws when a time is none, nothing lies between the two, or production would stop unsaid. */
export function readOffHours(check: ArgumentCheck, offHours: OffHours | undefined): OffHoursSettings | undefined {
  if (!offHours) return undefined;
  const { timeZone, from, to, weekends = true, inProd = false } = offHours;
  check(isTimeZone(timeZone), "offHours.timeZone", 'must be an IANA time zone such as "Europe/London"', timeZone);
  for (const [argument, time] of Object.entries({ from, to })) {
    const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
    check(isTime, `offHours.${argument}`, 'must be a time between "00:00" and "23:59"', time);
  }
  check(from !== to, "offHours.to", "must be another time than offHours.from", to);
  const isAllowed = environment() !== "prod" || inProd;
  check(isAllowed, "offHours", "must be left out in prod, or have inProd: true", { from, to });
  // Within a day, the last stop of the week is the one before Saturday's hours, and Monday has none: it is off already.
  const stopDays = from > to ? "1-5" : "2-6";
  const at = (time: string, days: string) => `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ${days}`;
  return { timeZone, stop: at(from, weekends ? stopDays : "*"), start: at(to, weekends ? "1-5" : "*") };
}

/** @throws when a schedule sets the same sizes at other times: whichever came last would win. */
export function checkNoSchedule(
  check: ArgumentCheck,
  offHours: OffHours | undefined,
  scalings: readonly { readonly type: string }[],
): void {
  const isAlone = !offHours || scalings.every(({ type }) => type !== "schedule");
  check(isAlone, "offHours", "must be left out with a scaling of type schedule, which sets the same sizes", offHours);
}
