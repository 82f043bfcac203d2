import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const ssh = { protocol: "tcp", fromPort: 22, toPort: 22 };
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const emptyGroup = { type: "aws:ec2/securityGroup:SecurityGroup", props: { description: "web" } };
const oldRule = (props: object) => ({
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  props: { type: "ingress", securityGroupId: "sg-0a1b2c3d", ...ssh, ...props },
});
const newRule = (props: object) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { securityGroupId: "sg-0a1b2c3d", ipProtocol: "tcp", fromPort: 22, toPort: 22, ...props },
});
const nodes = (props: object) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { clusterName: "main", ...props } });
const sshSetting = (value: unknown) => ({
  settings: [
    { namespace: "aws:autoscaling:asg", name: "MinSize", value: "2" },
    { namespace: "aws:autoscaling:launchconfiguration", name: "SSHSourceRestriction", value },
  ],
});

export const examples: Examples = {
  denied: [
    {
      title: "an inline rule for 0.0.0.0/0 (missed by awsguard)",
      resources: { web: group({ ...ssh, cidrBlocks: ["0.0.0.0/0"] }) },
      says: { web: "ingress[0] opens 22/tcp to the world (0.0.0.0/0); let in a security group or a narrow CIDR" },
    },
    {
      title: "a /0 in odd spellings, also in the default group of a network (missed by compliance-policies)",
      resources: {
        long: group({ ...ssh, ipv6CidrBlocks: ["0000:0000:0000:0000:0000:0000:0000:0000/0"] }),
        own: {
          type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          props: { ingress: [{ ...ssh, cidrBlocks: ["203.0.113.7/0"] }] },
        },
      },
      says: { long: "(0000:0000:0000:0000:0000:0000:0000:0000/0)", own: "(203.0.113.7/0)" },
    },
    {
      title: "every open rule by its place",
      resources: {
        web: group(
          { ...ssh, cidrBlocks: ["0.0.0.0/0"] },
          { ...ssh, cidrBlocks: ["10.0.0.0/8"] },
          { ...ssh, ipv6CidrBlocks: ["0::/0"] },
        ),
      },
      says: { web: ["ingress[0] opens", "ingress[2] opens"] },
    },
    {
      title: "a range that holds port 22, its numbers spelled as text",
      resources: { web: group({ protocol: "6", fromPort: "0", toPort: "65535", cidrBlocks: ["0.0.0.0/0"] }) },
      says: { web: "ingress[0] opens 22/tcp" },
    },
    {
      title: "all protocols, whatever ports the rule names",
      resources: {
        a: group({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }),
        b: group({ protocol: -1, fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }),
        c: group({ protocol: "All", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }),
      },
      says: { a: "22/tcp", b: "22/tcp", c: "22/tcp" },
    },
    {
      title: "an open rule beside `self`, a source group and a prefix list (missed by checkov CKV_AWS_24)",
      resources: {
        web: group({
          ...ssh,
          self: true,
          securityGroups: ["sg-1"],
          prefixListIds: ["pl-1"],
          cidrBlocks: ["0.0.0.0/0"],
        }),
      },
      settings: { allowedPrefixLists: ["pl-1"] },
      says: { web: "ingress[0] opens" },
    },
    {
      title: "the two halves of the internet in one rule (missed by checkov CKV_AWS_24)",
      resources: { web: group({ ...ssh, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }) },
      says: { web: "(0.0.0.0/1, 128.0.0.0/1)" },
    },
    {
      title: "the pieces of the internet over rules of one group",
      resources: {
        web: group({ ...ssh, cidrBlocks: ["8.0.0.0/8"] }, { ...ssh, cidrBlocks: ["12.0.0.0/8"] }),
      },
      says: { web: "ingress[0] and ingress[1] together open 22/tcp to the world (8.0.0.0/8, 12.0.0.0/8)" },
    },
    {
      title: "another port on which SSH listens",
      resources: { web: group({ protocol: "tcp", fromPort: 2222, toPort: 2222, cidrBlocks: ["0.0.0.0/0"] }) },
      settings: { ports: [22, 2222] },
      says: { web: "opens 2222/tcp" },
    },
    {
      title:
        "rule resources, old and new, and one for all protocols that names no ports (missed by compliance-policies)",
      resources: {
        old: oldRule({ cidrBlocks: ["0.0.0.0/0"] }),
        new: newRule({ cidrIpv6: "::/0" }),
        all: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
        },
      },
      says: { old: "it opens 22/tcp to the world (0.0.0.0/0)", new: "(::/0)", all: "it opens 22/tcp to the world" },
    },
    {
      title: "halves of the internet in two rule resources of a group",
      resources: {
        web: emptyGroup,
        low: newRule({ securityGroupId: ref("web"), cidrIpv4: "0.0.0.0/2" }),
        high: oldRule({ securityGroupId: ref("web"), cidrBlocks: ["128.0.0.0/1"] }),
        a: newRule({ securityGroupId: ref("web"), cidrIpv6: "1000::/16" }),
        b: newRule({ securityGroupId: ref("web"), cidrIpv6: "2a00::/16" }),
      },
      says: {
        low: "(0.0.0.0/2)",
        high: "(128.0.0.0/1)",
        web: 'rule "a" and rule "b" together open 22/tcp to the world (1000::/16, 2a00::/16)',
      },
    },
    {
      title: "a piece in the group and a piece in a rule resource",
      resources: {
        web: group({ ...ssh, cidrBlocks: ["8.0.0.0/8"] }),
        more: newRule({ securityGroupId: ref("web"), cidrIpv4: "12.0.0.0/8" }),
      },
      says: { web: 'ingress[0] and rule "more" together open 22/tcp' },
    },
    {
      title: "an EKS node group with a key and no source groups",
      resources: {
        a: nodes({ remoteAccess: { ec2SshKey: "ops" } }),
        b: nodes({ amiType: "AL2023_ARM_64_STANDARD", remoteAccess: { ec2SshKey: "ops", sourceSecurityGroupIds: [] } }),
      },
      says: {
        a: "remoteAccess without sourceSecurityGroupIds opens 22/tcp to the world (0.0.0.0/0)",
        b: "remoteAccess without sourceSecurityGroupIds opens 22/tcp",
      },
    },
    {
      title: "a Beanstalk environment or template with an open source restriction",
      resources: {
        env: { type: "aws:elasticbeanstalk/environment:Environment", props: sshSetting("tcp, 22, 22, 0.0.0.0/0") },
        saved: {
          type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
          props: sshSetting("tcp,22,22,0.0.0.0/0"),
        },
      },
      says: { env: "settings[1] (SSHSourceRestriction) opens 22/tcp", saved: "settings[1] (SSHSourceRestriction)" },
    },
  ],
  allowed: [
    {
      title: "the web ports open to the world (a false alarm of compliance-policies)",
      resources: {
        web: group(
          { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "tcp", fromPort: 443, toPort: 443, ipv6CidrBlocks: ["::/0"] },
        ),
      },
    },
    {
      title: "port 22 over UDP, ports around it, and ICMP",
      resources: {
        web: group(
          { protocol: "udp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "tcp", fromPort: 0, toPort: 21, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "tcp", fromPort: 23, toPort: 65535, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] },
        ),
      },
    },
    {
      title: "SSH from private addresses, however many",
      resources: {
        web: group({
          ...ssh,
          cidrBlocks: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
          ipv6CidrBlocks: ["fc00::/7"],
        }),
      },
    },
    {
      title: "SSH from a few public addresses and from a group",
      resources: {
        web: group({ ...ssh, cidrBlocks: ["203.0.113.0/24", "198.51.100.7/32"], securityGroups: [ref("bastion")] }),
        bastion: emptyGroup,
      },
    },
    { title: "an egress rule", resources: { out: oldRule({ type: "egress", cidrBlocks: ["0.0.0.0/0"] }) } },
    {
      title: "an EKS node group with source groups, or without a key",
      resources: {
        ops: emptyGroup,
        a: nodes({ remoteAccess: { ec2SshKey: "ops", sourceSecurityGroupIds: [ref("ops")] } }),
        b: nodes({}),
        windows: nodes({ amiType: "WINDOWS_CORE_2022_x86_64", remoteAccess: { ec2SshKey: "ops" } }),
      },
    },
    {
      title: "a Beanstalk environment that lets in a group or an office",
      resources: {
        a: { type: "aws:elasticbeanstalk/environment:Environment", props: sshSetting("tcp, 22, 22, sg-903004f8") },
        b: { type: "aws:elasticbeanstalk/environment:Environment", props: sshSetting("tcp, 22, 22, 203.0.113.7/32") },
        c: { type: "aws:elasticbeanstalk/environment:Environment", props: {} },
      },
    },
  ],
  undecided: [
    {
      title: "a source that is not known (an error of cdk-nag EC2RestrictedSSH)",
      resources: {
        web: group({ ...ssh, cidrBlocks: ["10.0.0.0/8", UNKNOWN] }),
        ssh: newRule({ cidrIpv6: UNKNOWN }),
      },
      says: { web: "ingress[0].cidrBlocks is not known yet", ssh: "cidrIpv6 is not known yet" },
    },
    {
      title: "a list of rules that is not known",
      resources: {
        web: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: UNKNOWN } },
        env: { type: "aws:elasticbeanstalk/environment:Environment", props: { settings: UNKNOWN } },
      },
      says: { web: "ingress is not known yet", env: "settings is not known yet" },
    },
    {
      title: "an open rule whose ports or direction are not known",
      resources: {
        web: group({ protocol: "tcp", fromPort: 0, toPort: UNKNOWN, cidrBlocks: ["0.0.0.0/0"] }),
        rule: oldRule({ type: UNKNOWN, cidrBlocks: ["0.0.0.0/0"] }),
      },
      says: { web: "the port range of ingress[0] is not known yet", rule: "type is not known yet" },
    },
    {
      title: "an EKS node group or a Beanstalk environment whose source is not known",
      resources: {
        nodes: nodes({ remoteAccess: { ec2SshKey: "ops", sourceSecurityGroupIds: UNKNOWN } }),
        env: { type: "aws:elasticbeanstalk/environment:Environment", props: sshSetting(UNKNOWN) },
      },
      says: { nodes: "remoteAccess.sourceSecurityGroupIds is not known", env: "settings[1].value is not known yet" },
    },
  ],
};
