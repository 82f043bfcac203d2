import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const acl = (props: Record<string, unknown> = {}) => ({
  type: "aws:wafv2/webAcl:WebAcl",
  props: { scope: "REGIONAL", defaultAction: { allow: {} }, ...props },
});
const classic = (module: "waf" | "wafregional", rules: unknown) => ({
  type: `aws:${module}/webAcl:WebAcl`,
  props: { metricName: "web", rules },
});
const added = (webAclArn: unknown) => ({
  type: "aws:wafv2/webAclRule:WebAclRule",
  props: { webAclArn, name: "rate", priority: 1, statement: { rateBasedStatement: { limit: 500 } } },
});
const one = { name: "rate", priority: 1, statement: { rateBasedStatement: { limit: 500 } } };

export const examples: Examples = {
  denied: [
    {
      title: "web ACLs of either generation without rules",
      resources: {
        empty: acl(),
        none: acl({ rules: [] }),
        json: acl({ ruleJson: "[]" }),
        global: classic("waf", []),
        regional: classic("wafregional", undefined),
      },
      says: {
        empty: "it has no rules; add some, such as AWS's managed groups",
        none: "it has no rules",
        json: "it has no rules",
        global: "it has no rules",
        regional: "it has no rules",
      },
    },
    {
      title: "a web ACL beside one that has rules",
      resources: { web: acl(), api: acl(), rate: added(ref("api", "arn")) },
      says: { web: "it has no rules" },
    },
  ],
  allowed: [
    {
      title: "rules inside the web ACL, as a list or as JSON",
      resources: {
        list: acl({ rules: [one] }),
        json: acl({ ruleJson: JSON.stringify([{ Name: "rate", Statement: { RateBasedStatement: { Limit: 500 } } }]) }),
        global: classic("waf", [{ priority: 1, ruleId: "r-1" }]),
      },
    },
    {
      title: "rules and groups that are resources of their own",
      resources: {
        web: acl(),
        rate: added(ref("web", "arn")),
        api: acl({ arn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1" }),
        group: {
          type: "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
          props: {
            webAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1",
            managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" },
          },
        },
      },
    },
  ],
  undecided: [
    {
      title: "rules that are not known",
      resources: {
        parameter: { type: "aws:ssm/parameter:Parameter", props: {} },
        web: acl({ ruleJson: ref("parameter", "value") }),
      },
      says: { web: "ruleJson is not known yet" },
    },
    {
      title: "a rule of which the web ACL is not known",
      resources: { web: acl(), rate: added(UNKNOWN) },
      says: { web: "the webAclArn of a rule is not known yet" },
    },
  ],
};
