import type { ArgumentCheck } from "../argument-checks";
import { recurrenceFault } from "../scaling/recurrence";
import { checkScheduledSizes } from "../scaling/scaling-checks";
import { checkChoice } from "./choice";
import type { TriggerMetric, TriggerUnit } from "./option-values";
import { checkNumber, type Options, type ScheduledOption } from "./options";

/** How many instances there are, and when that changes. */
export interface Capacity {
  /** The least number of instances, 2–10000, so that the loss of a zone is survived. @default 2 in dev, 3 in prod */
  readonly minSize?: number;
  /** The greatest number of instances, up to 10000. @default twice minSize */
  readonly maxSize?: number;
  /** Seconds after a change of size until the next one, 0–10000. @default 360 */
  readonly cooldownSeconds?: number;
  /** What adds and removes instances. @default above 80 % CPU one more, below 20 % one less */
  readonly trigger?: Trigger;
  /**
   * Sizes by the clock. The provider cannot take one out of a running environment, as it does not name the action that it
   * removes: set `suspend` first. @default none
   */
  readonly schedules?: readonly Schedule[];
}

/** A metric and its limits. https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-autoscaling-triggers.html */
export interface Trigger {
  readonly metric: TriggerMetric;
  /** Above this instances are added, 0–20000000, in the metric's own unit: percent, bytes, seconds or a count. */
  readonly upper: number;
  /** Below this they are removed, 0–20000000. */
  readonly lower: number;
  /** @default "Average" */
  readonly statistic?: "Minimum" | "Maximum" | "Sum" | "Average";
  /** Minutes of one measurement, 1–600. @default 5 */
  readonly periodMinutes?: number;
  /** Measurements in a row that must be beyond a limit, 1–600; with the period at most 600 minutes. @default 1 */
  readonly periods?: number;
  /** Instances that are added at once, 1 or more. @default 1 */
  readonly add?: number;
  /** Instances that are removed at once, 1 or more. @default 1 */
  readonly remove?: number;
}

/** A change of the sizes at its time, in UTC. */
export interface Schedule {
  /** Unique; letters, digits, - and _. */
  readonly name: string;
  /** Five fields of Unix cron, in UTC: `0 17 * * FRI`. */
  readonly recurrence: string;
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly desiredCapacity?: number;
  /** Whether it rests. @default false */
  readonly suspend?: boolean;
}

/** The arguments with their defaults, checked. */
export interface CapacitySettings {
  readonly maxSize: number;
  readonly options: Options;
  readonly scheduled: readonly ScheduledOption[];
}

/** What is measured of a load balancer that is the environment's own. */
const balancerMetrics: readonly TriggerMetric[] = ["HealthyHostCount", "UnhealthyHostCount", "TargetResponseTime"];

const units: Readonly<Record<TriggerMetric, TriggerUnit>> = {
  CPUUtilization: "Percent",
  NetworkIn: "Bytes",
  NetworkOut: "Bytes",
  DiskWriteOps: "Count",
  DiskReadBytes: "Bytes",
  DiskReadOps: "Count",
  DiskWriteBytes: "Bytes",
  RequestCount: "Count",
  HealthyHostCount: "Count",
  UnhealthyHostCount: "Count",
  TargetResponseTime: "Seconds",
};

/** @param place the kind of load balancer, which decides what can be measured */
export function readCapacity(
  check: ArgumentCheck,
  capacity: Capacity,
  place: "own" | "shared" | "none",
  isProd: boolean,
): CapacitySettings {
  const { minSize = isProd ? 3 : 2, maxSize = 2 * minSize, cooldownSeconds = 360, schedules = [] } = capacity;
  const { trigger = { metric: "CPUUtilization", upper: 80, lower: 20 } } = capacity;
  const isMin = Number.isInteger(minSize) && minSize >= 2 && minSize <= 10000;
  check(isMin, "capacity.minSize", "must be a whole number between 2, to span two zones, and 10000", minSize);
  const isMax = Number.isInteger(maxSize) && maxSize >= minSize && maxSize <= 10000;
  check(isMax, "capacity.maxSize", `must be a whole number between minSize (${minSize}) and 10000`, maxSize);
  checkNumber(check, "capacity.cooldownSeconds", ["aws:autoscaling:asg", "Cooldown"], cooldownSeconds);
  const names = schedules.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  check(repeated === undefined, "capacity.schedules", "must not repeat a name", repeated);
  for (const [index, schedule] of schedules.entries()) {
    checkSchedule(check, `capacity.schedules[${index}]`, schedule, { minSize, maxSize });
  }
  return {
    maxSize,
    options: {
      "aws:autoscaling:asg": { MinSize: minSize, MaxSize: maxSize, Cooldown: cooldownSeconds },
      "aws:autoscaling:trigger": triggerOptions(check, trigger, place),
    },
    scheduled: schedules.flatMap(scheduledOptions),
  };
}

