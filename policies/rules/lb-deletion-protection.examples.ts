import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "load balancers of every kind that anyone may delete",
      resources: {
        web: balancer({}),
        edge: balancer({ loadBalancerType: "network", enableDeletionProtection: false }),
        inspect: balancer({ loadBalancerType: "gateway", enableDeletionProtection: "false" }),
        alias: { type: "aws:alb/loadBalancer:LoadBalancer", props: {} },
      },
      says: {
        web: "enableDeletionProtection is not set; set it to true",
        edge: "enableDeletionProtection is false",
        inspect: "enableDeletionProtection is false",
        alias: "enableDeletionProtection is not set",
      },
    },
  ],
  allowed: [
    {
      title: "a protected load balancer, and a classic one, which has no protection",
      resources: {
        web: balancer({ enableDeletionProtection: true }),
        api: balancer({ enableDeletionProtection: "true" }),
        old: { type: "aws:elb/loadBalancer:LoadBalancer", props: {} },
      },
    },
  ],
  undecided: [
    {
      title: "a protection that is not known",
      resources: { web: balancer({ enableDeletionProtection: UNKNOWN }) },
      says: { web: "enableDeletionProtection is not known yet" },
    },
  ],
};
