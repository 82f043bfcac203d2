import { loadBalancerPlaces, spreadAlone, spreadInStack } from "../facts/zones";
import { rule } from "../rule";
import { integer } from "../settings";

const types = ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"];

export const lbMultiAz = rule({
  name: "lb-multi-az",
  displayName: "Load balancers span zones",
  description: "A load balancer of any kind has subnets in at least two availability zones.",
  why: "With subnets in one zone, its outage takes the whole service away, however many servers run elsewhere.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13",
  remediationSteps: "Give the load balancer a subnet in each of two or more availability zones.",
  controls: { fsbp: ["ELB.10", "ELB.13"] },
  settings: { min: integer(2, "The number of zones that a load balancer must span.", { minimum: 1 }) },
  types,
  resource({ resource, settings: { min }, deny }) {
    const alone = spreadAlone(resource, loadBalancerPlaces);
    if (!alone) deny(`it names no subnets; give it subnets of ${min} zones`);
    else if (alone.atMost < min) deny(`${alone.says}; give it subnets of ${min} zones`);
  },
  stack({ stack, settings: { min }, on }) {
    for (const balancer of stack.ofType(...types)) {
      const alone = spreadAlone(balancer, loadBalancerPlaces);
      if (!alone || alone.atMost < min || alone.atLeast >= min) continue;
      const { atLeast, atMost, says } = spreadInStack(stack, balancer, loadBalancerPlaces);
      if (atMost < min) on(balancer).deny(`${says}; give it subnets of ${min} zones`);
      else if (atLeast < min) on(balancer).undecided("the zones of its subnets");
    }
  },
});