function triggerOptions(check: ArgumentCheck, trigger: Trigger, place: "own" | "shared" | "none") {
  const { metric, upper, lower, statistic = "Average", periodMinutes = 5, periods = 1, add = 1, remove = 1 } = trigger;
  const namespace = "aws:autoscaling:trigger";
  checkChoice(check, "capacity.trigger.metric", Object.keys(units), metric);
  checkChoice(check, "capacity.trigger.statistic", ["Minimum", "Maximum", "Sum", "Average"], statistic);
  const isThere =
    place === "own" || !(balancerMetrics.includes(metric) || (place === "none" && metric === "RequestCount"));
  check(isThere, "capacity.trigger.metric", "must be one that there is without a load balancer of its own", metric);
  checkNumber(check, "capacity.trigger.upper", [namespace, "UpperThreshold"], upper);
  checkNumber(check, "capacity.trigger.lower", [namespace, "LowerThreshold"], lower);
  check(lower < upper, "capacity.trigger.lower", `must be less than upper (${upper})`, lower);
  checkNumber(check, "capacity.trigger.periodMinutes", [namespace, "Period"], periodMinutes);
  checkNumber(check, "capacity.trigger.periods", [namespace, "EvaluationPeriods"], periods);
  const minutes = periodMinutes * periods;
  check(minutes <= 600, "capacity.trigger.periods", "must make at most 600 minutes with periodMinutes", minutes);
  for (const [argument, value] of Object.entries({ add, remove })) {
    check(
      Number.isInteger(value) && value >= 1,
      `capacity.trigger.${argument}`,
      "must be a whole number, 1 or more",
      value,
    );
  }
  return {
    MeasureName: metric,
    Unit: units[metric],
    Statistic: statistic,
    Period: periodMinutes,
    EvaluationPeriods: periods,
    BreachDuration: minutes,
    UpperThreshold: upper,
    UpperBreachScaleIncrement: add,
    LowerThreshold: lower,
    LowerBreachScaleIncrement: -remove,
  };
}

function checkSchedule(
  check: ArgumentCheck,
  argument: string,
  { name, recurrence, minSize, maxSize, desiredCapacity }: Schedule,
  limits: { readonly minSize: number; readonly maxSize: number },
): void {
  check(/^[A-Za-z0-9][\w-]{0,254}$/.test(name), `${argument}.name`, "must be letters, digits, - and _", name);
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, `${argument}.recurrence`, fault ?? "", recurrence);
  const sizes = { minSize, maxSize, desiredCapacity };
  for (const [size, value = 0] of Object.entries(sizes)) {
    const holds = Number.isInteger(value) && value >= 0 && value <= 10000;
    check(holds, `${argument}.${size}`, "must be a whole number between 0 and 10000", value);
  }
  checkScheduledSizes(check, argument, sizes, limits);
}

function scheduledOptions({
  name,
  recurrence,
  minSize,
  maxSize,
  desiredCapacity,
  suspend = false,
}: Schedule): ScheduledOption[] {
  const options = {
    Recurrence: recurrence.trim(),
    Suspend: suspend,
    MinSize: minSize,
    MaxSize: maxSize,
    DesiredCapacity: desiredCapacity,
  };
  return Object.entries(options).flatMap(([option, value]) =>
    value === undefined ? [] : [{ resource: name, name: option, value: String(value) }],
  );
}
