import type { ArgumentCheck } from "../argument-checks";
import { type PredictiveScaling, type Scaling, type ScheduledScaling, scalingKey } from "../scaling";
import { isTimeZone, recurrenceFault } from "./recurrence";
import { checkSteps } from "./steps";

/** How few and how many servers a group may have. */
export interface SizeLimits {
  readonly minSize: number;
  readonly maxSize: number;
}

/** Checks every scaling of one group, and that no two of them would carry the same name. */
export function checkScaling(check: ArgumentCheck, scalings: readonly Scaling[], limits: SizeLimits): void {
  const keys = new Set<string>();
  scalings.forEach((scaling, index) => {
    const argument = `scaling[${index}]`;
    const key = scalingKey(scaling);
    check(!keys.has(key), argument, "must differ from the others in its type and its metric or name", key);
    keys.add(key);
    checkOne(check, argument, scaling, limits);
  });
}

function checkOne(check: ArgumentCheck, argument: string, scaling: Scaling, limits: SizeLimits): void {
  switch (scaling.type) {
    case "target":
      check(scaling.target > 0, `${argument}.target`, "must be greater than 0", scaling.target);
      checkWarmup(check, argument, scaling.warmupSeconds);
      break;
    case "step":
      checkSteps(check, argument, scaling);
      checkWarmup(check, argument, scaling.warmupSeconds);
      break;
    case "schedule":
      checkSchedule(check, argument, scaling, limits);
      break;
    case "predictive":
      checkPredictive(check, argument, scaling);
      break;
  }
}

function checkWarmup(check: ArgumentCheck, argument: string, seconds: number | undefined): void {
  if (seconds === undefined) return;
  check(isCount(seconds), `${argument}.warmupSeconds`, "must be a whole number of seconds, 0 or more", seconds);
}

function checkSchedule(
  check: ArgumentCheck,
  argument: string,
  { name, recurrence, timeZone, minSize, maxSize, desiredCapacity }: ScheduledScaling,
  limits: SizeLimits,
): void {
  check(/^[A-Za-z0-9][\w-]*$/.test(name), `${argument}.name`, "must be letters, digits, - and _", name);
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, `${argument}.recurrence`, fault ?? "", recurrence);
  const zoned = timeZone === undefined || isTimeZone(timeZone);
  check(zoned, `${argument}.timeZone`, 'must be an IANA time zone such as "Europe/London"', timeZone);

  const sizes = { minSize, maxSize, desiredCapacity };
  const given = Object.entries(sizes).filter(([, size]) => size !== undefined);
  check(given.length > 0, argument, "must set minSize, maxSize or desiredCapacity", sizes);
  for (const [size, value] of given)
    check(isCount(value), `${argument}.${size}`, "must be a whole number, 0 or more", value);

  // What is not set stays as the group has it, so it is held against the group's own sizes.
  const least = minSize ?? limits.minSize;
  const most = maxSize ?? limits.maxSize;
  check(least <= most, `${argument}.minSize`, `must be at most maxSize (${most})`, least);
  if (desiredCapacity === undefined) return;
  const within = desiredCapacity >= least && desiredCapacity <= most;
  check(
    within,
    `${argument}.desiredCapacity`,
    `must be between minSize (${least}) and maxSize (${most})`,
    desiredCapacity,
  );
}

function checkPredictive(
  check: ArgumentCheck,
  argument: string,
  { target, leadSeconds = 300 }: PredictiveScaling,
): void {
  check(target > 0, `${argument}.target`, "must be greater than 0", target);
  const near = isCount(leadSeconds) && leadSeconds < 3600;
  check(near, `${argument}.leadSeconds`, "must be a whole number of seconds between 0 and 3599", leadSeconds);
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
