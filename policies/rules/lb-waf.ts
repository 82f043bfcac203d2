import { balancerClass, facesInternet, loadBalancerType } from "../facts/load-balancers";
import { stated } from "../facts/stated";
import { UNKNOWN } from "../facts/value";
import { associationsOf, hasOpenAssociation } from "../facts/web-acls";
import { rule } from "../rule";

export const lbWaf = rule({
  name: "lb-waf",
  displayName: "A web firewall stands before the internet's requests",
  description: "An Application Load Balancer that faces the internet has a web ACL of AWS WAF.",
  why: "A load balancer passes on whatever comes: injections, scanners and floods reach the application unless something before it stops them.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16",
  remediationSteps: "Add an aws.wafv2.WebAclAssociation with the ARN of the load balancer as its resourceArn.",
  controls: { fsbp: ["ELB.16"] },
  types: [],
  subjects: [loadBalancerType],
  stack({ stack, on }) {
    for (const balancer of stack.ofType(loadBalancerType)) {
      const own = stated(balancer);
      const kind = balancerClass(own);
      const faces = facesInternet(own);
      if (faces === false || (kind !== UNKNOWN && kind !== "application")) continue;
      if (associationsOf(stack, balancer).length > 0) continue;
      if (kind === UNKNOWN) on(balancer).undecided("loadBalancerType");
      else if (faces === UNKNOWN) on(balancer).undecided("internal");
      else if (hasOpenAssociation(stack)) on(balancer).undecided("the resourceArn of a WebAclAssociation");
      else on(balancer).deny("it faces the internet without a web ACL; add an aws.wafv2.WebAclAssociation");
    }
  },
});
