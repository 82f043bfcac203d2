import type { ArgumentCheck } from "../argument-checks";
import { isTimeZone, recurrenceFault } from "../scaling/recurrence";
import { checkSteps } from "../scaling/steps";
import { type ServiceScaling, type ServiceScheduledScaling, serviceScalingKey } from "./service-scaling";

/** How few and how many tasks a service may have. */
export interface CountLimits {
  /** The fewest that minCount may be at any time. */
  readonly floor: number;
  readonly minCount: number;
  readonly maxCount: number;
}

/** Checks every scaling of one service, and that no two of them would carry the same name. */
export function checkServiceScaling(
  check: ArgumentCheck,
  scalings: readonly ServiceScaling[],
  limits: CountLimits,
  countsRequests: boolean,
): void {
  const keys = new Set<string>();
  scalings.forEach((scaling, index) => {
    const argument = `scaling[${index}]`;
    const key = serviceScalingKey(scaling);
    check(!keys.has(key), argument, "must differ from the others in its type and its metric or name", key);
    keys.add(key);
    if (scaling.type === "schedule") {
      checkSchedule(check, argument, scaling, limits);
      return;
    }
    const counted = scaling.metric !== "requestsPerTarget" || countsRequests;
    check(
      counted,
      `${argument}.metric`,
      "must not be requestsPerTarget without an application load balancer",
      scaling.metric,
    );
    checkMeasured(check, argument, scaling);
  });
}

function checkMeasured(
  check: ArgumentCheck,
  argument: string,
  scaling: Exclude<ServiceScaling, ServiceScheduledScaling>,
): void {
  switch (scaling.type) {
    case "target":
      check(scaling.target > 0, `${argument}.target`, "must be greater than 0", scaling.target);
      checkSeconds(check, `${argument}.scaleOutCooldownSeconds`, scaling.scaleOutCooldownSeconds);
      checkSeconds(check, `${argument}.scaleInCooldownSeconds`, scaling.scaleInCooldownSeconds);
      break;
    case "step":
      checkSteps(check, argument, scaling);
      checkSeconds(check, `${argument}.cooldownSeconds`, scaling.cooldownSeconds);
      break;
    case "predictive":
      check(scaling.target > 0, `${argument}.target`, "must be greater than 0", scaling.target);
      checkSeconds(check, `${argument}.leadSeconds`, scaling.leadSeconds, 3600);
      break;
  }
}

function checkSchedule(
  check: ArgumentCheck,
  argument: string,
  { name, recurrence, timeZone, minCount, maxCount }: ServiceScheduledScaling,
  limits: CountLimits,
): void {
  check(/^[A-Za-z0-9][\w-]*$/.test(name), `${argument}.name`, "must be letters, digits, - and _", name);
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, `${argument}.recurrence`, fault ?? "", recurrence);
  const [, , day, , weekday] = recurrence.trim().split(/\s+/);
  const isOne = day === "*" || weekday === "*";
  check(isOne, `${argument}.recurrence`, "must name days of the month or of the week, not both", recurrence);
  const zoned = timeZone === undefined || isTimeZone(timeZone);
  check(zoned, `${argument}.timeZone`, 'must be an IANA time zone such as "Europe/London"', timeZone);
  const given = minCount !== undefined || maxCount !== undefined;
  check(given, argument, "must set minCount or maxCount", { minCount, maxCount });
  for (const [count, value] of Object.entries({ minCount, maxCount })) {
    const isCount = value === undefined || (Number.isInteger(value) && value >= limits.floor);
    check(isCount, `${argument}.${count}`, `must be a whole number, ${limits.floor} or more`, value);
  }
  // What is not set stays as the service has it.
  const least = minCount ?? limits.minCount;
  const most = maxCount ?? limits.maxCount;
  check(least <= most, `${argument}.minCount`, `must be at most maxCount (${most})`, least);
}

function checkSeconds(check: ArgumentCheck, argument: string, seconds = 0, most = Number.MAX_SAFE_INTEGER): void {
  const within = Number.isInteger(seconds) && seconds >= 0 && seconds <= most;
  const limit = most < Number.MAX_SAFE_INTEGER ? `between 0 and ${most}` : "0 or more";
  check(within, argument, `must be a whole number of seconds, ${limit}`, seconds);
}
