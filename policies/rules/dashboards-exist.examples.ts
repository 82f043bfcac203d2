import type { Examples } from "../examples";

const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a production stack without a dashboard",
      resources: { balancer },
      says: { "": "it serves users and has no dashboard; add an aws.cloudwatch.Dashboard" },
    },
  ],
  allowed: [
    {
      title: "a production stack with a dashboard",
      resources: { balancer, board: { type: "aws:cloudwatch/dashboard:Dashboard", props: { dashboardBody: "{}" } } },
    },
    { title: "a stack for trying out", environment: "dev", resources: { balancer } },
    { title: "a stack that serves nobody", resources: { key: { type: "aws:kms/key:Key", props: {} } } },
  ],
  undecided: [],
};
