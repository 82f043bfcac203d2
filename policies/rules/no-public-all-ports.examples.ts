import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const open = (protocol: unknown, fromPort: unknown, toPort: unknown) => ({
  protocol,
  fromPort,
  toPort,
  cidrBlocks: ["0.0.0.0/0"],
});
const rule = (props: Record<string, unknown>) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props,
});
const every = { protocol: "-1", fromPort: 0, toPort: 0 };
const prefixList = (...cidrs: unknown[]) => ({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  props: { addressFamily: "IPv4", maxEntries: 5, entries: cidrs.map((cidr) => ({ cidr })) },
});

export const examples: Examples = {
  denied: [
    {
      title: "every port of TCP",
      resources: { web: group(open("tcp", 0, 65535)) },
      says: { web: "ingress[0] opens every tcp port to the world (0.0.0.0/0)" },
    },
    {
      title: "every port but the reserved port 0",
      resources: { web: group(open("17", 1, 65535)) },
      says: { web: "ingress[0] opens every udp port to the world" },
    },
    {
      title: "all protocols, once",
      resources: { web: group(open("-1", 0, 0)) },
      says: { web: "ingress[0] opens every tcp port and every udp port to the world" },
    },
    {
      title: "a rule resource for all protocols that names no ports",
      resources: { any: rule({ securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv6: "::/0" }) },
      says: { any: "it opens every tcp port and every udp port to the world (::/0)" },
    },
    {
      title: "rule resources that open all together",
      resources: {
        web: group(),
        a: rule({ securityGroupId: ref("web"), ipProtocol: "-1", cidrIpv4: "8.0.0.0/8" }),
        b: rule({ securityGroupId: ref("web"), ipProtocol: "-1", cidrIpv4: "12.0.0.0/8" }),
      },
      says: { web: 'rule "a" and rule "b" together open every tcp port and every udp port' },
    },
    {
      title: "a prefix list that holds the internet",
      resources: {
        everyone: prefixList("0.0.0.0/0"),
        web: group({ ...every, prefixListIds: [ref("everyone")] }),
        listed: rule({ ipProtocol: "-1", prefixListId: ref("everyone") }),
      },
      says: {
        web: 'ingress[0] by prefix list "everyone" opens every tcp port and every udp port to the world (0.0.0.0/0)',
        listed: 'it by prefix list "everyone" opens every tcp port and every udp port',
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
        listed: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", ...every, prefixListIds: [ref("office")], securityGroupId: "sg-1" },
        },
      },
      says: { listed: 'it by prefix list "office" opens every tcp port and every udp port' },
    },
    {
      title: "sources wider than the settings allow",
      resources: { web: group({ ...every, cidrBlocks: ["198.51.0.0/16"] }) },
      settings: { maxPublicPrefix: 24 },
      says: { web: "(198.51.0.0/16)" },
    },
    {
      title: "pieces in rule resources of a group that the stack does not have",
      resources: {
        a: rule({ ipProtocol: "-1", securityGroupId: "sg-1", cidrIpv4: "8.0.0.0/8" }),
        b: rule({ ipProtocol: "-1", securityGroupId: "sg-1", cidrIpv4: "12.0.0.0/8" }),
      },
      says: { a: 'rule "a" and rule "b" together open every tcp port and every udp port' },
    },
  ],
  allowed: [
    { title: "one port", resources: { web: group(open("tcp", 443, 443)) } },
    { title: "a range that leaves ports out", resources: { web: group(open("tcp", 1024, 65535)) } },
    {
      title: "every port to a group and to private addresses",
      resources: {
        web: group(
          { protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [ref("lb")] },
          { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"], self: true },
        ),
        lb: group(),
      },
    },
    { title: "every type of ICMP", resources: { web: group(open("icmp", -1, -1)) } },
    {
      title: "a prefix list of narrow blocks, or one that the settings allow",
      resources: {
        office: prefixList("203.0.113.0/24"),
        web: group({ ...every, prefixListIds: [ref("office"), "pl-3b927c52"] }),
      },
      settings: { allowedPrefixLists: ["pl-3b927c52"] },
    },
    {
      title: "a wide block that the settings allow",
      resources: { web: group({ ...every, cidrBlocks: ["16.0.0.0/7"] }) },
      settings: { allowedCidrs: ["16.0.0.0/6"] },
    },
    {
      title: "text that is no CIDR, which AWS refuses itself",
      resources: { web: group({ ...every, cidrBlocks: ["everyone/0", "1.2.3/99", ""] }) },
    },
    {
      title: "pieces that rules of different groups hold",
      resources: {
        a: rule({ ipProtocol: "-1", securityGroupId: "sg-1", cidrIpv4: "8.0.0.0/8" }),
        b: rule({ ipProtocol: "-1", securityGroupId: "sg-2", cidrIpv4: "12.0.0.0/8" }),
      },
    },
  ],
  undecided: [
    {
      title: "an open rule whose range is not known",
      resources: { web: group(open("tcp", UNKNOWN, 65535)) },
      says: { web: "the port range of ingress[0] is not known yet" },
    },
    {
      title: "a prefix list that the stack does not make",
      resources: { web: group({ ...every, prefixListIds: ["pl-0123"] }) },
      says: { web: "what prefix list pl-0123 holds is not known yet" },
    },
    {
      title: "a prefix list with an entry that is not known",
      resources: {
        office: prefixList("203.0.113.0/24", UNKNOWN),
        listed: rule({ ipProtocol: "-1", prefixListId: ref("office") }),
      },
      says: { listed: 'what prefix list "office" holds is not known yet' },
    },
  ],
};
