import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { internal: true, ...props },
});
const classic = (props: Record<string, unknown>) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "a mode that only monitors",
      resources: {
        web: balancer({ desyncMitigationMode: "monitor" }),
        old: classic({ desyncMitigationMode: "monitor" }),
        alias: { type: "aws:alb/loadBalancer:LoadBalancer", props: { desyncMitigationMode: "monitor" } },
      },
      says: {
        web: 'desyncMitigationMode is "monitor"; set it to "defensive" or "strictest"',
        old: 'desyncMitigationMode is "monitor"',
        alias: 'desyncMitigationMode is "monitor"',
      },
    },
    {
      title: "AWS's default where the settings want the strictest",
      resources: { web: balancer({}) },
      settings: { modes: ["strictest"] },
      says: { web: 'desyncMitigationMode is "defensive"; set it to "strictest"' },
    },
  ],
  allowed: [
    {
      title: "the default, said or not, and the strictest",
      resources: {
        silent: balancer({}),
        said: balancer({ desyncMitigationMode: "defensive" }),
        strict: classic({ desyncMitigationMode: "strictest" }),
      },
    },
    {
      title: "load balancers that read no requests",
      resources: {
        edge: balancer({ loadBalancerType: "network", desyncMitigationMode: "monitor" }),
        inspect: balancer({ loadBalancerType: "gateway" }),
      },
    },
  ],
  undecided: [
    {
      title: "a mode or a kind that is not known",
      resources: {
        web: balancer({ desyncMitigationMode: UNKNOWN }),
        any: balancer({ loadBalancerType: UNKNOWN, desyncMitigationMode: "monitor" }),
      },
      says: { web: "desyncMitigationMode is not known yet", any: "loadBalancerType is not known yet" },
    },
  ],
};
