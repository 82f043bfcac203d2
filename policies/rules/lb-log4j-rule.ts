import { loadBalancerType } from "../facts/load-balancers";
import { groupStops } from "../facts/managed-rule-groups";
import { UNKNOWN } from "../facts/value";
import { addedRules } from "../facts/web-acl-rules";
import { aclOf, associationsOf } from "../facts/web-acls";
import { rule } from "../rule";

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html */
const groupName = "AWSManagedRulesKnownBadInputsRuleSet";

export const lbLog4jRule = rule({
  name: "lb-log4j-rule",
  displayName: "The web firewall knows Log4Shell",
  description:
    "The web ACL of a load balancer has AWS's rule group for known bad inputs, which stops Log4Shell among others.",
  why: "Log4Shell needs no more than a text in a request that some library behind the load balancer logs, and it is still tried everywhere.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  remediationSteps: `Add a rule with the managed rule group ${groupName} to the web ACL.`,
  controls: {},
  types: [],
  stack({ stack, on }) {
    const added = addedRules(stack);
    for (const balancer of stack.ofType(loadBalancerType)) {
      for (const association of associationsOf(stack, balancer)) {
        const acl = aclOf(stack, association);
        const has = acl ? groupStops(acl, groupName, added).stops : UNKNOWN;
        if (has === true) continue;
        if (has === UNKNOWN) on(balancer).undecided(acl ? `the rules of "${acl.name}"` : "its web ACL");
        else on(balancer).deny(`its web ACL "${acl?.name}" lacks ${groupName}; add it`);
      }
    }
  },
});
