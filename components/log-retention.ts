import type { ArgumentCheck } from "./argument-checks";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions: readonly unknown[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** True for a number of days for which CloudWatch Logs can keep what it gets. */
export function isLogRetention(days: unknown): boolean {
  return retentions.includes(days);
}

export const logRetentionRequirement = `must be one of ${retentions.join(", ")}`;

/** @throws when CloudWatch Logs has no such retention. */
export function checkLogRetention(check: ArgumentCheck, argument: string, retentionDays: number): void {
  check(isLogRetention(retentionDays), argument, logRetentionRequirement, retentionDays);
}
