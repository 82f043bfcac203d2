import type { Examples } from "../examples";

const passwords = { type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy", props: {} };
const trail = { type: "aws:cloudtrail/trail:Trail", props: { s3BucketName: "logs" } };
const budget = { type: "aws:budgets/budget:Budget", props: { budgetType: "COST", timeUnit: "MONTHLY" } };

export const examples: Examples = {
  denied: [
    {
      title: "a stack that sets up an account without a budget",
      resources: { passwords, trail },
      says: { "": "it sets up an account and makes no budget; add an aws.budgets.Budget" },
    },
  ],
  allowed: [
    { title: "a stack that sets up an account with a budget", resources: { passwords, budget } },
    { title: "a stack of an application", resources: { web: { type: "aws:ec2/instance:Instance", props: {} } } },
  ],
  undecided: [],
};
