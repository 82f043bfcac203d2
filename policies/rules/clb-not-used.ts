import { classicType } from "../facts/load-balancers";
import { rule } from "../rule";

export const clbNotUsed = rule({
  name: "clb-not-used",
  displayName: "No classic load balancers",
  description:
    "Load balancers are of the current generation: a classic one knows no routes, target groups or web firewall.",
  why: "AWS improves the current kinds alone: routes by path, redirects, HTTP/2 and AWS WAF are not to be had on a classic one.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html",
  remediationSteps: "Use an aws.lb.LoadBalancer: for HTTP an application, for TCP and UDP a network load balancer.",
  controls: {},
  types: [classicType],
  resource({ deny }) {
    deny("classic load balancers are the previous generation; use an aws.lb.LoadBalancer");
  },
});
