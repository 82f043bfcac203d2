import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { isRegion } from "./region";
import { checkPayment, paymentOptions, type SavingsPlanPayment } from "./savings-plan/payment";

/** Arguments of {@link SavingsPlan}. Nothing has a default: each is a decision to buy. */
export interface SavingsPlanArgs {
  /**
   * What it makes cheaper: all computing (EC2, Fargate, Lambda) in every region, or one family of instances in one
   * region, which saves more.
   */
  readonly plan:
    | { readonly type: "compute" }
    | { readonly type: "ec2Instance"; readonly region: string; readonly instanceFamily: string };
  /** What is paid each hour of the term, used or not, in US dollars: 0.001 to 1,000,000, with at most five decimals. */
  readonly hourlyCommitmentUsd: number;
  /** How long it is paid. */
  readonly termYears: 1 | 3;
  /** When it is paid. */
  readonly payment: SavingsPlanPayment;
  /**
   * The whole sum that is owed, in US dollars, as a confirmation: hourlyCommitmentUsd × 8,760 hours × termYears. There
   * is no way back from a purchase.
   */
  readonly confirmTotalUsd: number;
}

const hoursOfYear = 365 * 24;

/**
 * Buys a Savings Plan: a lower price for computing, for the promise to pay so much an hour for one or three years. AWS
 * takes no plan back: the purchase is protected, a later change of it is refused, and taking the component away (after
 * `pulumi state unprotect`) ends neither the plan nor the payments. Cost Explorer recommends how much to commit.
 * https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html
 *
 * @example
 * import { SavingsPlan } from "./components/savings-plan";
 *
 * const plan = new SavingsPlan("compute-2027", {
 *   plan: { type: "compute" },
 *   hourlyCommitmentUsd: 0.5,
 *   termYears: 1,
 *   payment: { option: "noUpfront" },
 *   confirmTotalUsd: 4380,
 * });
 */
export class SavingsPlan extends pulumi.ComponentResource {
  /** The ARN of the plan. */
  readonly savingsPlanArn: pulumi.Output<string>;

  /** @throws when the sum is not confirmed, or an amount, region or family is none that AWS takes. */
  constructor(name: string, args: SavingsPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:SavingsPlan", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "Savings Plan", name);
    const { plan, hourlyCommitmentUsd, termYears, payment, confirmTotalUsd } = args;
    checkPlan(check, plan);
    // https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_CreateSavingsPlan.html
    const isAmount =
      hourlyCommitmentUsd >= 0.001 && hourlyCommitmentUsd <= 1_000_000 && decimals(hourlyCommitmentUsd) <= 5;
    const range = "must be 0.001 to 1000000 US dollars, with at most five decimals";
    check(isAmount, "hourlyCommitmentUsd", range, hourlyCommitmentUsd);
    check([1, 3].includes(termYears), "termYears", "must be 1 or 3", termYears);
    const total = round(hourlyCommitmentUsd * hoursOfYear * termYears);
    checkPayment(check, payment, total);
    const owed = `must be ${total}, the sum that is owed (${hourlyCommitmentUsd} USD × ${hoursOfYear} h × ${termYears} y) and that no one can take back`;
    check(confirmTotalUsd === total, "confirmTotalUsd", owed, confirmTotalUsd);

    const bought = new aws.savingsplans.SavingsPlan(
      `${name}-plan`,
      {
        savingsPlanOfferingId: offeringId(args, this),
        commitment: String(hourlyCommitmentUsd),
        upfrontPaymentAmount: payment.option === "partialUpfront" ? String(payment.upfrontUsd) : undefined,
        tags: { Name: name },
      },
      // Every change would be one more purchase: Pulumi replaces nothing that is protected.
      { parent: this, protect: true },
    );

    this.savingsPlanArn = bought.savingsPlanArn;
    this.registerOutputs({ savingsPlanArn: this.savingsPlanArn });
  }
}

function checkPlan(check: ArgumentCheck, plan: SavingsPlanArgs["plan"]): void {
  if (plan.type === "compute") return;
  check(isRegion(plan.region), "plan.region", 'must be a region such as "eu-west-1"', plan.region);
  const isFamily = /^[a-z][a-z0-9-]*\d[a-z0-9-]*$/.test(plan.instanceFamily);
  check(isFamily, "plan.instanceFamily", 'must be a family such as "m7g", without a size', plan.instanceFamily);
}

/** The id under which AWS sells exactly that. */
function offeringId({ plan, termYears, payment }: SavingsPlanArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const filters =
    plan.type === "compute"
      ? []
      : [
          { name: "region", values: [plan.region] },
          { name: "instanceFamily", values: [plan.instanceFamily] },
        ];
  const found = aws.savingsplans.getOfferingsOutput(
    {
      planTypes: [plan.type === "compute" ? "Compute" : "EC2Instance"],
      durations: [termYears * hoursOfYear * 3600],
      paymentOptions: [paymentOptions[payment.option]],
      currencies: ["USD"],
      filters,
    },
    { parent },
  );
  return found.offerings.apply((offerings) => {
    const [only] = offerings;
    if (only && offerings.length === 1) return only.offeringId;
    throw new pulumi.RunError(`AWS has ${offerings.length} Savings Plans of that kind, where there must be one to buy`);
  });
}

function decimals(amount: number): number {
  return String(amount).split(".")[1]?.length ?? 0;
}

/** To the cent of a thousandth, which is finer than any commitment of five decimals makes it. */
function round(amount: number): number {
  return Number(amount.toFixed(5));
}
