import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type BudgetActionArgs, budgetAction, checkAction } from "./budget/action";
import { type BudgetAlertArgs, type BudgetPeriod, notifications, readAlerts } from "./budget/alerts";
import { type CostFilterArgs, type CostTypeArgs, readCostFilters, readCostTypes } from "./budget/counted-costs";
import { type CostNotifyArgs, checkCostNotify, costTopicArn } from "./cost-notify";

/** Arguments of {@link Budget}. */
export interface BudgetArgs {
  /** What may be spent in a period, in US dollars: more than 0, with at most two decimals. */
  readonly amountUsd: number;
  /** How long it lasts. @default monthly */
  readonly period?: BudgetPeriod;
  /** Which costs count. @default all of the account */
  readonly filter?: CostFilterArgs;
  /** What counts as cost. @default all but credits and refunds, which hide what is spent */
  readonly costTypes?: CostTypeArgs;
  /** When it calls. @default at 80 and 100 % spent, and at 100 % expected */
  readonly alerts?: BudgetAlertArgs;
  /** Who is called: at least one address or a topic. */
  readonly notify: CostNotifyArgs;
  /** What it does beside calling. @default nothing */
  readonly action?: BudgetActionArgs;
}

const timeUnits = { daily: "DAILY", monthly: "MONTHLY", quarterly: "QUARTERLY", yearly: "ANNUALLY" } as const;

/**
 * A budget of costs that calls when much of it is spent, and before, when AWS expects it to be; it may act as well. AWS
 * counts costs several times a day, with hours of delay, so it is a warning and no limit.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
 *
 * @example
 * import { Budget } from "./components/budget";
 *
 * const budget = new Budget("shop-budget", {
 *   amountUsd: 500,
 *   filter: { tag: { key: "Project", values: ["shop"] } },
 *   notify: { emails: ["operations@example.com"], topic: "own" },
 *   action: { type: "denyPolicy", groups: ["developers"], atPercent: 120 },
 * });
 */
export class Budget extends pulumi.ComponentResource {
  /** The name of the budget in AWS. */
  readonly budgetName: pulumi.Output<string>;
  /** The topic that is told; undefined where only people are. */
  readonly topicArn: pulumi.Output<string> | undefined;

  /** @throws when nobody would be told, or an amount, percentage, address, filter or action is none that AWS takes. */
  constructor(name: string, args: BudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Budget", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "budget", name);
    const { amountUsd, period = "monthly", filter = {}, costTypes = {}, notify, action } = args;
    // Pulumi adds eight characters: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html
    check(/^[^:\\]{1,92}$/.test(name), "name", "must be at most 92 characters without : and \\", name);
    const isAmount = amountUsd > 0 && /^\d+(\.\d{1,2})?$/.test(String(amountUsd));
    check(isAmount, "amountUsd", "must be more than 0, with at most two decimals", amountUsd);
    const costFilters = readCostFilters(check, filter);
    const counted = readCostTypes(check, costTypes);
    const alerts = readAlerts(check, args.alerts ?? {}, period);
    checkCostNotify(check, notify);
    if (action) checkAction(check, action, period);

    const { emails = [] } = notify;
    const topicArn = costTopicArn(name, notify, this);
    const budget = new aws.budgets.Budget(
      `${name}-budget`,
      {
        budgetType: "COST",
        timeUnit: timeUnits[period],
        limitAmount: String(amountUsd),
        limitUnit: "USD",
        costFilters: costFilters.length > 0 ? costFilters : undefined,
        costTypes: counted,
        notifications: notifications(alerts, emails, topicArn),
        tags: { Name: name },
      },
      { parent: this },
    );
    if (action) budgetAction(name, action, { budget, emails, topicArn }, this);

    this.budgetName = budget.name;
    this.topicArn = topicArn;
    this.registerOutputs({ budgetName: this.budgetName, topicArn: this.topicArn });
  }
}
