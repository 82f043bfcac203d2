import { membersOf, written } from "../facts/property-paths";
import { asNumber, asText, at, type Fact, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const budgetAmount = rule({
  name: "budget-amount",
  displayName: "Budgets stay under a ceiling",
  description: "No budget for cost allows more than a ceiling, or lets its limit follow what is spent.",
  why: "A budget that is far above what is spent, or that follows it, never calls.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html",
  remediationSteps: "Lower limitAmount, or raise max once somebody has agreed to the sum.",
  controls: {},
  settings: { max: integer(1000, "The most that a budget for cost may allow, in its own unit.", { minimum: 0 }) },
  types: ["aws:budgets/budget:Budget"],
  resource({ resource: { props }, settings: { max }, deny, undecided }) {
    const type = asText(at(props, "budgetType"));
    if (type === UNKNOWN) return undecided("budgetType");
    if (type !== "COST") return;
    const judge = (place: string, amount: Fact<number>) => {
      if (amount === UNKNOWN) undecided(place);
      else if (amount !== undefined && amount > max) deny(`${place} is ${amount}; set it to ${max} or less`);
    };
    judge("limitAmount", asNumber(at(props, "limitAmount")));
    const { members, unknownLists } = membersOf(props, [], "plannedLimits");
    for (const { place, value } of members) judge(`${written(place)}.amount`, asNumber(at(value, "amount")));
    for (const list of unknownLists) undecided(list);
    const adjusts = asText(at(props, "autoAdjustData", "autoAdjustType"));
    if (adjusts === UNKNOWN) undecided("autoAdjustData");
    else if (adjusts !== undefined && adjusts !== "") {
      deny(`autoAdjustData lets the limit follow what is spent; set limitAmount to ${max} or less instead`);
    }
  },
});
