import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const classic = (props: Record<string, unknown>) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "a classic load balancer that cuts requests off, as AWS lets it",
      resources: { web: classic({}), api: classic({ connectionDraining: "false" }) },
      says: { web: "connectionDraining is not set; set it to true", api: "connectionDraining is false" },
    },
  ],
  allowed: [
    {
      title: "a classic load balancer that drains, and others, whose target groups do",
      resources: {
        web: classic({ connectionDraining: true }),
        api: classic({ connectionDraining: "true", connectionDrainingTimeout: 60 }),
        new: { type: "aws:lb/loadBalancer:LoadBalancer", props: {} },
      },
    },
  ],
  undecided: [
    {
      title: "a value that is not known",
      resources: { web: classic({ connectionDraining: UNKNOWN }) },
      says: { web: "connectionDraining is not known yet" },
    },
  ],
};
