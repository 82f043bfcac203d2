import { type Examples, ref } from "../examples";

const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", props: {} };
const acl = (props: Record<string, unknown>) => ({
  type: "aws:wafv2/webAcl:WebAcl",
  props: { scope: "REGIONAL", ...props },
});
const association = (webAclArn: unknown) => ({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  props: { resourceArn: ref("web", "arn"), webAclArn },
});
const group = (name: unknown, action: object = { overrideAction: { none: {} } }) => ({
  name: "managed",
  priority: 1,
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
  ...action,
});
const knownBad = "AWSManagedRulesKnownBadInputsRuleSet";

export const examples: Examples = {
  denied: [
    {
      title: "a web ACL without the group, or that only counts what it finds",
      resources: {
        web: balancer,
        acl: acl({
          rules: [group("AWSManagedRulesCommonRuleSet"), group(knownBad, { overrideAction: { count: {} } })],
        }),
        waf: association(ref("acl", "arn")),
      },
      says: { web: `its web ACL "acl" lacks ${knownBad}; add it` },
    },
  ],
  allowed: [
    {
      title: "a web ACL with the group",
      resources: { web: balancer, acl: acl({ rules: [group(knownBad)] }), waf: association(ref("acl", "arn")) },
    },
    {
      title: "a web ACL with the group in its JSON",
      resources: {
        web: balancer,
        acl: acl({ ruleJson: JSON.stringify([group(knownBad)]) }),
        waf: association(ref("acl", "arn")),
      },
    },
    { title: "a load balancer without a web ACL, of which another policy speaks", resources: { web: balancer } },
  ],
  undecided: [
    {
      title: "a web ACL of another stack",
      resources: { web: balancer, waf: association("arn:aws:wafv2:eu-west-1:1:regional/webacl/x/1") },
      says: { web: "its web ACL is not known yet" },
    },
    {
      title: "rules that are not known",
      resources: {
        name: { type: "aws:ssm/parameter:Parameter", props: {} },
        web: balancer,
        acl: acl({ rules: [group(ref("name", "value"))] }),
        waf: association(ref("acl", "arn")),
      },
      says: { web: 'the rules of "acl" is not known yet' },
    },
  ],
};
