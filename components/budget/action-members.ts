import type { ArgumentCheck } from "../argument-checks";

/**
 * Stops the program where an action is to reach nothing, the same thing twice, or more than AWS takes.
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudgetAction.html
 */
export function checkMembers(check: ArgumentCheck, argument: string, members: readonly unknown[]): void {
  check(members.length >= 1 && members.length <= 100, argument, "must name 1 to 100", members.length);
  check(new Set(members).size === members.length, argument, "must not repeat one", members);
}
