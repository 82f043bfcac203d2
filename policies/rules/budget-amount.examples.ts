import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const budget = (props: object) => ({
  type: "aws:budgets/budget:Budget",
  props: { budgetType: "COST", timeUnit: "MONTHLY", limitUnit: "USD", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "limits over the ceiling, stated and planned",
      resources: {
        stated: budget({ limitAmount: "1500" }),
        planned: budget({ plannedLimits: [{ amount: "900" }, { amount: "2000.50" }] }),
      },
      says: {
        stated: "limitAmount is 1500; set it to 1000 or less",
        planned: "plannedLimits[1].amount is 2000.5; set it to 1000 or less",
      },
    },
    {
      title: "a limit that follows what is spent",
      resources: { a: budget({ autoAdjustData: { autoAdjustType: "HISTORICAL" } }) },
      says: { a: "autoAdjustData lets the limit follow what is spent; set limitAmount to 1000 or less" },
    },
    {
      title: "a limit over the ceiling of the settings",
      settings: { max: 50 },
      resources: { a: budget({ limitAmount: 100 }) },
      says: { a: "limitAmount is 100; set it to 50 or less" },
    },
  ],
  allowed: [
    { title: "a limit under the ceiling", resources: { a: budget({ limitAmount: "1000" }) } },
    {
      title: "a budget for usage, which is not counted in money",
      resources: { a: budget({ budgetType: "USAGE", limitAmount: "5000", limitUnit: "GB" }) },
    },
  ],
  undecided: [
    {
      title: "a type, a limit, planned limits or an adjustment that is not known",
      resources: {
        type: budget({ budgetType: UNKNOWN, limitAmount: "5000" }),
        limit: budget({ limitAmount: UNKNOWN }),
        planned: budget({ plannedLimits: UNKNOWN }),
        adjusted: budget({ autoAdjustData: { autoAdjustType: UNKNOWN } }),
      },
      says: { type: "budgetType", limit: "limitAmount", planned: "plannedLimits", adjusted: "autoAdjustData" },
    },
  ],
};
