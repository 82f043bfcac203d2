import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const counts = (cloudwatchMetricsEnabled: unknown) => ({
  visibilityConfig: { cloudwatchMetricsEnabled, metricName: "web", sampledRequestsEnabled: true },
});
const acl = (enabled: unknown, rules?: unknown, props: object = {}) => ({
  type: "aws:wafv2/webAcl:WebAcl",
  props: { scope: "REGIONAL", ...counts(enabled), rules, ...props },
});
const group = (enabled: unknown, rules?: unknown) => ({
  type: "aws:wafv2/ruleGroup:RuleGroup",
  props: { scope: "REGIONAL", capacity: 10, ...counts(enabled), rules },
});
const association = (props: object) => ({
  type: "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
  props: { ruleName: "common", priority: 1, webAclArn: "arn:acl", ...props },
});
const rule = (enabled: unknown) => ({ name: "rate", priority: 1, ...counts(enabled) });

export const examples: Examples = {
  denied: [
    {
      title: "web ACLs, groups and rules without metrics",
      resources: {
        web: acl(false),
        api: acl(true, [rule(true), rule("false")]),
        group: group(false, [rule(false)]),
        rate: { type: "aws:wafv2/webAclRule:WebAclRule", props: { webAclArn: "arn:acl", ...rule(false) } },
        common: association(counts(false)),
      },
      says: {
        web: "visibilityConfig.cloudwatchMetricsEnabled is not true; set it",
        api: "rules[1].visibilityConfig.cloudwatchMetricsEnabled is not true",
        group:
          "visibilityConfig.cloudwatchMetricsEnabled, rules[0].visibilityConfig.cloudwatchMetricsEnabled are not true",
        rate: "visibilityConfig.cloudwatchMetricsEnabled is not true",
        common: "visibilityConfig.cloudwatchMetricsEnabled is not true",
      },
    },
    {
      title: "rules that are written as JSON",
      resources: {
        web: acl(true, undefined, {
          ruleJson: JSON.stringify([{ Name: "rate", VisibilityConfig: { CloudWatchMetricsEnabled: false } }]),
        }),
      },
      says: { web: "visibilityConfig.cloudwatchMetricsEnabled of ruleJson[0] is not true" },
      beyondRemedy: ["web"],
    },
  ],
  allowed: [
    {
      title: "metrics everywhere",
      resources: {
        web: acl(true, [rule("true")], {
          ruleJson: JSON.stringify([{ Name: "rate", VisibilityConfig: { CloudWatchMetricsEnabled: true } }]),
        }),
        group: group(true, [rule(true)]),
      },
    },
    { title: "an association that leaves it to AWS", resources: { common: association({}) } },
  ],
  undecided: [
    {
      title: "metrics, or rules, that are not known",
      resources: { web: acl(UNKNOWN), api: acl(true, UNKNOWN), json: acl(true, undefined, { ruleJson: UNKNOWN }) },
      says: {
        web: "visibilityConfig.cloudwatchMetricsEnabled is not known yet",
        api: "rules is not known yet",
        json: "ruleJson is not known yet",
      },
    },
  ],
};
