import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });

export const examples: Examples = {
  denied: [
    {
      title: "load balancers that face the internet without the tag",
      resources: {
        web: balancer({}),
        api: balancer({ internal: "false", tags: { Exposure: "partners" } }),
        old: { type: "aws:elb/loadBalancer:LoadBalancer", props: {} },
      },
      says: {
        web: "internal is not true; set it, or tag the load balancer Exposure=internet",
        api: "internal is not true",
        old: "internal is not true",
      },
    },
  ],
  allowed: [
    {
      title: "internal ones, and those with the tag of the settings",
      resources: {
        api: balancer({ internal: true }),
        web: balancer({ tags: { Exposure: "internet" } }),
        old: { type: "aws:elb/loadBalancer:LoadBalancer", props: { internal: "true" } },
      },
    },
    {
      title: "a tag of any value, from the provider's default tags",
      resources: { web: balancer({}) },
      provider: { defaultTags: { tags: { Public: "yes" } } },
      settings: { allowTags: ["Public"] },
    },
  ],
  undecided: [
    {
      title: "a scheme or a tag that is not known",
      resources: {
        web: balancer({ internal: UNKNOWN }),
        api: balancer({ tags: { Exposure: UNKNOWN } }),
        all: balancer({ tags: UNKNOWN }),
      },
      says: { web: "internal is not known yet", api: "tags is not known yet", all: "tags is not known yet" },
    },
  ],
};
