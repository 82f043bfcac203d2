import type { ArgumentCheck } from "../argument-checks";

/** A number of servers, or a part of them such as `"25%"`. */
export type ServerCount = number | `${number}%`;

/** How many servers are patched at once, and after how many failures nothing further is begun. */
export interface PatchLimits {
  /** How many at once, 1 or more, or 1 % to 100 %. @default "25%" */
  readonly maxConcurrency?: ServerCount;
  /** How many may fail, 0 or more, or 0 % to 100 %. @default 0: the first failure is the last */
  readonly maxErrors?: ServerCount;
}

/** What Systems Manager takes: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html */
export function readLimits(check: ArgumentCheck, limits: PatchLimits): Required<Record<keyof PatchLimits, string>> {
  const { maxConcurrency = "25%", maxErrors = 0 } = limits;
  checkCount(check, "maxConcurrency", maxConcurrency, 1);
  checkCount(check, "maxErrors", maxErrors, 0);
  return { maxConcurrency: String(maxConcurrency), maxErrors: String(maxErrors) };
}

function checkCount(check: ArgumentCheck, argument: string, count: ServerCount, least: number): void {
  const isPart = typeof count === "string";
  const number = isPart && /^\d{1,3}%$/.test(count) ? Number(count.slice(0, -1)) : Number(count);
  const isCount = Number.isInteger(number) && number >= least && (!isPart || number <= 100);
  check(isCount, argument, `must be a whole number, ${least} or more, or "${least}%" to "100%"`, count);
}
