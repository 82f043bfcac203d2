import { loadBalancerType } from "../facts/load-balancers";
import { stated } from "../facts/stated";
import { asList, asText, at, holdsUnknown, UNKNOWN, type Unknown } from "../facts/value";
import { aclOf, associationsOf } from "../facts/web-acls";
import type { StackResource } from "../resource";
import { rule } from "../rule";

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html */
const groupName = "AWSManagedRulesKnownBadInputsRuleSet";

export const lbLog4jRule = rule({
  name: "lb-log4j-rule",
  displayName: "The web firewall knows Log4Shell",
  description:
    "The web ACL of a load balancer has AWS's rule group for known bad inputs, which stops Log4Shell among others.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  remediationSteps: `Add a rule with the managed rule group ${groupName} to the web ACL.`,
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const balancer of stack.ofType(loadBalancerType)) {
      for (const association of associationsOf(stack, balancer)) {
        const acl = aclOf(stack, association);
        const has = acl ? hasGroup(acl) : UNKNOWN;
        if (has === true) continue;
        if (has === UNKNOWN) on(balancer).undecided(acl ? `the rules of "${acl.name}"` : "its web ACL");
        else on(balancer).deny(`its web ACL "${acl?.name}" lacks ${groupName}; add it`);
      }
    }
  },
});

function hasGroup(acl: StackResource): boolean | Unknown {
  const { props } = stated(acl);
  const json = asText(at(props, "ruleJson"));
  if (typeof json === "string" && json.includes(groupName)) return true;
  const rules = asList(at(props, "rules"));
  if (json === UNKNOWN || rules === UNKNOWN) return UNKNOWN;
  const names = rules.map((entry) => at(entry, "statement", "managedRuleGroupStatement", "name"));
  // A group that only counts stops nothing.
  const counts = rules.map((entry) => at(entry, "overrideAction", "count") !== undefined);
  if (names.some((name, index) => name === groupName && !counts[index])) return true;
  return rules.some((entry) => holdsUnknown(at(entry, "statement"))) && UNKNOWN;
}
