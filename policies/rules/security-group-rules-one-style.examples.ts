import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const group = (props: Record<string, unknown>) => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  props: { description: "web", ...props },
});
const ingressRule = (securityGroupId: unknown) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { securityGroupId, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/8" },
});
const egressRule = (securityGroupId: unknown) => ({
  type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  props: { securityGroupId, ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
});
const olderRule = (securityGroupId: unknown, type: unknown) => ({
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  props: { securityGroupId, type, ...https },
});

export const examples: Examples = {
  denied: [
    {
      title: "inline ingress beside rule resources, new and old",
      resources: {
        web: group({ ingress: [https] }),
        http: ingressRule(ref("web")),
        more: olderRule(ref("web"), "ingress"),
      },
      says: {
        web: 'it has inline ingress beside rules "more", "http", and each removes the other\'s; state all of its rules in one',
      },
    },
    {
      title: "inline egress beside rule resources",
      resources: { web: group({ egress: [https] }), out: egressRule(ref("web")), old: olderRule(ref("web"), "egress") },
      says: { web: 'it has inline egress beside rules "old", "out"' },
    },
    {
      title: "inline rules of a group whose rules another resource keeps to a list",
      resources: {
        web: group({ ingress: [https] }),
        only: {
          type: "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive",
          props: { securityGroupId: ref("web"), ingressRuleIds: [], egressRuleIds: [] },
        },
      },
      says: { web: 'it has inline ingress beside rule "only"' },
    },
    {
      title: "a rule of a default group that the stack takes over",
      resources: {
        own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: {} },
        http: ingressRule(ref("own")),
      },
      says: { own: 'it removes the ingress of rule "http"; state all of its rules in one place' },
    },
  ],
  allowed: [
    { title: "inline rules alone", resources: { web: group({ ingress: [https], egress: [https] }) } },
    {
      title: "rule resources alone",
      resources: { web: group({}), http: ingressRule(ref("web")), out: egressRule(ref("web")) },
    },
    {
      title: "inline ingress beside egress that is resources",
      resources: { web: group({ ingress: [https] }), out: egressRule(ref("web")) },
    },
    {
      title: "rule resources of another group, and of one that is not in the stack",
      resources: {
        web: group({ ingress: [https], egress: [https] }),
        db: group({}),
        http: ingressRule(ref("db")),
        out: egressRule("sg-0a1b2c3d"),
      },
    },
  ],
  undecided: [
    {
      title: "a rule whose direction is not known",
      resources: { web: group({ ingress: [https] }), old: olderRule(ref("web"), UNKNOWN) },
      says: { web: 'the type of rule "old" is not known yet' },
    },
    {
      title: "inline rules that are not known",
      resources: { web: group({ ingress: UNKNOWN }), http: ingressRule(ref("web")) },
      says: { web: "ingress is not known yet" },
    },
  ],
};
