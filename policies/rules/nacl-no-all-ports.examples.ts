import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const entry = (ruleNo: number, protocol: unknown, fromPort: unknown, toPort: unknown, props: object = {}) => ({
  ...{ ruleNo, action: "allow", protocol, fromPort, toPort, cidrBlock: "0.0.0.0/0" },
  ...props,
});
const acl = (...ingress: unknown[]) => ({ type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1", ingress } });
const rule = (networkAclId: unknown, props: object = {}) => ({
  type: "aws:ec2/networkAclRule:NetworkAclRule",
  props: {
    ...{ networkAclId, ruleNumber: 100, ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0" },
    ...props,
  },
});

export const examples: Examples = {
  denied: [
    {
      title: "every protocol from the world",
      resources: { web: acl(entry(100, "-1", 0, 0)) },
      says: { web: "ingress[0] (rule 100) opens every tcp port and every udp port to the world (0.0.0.0/0)" },
    },
    {
      title: "every port of one protocol, in IPv6",
      resources: { web: acl(entry(100, "6", "0", "65535", { cidrBlock: undefined, ipv6CidrBlock: "::/0" })) },
      says: { web: "opens every tcp port to the world (::/0)" },
    },
    {
      title: "all ports after a few were denied",
      resources: { web: acl(entry(90, "tcp", 22, 22, { action: "deny" }), entry(100, "-1", 0, 0)) },
      says: { web: "ingress[1] (rule 100) opens every tcp port and every udp port" },
    },
    {
      title: "a rule that is a resource",
      resources: {
        web: { type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1" } },
        all: rule(ref("web")),
      },
      says: { all: "it opens every tcp port and every udp port to the world" },
    },
  ],
  allowed: [
    {
      title: "the web ports and replies from the world, and all ports of the network",
      resources: {
        web: acl(
          entry(100, "-1", 0, 0, { cidrBlock: "10.0.0.0/16" }),
          entry(110, "tcp", 443, 443),
          entry(120, "tcp", 1024, 65535),
        ),
      },
    },
    {
      title: "the default ACL, which stands in for what nobody decided",
      resources: {
        net: { type: "aws:ec2/vpc:Vpc", props: { defaultNetworkAclId: ref("net", "defaultNetworkAclId") } },
        own: {
          type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          props: { defaultNetworkAclId: "acl-1", ingress: [entry(100, "-1", 0, 0)] },
        },
        more: rule(ref("net", "defaultNetworkAclId")),
      },
    },
    {
      title: "what an earlier rule denies, and egress",
      resources: {
        web: {
          type: "aws:ec2/networkAcl:NetworkAcl",
          props: {
            ingress: [entry(90, "-1", 0, 0, { action: "deny" }), entry(100, "-1", 0, 0)],
            egress: [entry(100, "-1", 0, 0)],
          },
        },
        out: rule("acl-1", { egress: true }),
      },
    },
  ],
  undecided: [
    {
      title: "a source or rules that are not known",
      resources: {
        web: acl(entry(100, "-1", 0, 0, { cidrBlock: UNKNOWN })),
        all: { type: "aws:ec2/networkAcl:NetworkAcl", props: { ingress: UNKNOWN } },
        rule: rule("acl-1", { cidrBlock: UNKNOWN }),
      },
      says: {
        web: "the source of ingress[0] (rule 100) is not known yet",
        all: "ingress is not known yet",
        rule: "the source is not known yet",
      },
    },
  ],
};
