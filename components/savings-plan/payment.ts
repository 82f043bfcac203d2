import type { ArgumentCheck } from "../argument-checks";

/** When a Savings Plan is paid: month by month, half or more of it at once, or all at once, which is cheapest. */
export type SavingsPlanPayment =
  | { readonly option: "noUpfront" }
  | {
      readonly option: "partialUpfront";
      /** What is paid at once: whole US dollars, 50 to 99 % of the whole sum. */
      readonly upfrontUsd: number;
    }
  | { readonly option: "allUpfront" };

/** AWS's names: https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_DescribeSavingsPlansOfferings.html */
export const paymentOptions = {
  noUpfront: "No Upfront",
  partialUpfront: "Partial Upfront",
  allUpfront: "All Upfront",
} as const;

/** https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_CreateSavingsPlan.html */
export function checkPayment(check: ArgumentCheck, payment: SavingsPlanPayment, totalUsd: number): void {
  if (payment.option !== "partialUpfront") return;
  const { upfrontUsd } = payment;
  const [least, most] = [Math.ceil(totalUsd * 0.5), Math.floor(totalUsd * 0.99)];
  const isPart = Number.isInteger(upfrontUsd) && upfrontUsd >= least && upfrontUsd <= most;
  const range = `must be whole US dollars from ${least} to ${most}, 50 to 99 % of ${totalUsd}`;
  check(isPart, "payment.upfrontUsd", range, upfrontUsd);
}
