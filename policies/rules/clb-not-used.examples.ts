import type { Examples } from "../examples";

export const examples: Examples = {
  denied: [
    {
      title: "a classic load balancer, however it is set",
      resources: { web: { type: "aws:elb/loadBalancer:LoadBalancer", props: { connectionDraining: true } } },
      says: { web: "classic load balancers are the previous generation; use an aws.lb.LoadBalancer" },
    },
  ],
  allowed: [
    {
      title: "load balancers of the current generation, by either name",
      resources: {
        web: { type: "aws:lb/loadBalancer:LoadBalancer", props: {} },
        api: { type: "aws:alb/loadBalancer:LoadBalancer", props: {} },
      },
    },
  ],
  undecided: [],
};
