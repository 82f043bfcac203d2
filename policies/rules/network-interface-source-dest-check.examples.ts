import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: Record<string, unknown>) => ({ type, props });
const instance = of("aws:ec2/instance:Instance");
const card = of("aws:ec2/networkInterface:NetworkInterface");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");

export const examples: Examples = {
  denied: [
    {
      title: "an instance, a network interface and a spot request that check nothing, in either spelling",
      resources: {
        web: instance({ sourceDestCheck: false, tags: { Name: "national-archive" } }),
        card: card({ sourceDestCheck: "false" }),
        spot: spot({ sourceDestCheck: false }),
      },
      says: {
        web: "sourceDestCheck is false; set it to true, or say by a tag that it forwards the traffic of others",
        card: "sourceDestCheck is false",
        spot: "sourceDestCheck is false",
      },
    },
    {
      title: "a tag with another value than the one that allows it",
      settings: { allowTags: ["role=router"] },
      resources: { web: instance({ sourceDestCheck: false, tags: { role: "web" } }) },
      says: { web: "sourceDestCheck is false" },
    },
  ],
  allowed: [
    {
      title: "what checks, which is the default",
      resources: { web: instance({}), card: card({ sourceDestCheck: true }), spot: spot({ sourceDestCheck: "true" }) },
    },
    {
      title: "a NAT instance, by either of its names",
      resources: {
        out: instance({ sourceDestCheck: false, tags: { Name: "shop-NAT-a" } }),
        "fck-nat": card({ sourceDestCheck: false }),
      },
    },
    {
      title: "a firewall with a tag that allows it",
      settings: { allowTags: ["role=firewall"] },
      resources: { wall: instance({ sourceDestCheck: false, tags: { role: "firewall" } }) },
    },
  ],
  undecided: [
    {
      title: "an instance of which that, or its name, is not known",
      resources: {
        web: instance({ sourceDestCheck: UNKNOWN }),
        api: instance({ sourceDestCheck: false, tags: { Name: UNKNOWN } }),
        card: card({ sourceDestCheck: false, tags: UNKNOWN }),
      },
      says: {
        web: "sourceDestCheck is not known yet",
        api: "tags is not known yet",
        card: "tags is not known yet",
      },
    },
  ],
};
