import type { ArgumentCheck } from "../argument-checks";
import {
  type MetricMath,
  type PredictiveScaling,
  type Scaling,
  type ScalingUnit,
  type ScheduledScaling,
  type SimpleScaling,
  scalingKey,
  type TargetScaling,
} from "../scaling";
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
      checkTarget(check, argument, scaling);
      if (typeof scaling.metric === "object" && "expression" in scaling.metric) {
        checkMath(check, `${argument}.metric`, scaling.metric);
      }
      checkWarmup(check, argument, scaling.warmupSeconds);
      break;
    case "step":
      checkSteps(check, argument, scaling);
      for (const { remove } of scaling.scaleIn) checkUnit(check, argument, scaling.unit, remove);
      checkWarmup(check, argument, scaling.warmupSeconds);
      break;
    case "simple":
      checkSimple(check, argument, scaling);
      break;
    case "schedule":
      checkSchedule(check, argument, scaling, limits);
      break;
    case "predictive":
      checkPredictive(check, argument, scaling);
      break;
  }
}

/** A share of the CPU that nothing exceeds would never add a server. */
function checkTarget(
  check: ArgumentCheck,
  argument: string,
  { metric = "cpu", target }: Pick<TargetScaling, "metric" | "target">,
): void {
  check(target > 0, `${argument}.target`, "must be greater than 0", target);
  const isReachable = metric !== "cpu" || target < 100;
  check(isReachable, `${argument}.target`, "must be less than 100 percent of the CPU", target);
}

function checkSimple(check: ArgumentCheck, argument: string, scaling: SimpleScaling): void {
  const { scaleOut, scaleIn, unit, cooldownSeconds = 0 } = scaling;
  const isPositive = (count: number) => isCount(count) && count > 0;
  check(isPositive(scaleOut.add), `${argument}.scaleOut.add`, "must be a whole number, 1 or more", scaleOut.add);
  check(isPositive(scaleIn.remove), `${argument}.scaleIn.remove`, "must be a whole number, 1 or more", scaleIn.remove);
  const limit = `must be lower than scaleOut.above (${scaleOut.above})`;
  check(scaleIn.below < scaleOut.above, `${argument}.scaleIn.below`, limit, scaleIn.below);
  checkUnit(check, argument, unit, scaleIn.remove);
  const stated = `${argument}.cooldownSeconds`;
  check(isCount(cooldownSeconds), stated, "must be a whole number of seconds, 0 or more", cooldownSeconds);
}

function checkUnit(check: ArgumentCheck, argument: string, unit: ScalingUnit = "servers", remove: number): void {
  if (unit === "servers") return;
  const least = unit.leastServers;
  check(isCount(least) && least > 0, `${argument}.unit.leastServers`, "must be a whole number, 1 or more", least);
  check(remove <= 100, `${argument}.scaleIn`, "must remove at most 100 percent", remove);
}

/** Limits: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TargetTrackingMetricDataQuery.html */
function checkMath(check: ArgumentCheck, argument: string, { name, expression, metrics }: MetricMath): void {
  check(/^[A-Za-z0-9][\w-]*$/.test(name), `${argument}.name`, "must be letters, digits, - and _", name);
  const isShort = expression.trim().length > 0 && expression.length <= 2047;
  check(isShort, `${argument}.expression`, "must be between 1 and 2047 characters", expression);
  const ids = Object.keys(metrics);
  check(ids.length >= 1 && ids.length <= 9, `${argument}.metrics`, "must name between 1 and 9 metrics", ids);
  for (const id of ids) {
    const isId = /^[a-z]\w{0,63}$/.test(id) && id !== "value";
    check(isId, `${argument}.metrics`, 'must have names of letters, digits and _ such as "jobs", and none "value"', id);
    const used = new RegExp(`\\b${id}\\b`).test(expression);
    check(used, `${argument}.expression`, `must use the metric ${id}`, expression);
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

  checkScheduledSizes(check, argument, { minSize, maxSize, desiredCapacity }, limits);
}

/**
 * Checks the sizes that a schedule sets.
 *
 * @throws when it sets none, one is no count, or they contradict each other or those that it leaves as they are.
 */
export function checkScheduledSizes(
  check: ArgumentCheck,
  argument: string,
  sizes: Pick<ScheduledScaling, "minSize" | "maxSize" | "desiredCapacity">,
  limits: SizeLimits,
): void {
  const { minSize, maxSize, desiredCapacity } = sizes;
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
  { metric, target, leadSeconds = 300 }: PredictiveScaling,
): void {
  checkTarget(check, argument, { metric, target });
  const near = isCount(leadSeconds) && leadSeconds < 3600;
  check(near, `${argument}.leadSeconds`, "must be a whole number of seconds between 0 and 3599", leadSeconds);
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
