import type { JsonObject } from "../plan";
import type { Answers } from "./question";
import { ACCOUNT_ID, markedUuid } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** What Cost Explorer finds by its ARN. */
const byArn =
  (kind: string): Maker =>
  ({ named, globalArn, hex }) => {
    const arn = globalArn("ce", `${kind}/${markedUuid(hex(64))}`);
    return { id: arn, arn, name: named() };
  };

/** Stand-ins of budgets, Cost Explorer and Savings Plans. */
export const cost: Readonly<Record<string, Maker>> = {
  "aws:budgets/budget:Budget": ({ named, globalArn }) => {
    const name = named("name", 100);
    return { id: `${ACCOUNT_ID}:${name}`, name, arn: globalArn("budgets", `budget/${name}`) };
  },
  "aws:budgets/budgetAction:BudgetAction": ({ inputs, hex, globalArn }) => {
    const [budget, actionId] = [text(inputs.budgetName), markedUuid(hex(64))];
    const arn = globalArn("budgets", `budget/${budget}/action/${actionId}`);
    return { id: `${ACCOUNT_ID}:${actionId}:${budget}`, actionId, arn };
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": byArn("anomalymonitor"),
  "aws:costexplorer/anomalySubscription:AnomalySubscription": byArn("anomalysubscription"),
  "aws:costexplorer/costCategory:CostCategory": byArn("costcategory"),
  "aws:costexplorer/costAllocationTag:CostAllocationTag": sameAs("tagKey"),
  "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus": () => ({
    id: ACCOUNT_ID,
    numberOfMemberAccountsOptedIn: 0,
  }),
  "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus": () => ({ id: ACCOUNT_ID, status: "Active" }),
  "aws:savingsplans/savingsPlan:SavingsPlan": ({ hex, globalArn }) => {
    const savingsPlanId = markedUuid(hex(64));
    return {
      id: savingsPlanId,
      savingsPlanId,
      savingsPlanArn: globalArn("savingsplans", `savingsplan/${savingsPlanId}`),
    };
  },
};

export const costLookUps: Answers = {
  // AWS sells exactly one of each kind that states all of these.
  "aws:savingsplans/getOfferings:getOfferings": ({ inputs }) => {
    const offering: JsonObject = { offeringId: markedUuid(JSON.stringify(inputs)), currency: "USD" };
    return { id: "offerings", offerings: [offering] };
  },
};
