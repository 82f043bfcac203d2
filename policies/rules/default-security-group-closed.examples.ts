import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const closed = (props: Record<string, unknown>) => ({
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  props,
});

export const examples: Examples = {
  denied: [
    {
      title: "a VPC whose default group nobody took over",
      resources: { net: vpc, other: vpc, "other-default": closed({ vpcId: ref("other") }) },
      says: { net: "its default security group keeps AWS's open rules; add a DefaultSecurityGroup" },
      beyondRemedy: ["net"],
    },
    {
      title: "a default group with rules",
      resources: {
        net: vpc,
        group: closed({
          vpcId: ref("net"),
          ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
          egress: [{ protocol: "-1" }, { protocol: "tcp" }],
        }),
      },
      says: { group: ["ingress has 1 rule; remove them", "egress has 2 rules; remove them"] },
    },
    {
      title: "a rule resource that opens a default group again",
      resources: {
        net: vpc,
        group: closed({ vpcId: ref("net") }),
        out: {
          type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          props: { securityGroupId: ref("group"), ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
        },
      },
      says: { out: "it opens a default security group" },
      beyondRemedy: ["out"],
    },
    {
      title: "a rule resource that names the default group as an output of the VPC",
      resources: {
        net: { type: vpc.type, props: { ...vpc.props, defaultSecurityGroupId: ref("net", "defaultSecurityGroupId") } },
        group: closed({ vpcId: ref("net") }),
        in: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", securityGroupId: ref("net", "defaultSecurityGroupId"), protocol: "tcp" },
        },
      },
      says: { in: "it opens a default security group" },
      beyondRemedy: ["in"],
    },
  ],
  allowed: [
    {
      title: "a default group without rules, and rules of another group",
      resources: {
        net: vpc,
        group: closed({ vpcId: ref("net"), ingress: [], egress: [] }),
        web: { type: "aws:ec2/securityGroup:SecurityGroup", props: { vpcId: ref("net") } },
        https: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { securityGroupId: ref("web"), ipProtocol: "tcp", fromPort: 443, toPort: 443 },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a default group whose rules are not known",
      resources: { net: vpc, group: closed({ vpcId: ref("net"), ingress: UNKNOWN }) },
      says: { group: "ingress is not known yet" },
    },
  ],
};
