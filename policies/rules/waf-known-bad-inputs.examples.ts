import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const knownBad = "AWSManagedRulesKnownBadInputsRuleSet";
const acl = (...rules: unknown[]) => ({ type: "aws:wafv2/webAcl:WebAcl", props: { scope: "REGIONAL", rules } });
const group = (name: unknown, more: object = {}, overrideAction: unknown = { none: {} }) => ({
  name: "managed",
  priority: 1,
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ...more } },
  overrideAction,
});
const override = (name: string, action: string) => ({
  ruleActionOverrides: [{ name, actionToUse: { [action]: {} } }],
});
const association = (webAclArn: unknown, props: object = {}) => ({
  type: "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
  props: { webAclArn, ruleName: "bad", priority: 2, managedRuleGroup: { vendorName: "AWS", name: knownBad }, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a web ACL without the group",
      resources: { web: acl(group("AWSManagedRulesCommonRuleSet")), none: acl() },
      says: {
        web: `no rule of it stops what ${knownBad} finds; add the group, not to count`,
        none: `no rule of it stops what ${knownBad} finds`,
      },
    },
    {
      title: "a group that only counts, or whose rules against Log4Shell do",
      resources: {
        counts: acl(group(knownBad, {}, { count: {} })),
        header: acl(group(knownBad, override("Log4JRCE_HEADER", "count"))),
        lets: acl(group(knownBad, override("Log4JRCE_BODY", "allow"))),
        json: {
          type: "aws:wafv2/webAcl:WebAcl",
          props: {
            ruleJson: JSON.stringify([
              { Statement: { ManagedRuleGroupStatement: { Name: knownBad } }, OverrideAction: { Count: {} } },
            ]),
          },
        },
        added: acl(),
        association: association(ref("added", "arn"), { overrideAction: "count" }),
      },
      says: {
        counts: "no rule of it stops",
        header: "no rule of it stops",
        lets: "no rule of it stops",
        json: "no rule of it stops",
        added: "no rule of it stops",
      },
    },
    {
      title: "another group that the settings ask for",
      settings: { groups: [knownBad, "AWSManagedRulesAnonymousIpList"] },
      resources: { web: acl(group(knownBad)) },
      says: { web: "no rule of it stops what AWSManagedRulesAnonymousIpList finds" },
    },
  ],
  allowed: [
    {
      title: "the group, in a list, as JSON, and by resources of its own",
      resources: {
        list: acl(group("AWSManagedRulesCommonRuleSet"), group(knownBad)),
        json: {
          type: "aws:wafv2/webAcl:WebAcl",
          props: {
            ruleJson: JSON.stringify([
              { Statement: { ManagedRuleGroupStatement: { Name: knownBad } }, OverrideAction: { None: {} } },
            ]),
          },
        },
        added: acl(),
        association: association(ref("added", "arn")),
        other: acl(),
        rule: {
          type: "aws:wafv2/webAclRule:WebAclRule",
          props: { webAclArn: ref("other", "arn"), ...group(knownBad) },
        },
      },
    },
    {
      title: "the group with another of its rules counted, or this one asked twice",
      resources: {
        some: acl(group(knownBad, override("Host_localhost_HEADER", "count"))),
        captcha: acl(group(knownBad, override("Log4JRCE_HEADER", "captcha"))),
        tried: acl(group(knownBad, {}, { count: {} }), group(knownBad)),
      },
    },
  ],
  undecided: [
    {
      title: "rules, or what one says, that is not known",
      resources: {
        parameter: { type: "aws:ssm/parameter:Parameter", props: {} },
        name: acl(group(ref("parameter", "value"))),
        json: { type: "aws:wafv2/webAcl:WebAcl", props: { ruleJson: ref("parameter", "value") } },
      },
      says: { name: "what one of its rules says is not known yet", json: "ruleJson is not known yet" },
    },
    {
      title: "a group of which the web ACL is not known",
      resources: { web: acl(), association: association(UNKNOWN) },
      says: { web: "the webAclArn of a rule is not known yet" },
    },
  ],
};
