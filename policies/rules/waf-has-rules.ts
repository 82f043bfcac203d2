import { stated } from "../facts/stated";
import { addedRules, ownRules, webAclType } from "../facts/web-acl-rules";
import { rule } from "../rule";

const types = [webAclType, "aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"];

export const wafHasRules = rule({
  name: "waf-has-rules",
  displayName: "Web ACLs have rules",
  description:
    "Every web ACL of AWS WAF has a rule or a rule group: without one it lets all requests through, or none.",
  why: "An ACL without rules looks like protection, and does no more than its default action.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10",
  remediationSteps: "Add rules, such as AWS's managed groups.",
  controls: { fsbp: ["WAF.4", "WAF.8", "WAF.10"] },
  types: [],
  subjects: types,
  // Rules can be resources of their own, so no ACL can be judged alone.
  stack({ stack, on }) {
    const { byAcl, isVague } = addedRules(stack);
    for (const acl of stack.ofType(...types)) {
      const { rules, unknown } = ownRules(stated(acl));
      if (rules.length > 0 || byAcl.has(acl)) continue;
      if (unknown) on(acl).undecided(unknown);
      else if (isVague && acl.type === webAclType) on(acl).undecided("the webAclArn of a rule");
      else on(acl).deny("it has no rules; add some, such as AWS's managed groups");
    }
  },
});
