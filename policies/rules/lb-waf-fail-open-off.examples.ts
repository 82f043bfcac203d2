import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "a load balancer that lets pass what could not be inspected",
      resources: { web: balancer({ enableWafFailOpen: true }), api: balancer({ enableWafFailOpen: "true" }) },
      says: { web: "enableWafFailOpen is true; set it to false", api: "enableWafFailOpen is true" },
    },
  ],
  allowed: [
    {
      title: "a load balancer that refuses it, said or not",
      resources: { web: balancer({}), api: balancer({ enableWafFailOpen: false }) },
    },
  ],
  undecided: [
    {
      title: "a value that is not known",
      resources: { web: balancer({ enableWafFailOpen: UNKNOWN }) },
      says: { web: "enableWafFailOpen is not known yet" },
    },
  ],
};
