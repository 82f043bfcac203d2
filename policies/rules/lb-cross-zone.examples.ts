import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });
const classic = (props: Record<string, unknown>) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "network and gateway load balancers that keep to their zone, as AWS lets them",
      resources: {
        edge: balancer({ loadBalancerType: "network" }),
        inspect: balancer({ loadBalancerType: "gateway", enableCrossZoneLoadBalancing: "false" }),
      },
      says: {
        edge: "enableCrossZoneLoadBalancing is not set; set it to true",
        inspect: "enableCrossZoneLoadBalancing is false",
      },
    },
    {
      title: "a classic load balancer that is told to",
      resources: { old: classic({ crossZoneLoadBalancing: false }) },
      says: { old: "crossZoneLoadBalancing is false; set it to true" },
    },
  ],
  allowed: [
    {
      title: "load balancers that spread, some of which always do",
      resources: {
        edge: balancer({ loadBalancerType: "network", enableCrossZoneLoadBalancing: "true" }),
        web: balancer({}),
        old: classic({}),
      },
    },
  ],
  undecided: [
    {
      title: "a kind or a value that is not known",
      resources: {
        any: balancer({ loadBalancerType: UNKNOWN }),
        edge: balancer({ loadBalancerType: "network", enableCrossZoneLoadBalancing: UNKNOWN }),
        old: classic({ crossZoneLoadBalancing: UNKNOWN }),
      },
      says: {
        any: "loadBalancerType is not known yet",
        edge: "enableCrossZoneLoadBalancing is not known yet",
        old: "crossZoneLoadBalancing is not known yet",
      },
    },
  ],
};
