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
const prefixList = (...cidrs: unknown[]) => ({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  props: { addressFamily: "IPv4", maxEntries: 5, entries: cidrs.map((cidr) => ({ cidr })) },
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
      title: "an inline rule for 0.0.0.0/0",
      resources: { web: group({ ...ssh, cidrBlocks: ["0.0.0.0/0"] }) },
      says: { web: "ingress[0] opens 22/tcp to the world (0.0.0.0/0); let in a security group or a narrow CIDR" },
    },
    {
      title: "an inline rule for ::/0 in its longest spelling",
      resources: { web: group({ ...ssh, ipv6CidrBlocks: ["0000:0000:0000:0000:0000:0000:0000:0000/0"] }) },
      says: { web: "(0000:0000:0000:0000:0000:0000:0000:0000/0)" },
    },
    {
      title: "a /0 that is written with an address of its own",
      resources: { web: group({ ...ssh, cidrBlocks: ["203.0.113.7/0"] }) },
      says: { web: "(203.0.113.7/0)" },
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
      title: "an open rule beside `self`, a source group and a prefix list",
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
      title: "the two halves of the internet in one rule",
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
      title: "sources wider than the settings allow",
      resources: { web: group({ ...ssh, cidrBlocks: ["198.51.0.0/16"] }) },
      settings: { maxPublicPrefix: 24 },
      says: { web: "(198.51.0.0/16)" },
    },
    {
      title: "another port on which SSH listens",
      resources: { web: group({ protocol: "tcp", fromPort: 2222, toPort: 2222, cidrBlocks: ["0.0.0.0/0"] }) },
      settings: { ports: [22, 2222] },
      says: { web: "opens 2222/tcp" },
    },
    {
      title: "the default group of a network",
      resources: {
        closed: {
          type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          props: { ingress: [{ ...ssh, cidrBlocks: ["0.0.0.0/0"] }] },
        },
      },
      says: { closed: "ingress[0] opens" },
    },
    {
      title: "an older rule resource",
      resources: { ssh: oldRule({ cidrBlocks: ["0.0.0.0/0"] }) },
      says: { ssh: "it opens 22/tcp to the world (0.0.0.0/0)" },
    },
    {
      title: "a rule resource for ::/0",
      resources: { ssh: newRule({ cidrIpv6: "::/0" }) },
      says: { ssh: "it opens 22/tcp to the world (::/0)" },
    },
    {
      title: "a rule resource for all protocols that names no ports",
      resources: {
        ssh: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
        },
      },
      says: { ssh: "it opens 22/tcp" },
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
      title: "pieces in rule resources of a group that the stack does not have",
      resources: { a: newRule({ cidrIpv4: "8.0.0.0/8" }), b: newRule({ cidrIpv4: "12.0.0.0/8" }) },
      says: { a: 'rule "a" and rule "b" together open 22/tcp' },
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
      title: "a prefix list that holds the internet",
      resources: {
        everyone: prefixList("0.0.0.0/0"),
        web: group({ ...ssh, prefixListIds: [ref("everyone")] }),
        ssh: newRule({ prefixListId: ref("everyone") }),
      },
      says: {
        web: 'ingress[0] by prefix list "everyone" opens 22/tcp to the world (0.0.0.0/0)',
        ssh: 'it by prefix list "everyone" opens 22/tcp',
      },
    },
    {
      title: "a prefix list whose open entry is a resource of its own",
      resources: {
        office: { type: "aws:ec2/managedPrefixList:ManagedPrefixList", props: { addressFamily: "IPv4" } },
        all: {
          type: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
          props: { prefixListId: ref("office"), cidr: "0.0.0.0/0" },
        },
        ssh: oldRule({ prefixListIds: [ref("office")] }),
      },
      says: { ssh: 'it by prefix list "office" opens 22/tcp' },
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
      title: "the web ports open to the world",
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
    {
      title: "a wide block that the settings allow",
      resources: { web: group({ ...ssh, cidrBlocks: ["16.0.0.0/7"] }) },
      settings: { allowedCidrs: ["16.0.0.0/6"] },
    },
    {
      title: "text that is no CIDR, which AWS refuses itself",
      resources: { web: group({ ...ssh, cidrBlocks: ["everyone/0", "1.2.3/99", ""] }) },
    },
    { title: "an egress rule", resources: { out: oldRule({ type: "egress", cidrBlocks: ["0.0.0.0/0"] }) } },
    {
      title: "pieces that rules of different groups hold",
      resources: {
        a: newRule({ cidrIpv4: "8.0.0.0/8" }),
        b: newRule({ securityGroupId: "sg-other", cidrIpv4: "12.0.0.0/8" }),
      },
    },
    {
      title: "a prefix list of narrow blocks, or one that the settings allow",
      resources: {
        office: prefixList("203.0.113.0/24"),
        web: group({ ...ssh, prefixListIds: [ref("office"), "pl-3b927c52"] }),
      },
      settings: { allowedPrefixLists: ["pl-3b927c52"] },
    },
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
      title: "a source that is not known",
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
      title: "a prefix list that the stack does not make",
      resources: { web: group({ ...ssh, prefixListIds: ["pl-0123"] }) },
      says: { web: "what prefix list pl-0123 holds is not known yet" },
    },
    {
      title: "a prefix list with an entry that is not known",
      resources: {
        office: prefixList("203.0.113.0/24", UNKNOWN),
        ssh: newRule({ prefixListId: ref("office") }),
      },
      says: { ssh: 'what prefix list "office" holds is not known yet' },
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
