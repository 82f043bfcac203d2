import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { internal: true, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "an application load balancer that does not say so",
      resources: {
        web: balancer({}),
        api: balancer({ loadBalancerType: "application", dropInvalidHeaderFields: "false" }),
        old: { type: "aws:alb/loadBalancer:LoadBalancer", props: { dropInvalidHeaderFields: false } },
      },
      says: {
        web: "dropInvalidHeaderFields is not set; set it to true",
        api: "dropInvalidHeaderFields is false",
        old: "dropInvalidHeaderFields is false",
      },
    },
  ],
  allowed: [
    {
      title: "an application load balancer that drops them",
      resources: {
        web: balancer({ dropInvalidHeaderFields: true }),
        api: balancer({ dropInvalidHeaderFields: "true" }),
      },
    },
    {
      title: "load balancers that read no headers",
      resources: {
        edge: balancer({ loadBalancerType: "network" }),
        inspect: balancer({ loadBalancerType: "gateway" }),
      },
    },
  ],
  undecided: [
    {
      title: "a load balancer of which the type or the setting is not known",
      resources: { web: balancer({ loadBalancerType: UNKNOWN }), api: balancer({ dropInvalidHeaderFields: UNKNOWN }) },
      says: { web: "loadBalancerType is not known yet", api: "dropInvalidHeaderFields is not known yet" },
    },
  ],
};
