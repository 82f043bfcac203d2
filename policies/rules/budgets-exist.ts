import { isAccountStack } from "../facts/account-stacks";
import { rule } from "../rule";

export const budgetsExist = rule({
  name: "budgets-exist",
  displayName: "Accounts have a budget",
  description: "A stack that sets up an account makes a budget, so that somebody is told before the bill comes.",
  why: "A forgotten server, a loop or a stolen key shows first in what is spent, and the bill comes weeks later.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html",
  remediationSteps: "Add an aws.budgets.Budget with a limit for the month and notifications of both types.",
  controls: {},
  types: [],
  stack({ stack, onStack }) {
    if (!isAccountStack(stack) || stack.ofType("aws:budgets/budget:Budget").length > 0) return;
    onStack.deny("it sets up an account and makes no budget; add an aws.budgets.Budget");
  },
});
