import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How often a budget begins anew. */
export type BudgetPeriod = "daily" | "monthly" | "quarterly" | "yearly";

/** When a budget calls, in percent of its amount. */
export interface BudgetAlertArgs {
  /** What has been spent, e.g. `[80, 100]`. @default [80, 100] */
  readonly actualPercent?: readonly number[];
  /**
   * What AWS expects to be spent by the end of the period; it needs about five weeks of costs before it can.
   *
   * @default [100], and none for a daily budget, which AWS does not forecast
   */
  readonly forecastPercent?: readonly number[];
}

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html */
const limits = { alerts: 10, percent: 1_000_000 };

/** The percentages with their defaults, checked. */
export function readAlerts(
  check: ArgumentCheck,
  args: BudgetAlertArgs,
  period: BudgetPeriod,
): Required<BudgetAlertArgs> {
  const { actualPercent = [80, 100], forecastPercent = period === "daily" ? [] : [100] } = args;
  for (const [argument, percents] of Object.entries({ actualPercent, forecastPercent })) {
    for (const percent of percents) {
      const isPercent = percent > 0 && percent <= limits.percent;
      check(isPercent, `alerts.${argument}`, `must be more than 0 and at most ${limits.percent} (percent)`, percent);
    }
    const isNew = new Set(percents).size === percents.length;
    check(isNew, `alerts.${argument}`, "must not repeat a percentage", percents);
  }
  const isForecast = forecastPercent.length === 0 || period !== "daily";
  // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html
  check(isForecast, "alerts.forecastPercent", "must be empty for a daily budget: AWS forecasts none", forecastPercent);
  const count = actualPercent.length + forecastPercent.length;
  check(count >= 1 && count <= limits.alerts, "alerts", `must be 1 to ${limits.alerts} percentages in all`, count);
  return { actualPercent, forecastPercent };
}

/** The alerts as a budget has them. */
export function notifications(
  { actualPercent, forecastPercent }: Required<BudgetAlertArgs>,
  emails: readonly string[],
  topicArn: pulumi.Input<string> | undefined,
): aws.types.input.budgets.BudgetNotification[] {
  const alert = (notificationType: "ACTUAL" | "FORECASTED") => (threshold: number) => ({
    notificationType,
    comparisonOperator: "GREATER_THAN",
    threshold,
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: [...emails],
    subscriberSnsTopicArns: topicArn === undefined ? [] : [topicArn],
  });
  return [...actualPercent.map(alert("ACTUAL")), ...forecastPercent.map(alert("FORECASTED"))];
}
