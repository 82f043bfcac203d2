import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import { awsCron } from "../scaling/aws-cron";
import { isTimeZone, recurrenceFault } from "../scaling/recurrence";

/** When images are built. */
export interface BuildSchedule {
  /** Five fields of a Unix cron expression: minute, hour, day of the month, month, day of the week. */
  readonly recurrence: string;
  /** The IANA time zone in which that is, e.g. `Europe/London`. @default UTC */
  readonly timeZone?: string;
  /** Whether nothing is built when neither the parent nor a component has a newer version. @default true */
  readonly onlyOnUpdates?: boolean;
}

export function checkSchedule(check: ArgumentCheck, schedule: BuildSchedule | "manual"): void {
  if (schedule === "manual") return;
  const { recurrence, timeZone } = schedule;
  const fault = recurrenceFault(recurrence);
  check(fault === undefined, "schedule.recurrence", fault ?? "", recurrence);
  const [, , day, , weekday] = recurrence.trim().split(/\s+/);
  const isOne = day === "*" || weekday === "*";
  check(isOne, "schedule.recurrence", "must name a day of the month or days of the week, not both", recurrence);
  const zoned = timeZone === undefined || isTimeZone(timeZone);
  check(zoned, "schedule.timeZone", 'must be an IANA time zone such as "Europe/London"', timeZone);
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html */
export function scheduleInput(schedule: BuildSchedule | "manual"): aws.imagebuilder.ImagePipelineArgs["schedule"] {
  if (schedule === "manual") return undefined;
  const { recurrence, timeZone, onlyOnUpdates = true } = schedule;
  const condition = onlyOnUpdates ? "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE" : "EXPRESSION_MATCH_ONLY";
  return { scheduleExpression: awsCron(recurrence), timezone: timeZone, pipelineExecutionStartCondition: condition };
}
