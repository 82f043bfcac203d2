import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const all = { protocol: "-1", fromPort: 0, toPort: 0 };

export const examples: Examples = {
  denied: [
    {
      title: "a CIDR beside self on every port",
      resources: { nodes: group({ ...all, self: true, cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["::/0"] }) },
      says: {
        nodes: "ingress[0] lets 10.0.0.0/8, ::/0 reach every port beside the group itself; give each a rule of its own",
      },
    },
    {
      title: "every port of one protocol, spelled otherwise, in the default group",
      resources: {
        own: {
          type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          props: {
            ingress: [{ protocol: 6, fromPort: "0", toPort: "65535", self: "true", cidrBlocks: ["0.0.0.0/0"] }],
          },
        },
      },
      says: { own: "ingress[0] lets 0.0.0.0/0 reach every port" },
    },
    {
      title: "a prefix list beside self in a group and in an older rule resource",
      resources: {
        office: { type: "aws:ec2/managedPrefixList:ManagedPrefixList", props: { addressFamily: "IPv4" } },
        nodes: group({ ...all, self: true, prefixListIds: ["pl-1"] }),
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", securityGroupId: "sg-1", ...all, self: true, prefixListIds: [ref("office")] },
        },
      },
      says: { nodes: "ingress[0] lets pl-1 reach every port", old: "reach every port" },
    },
  ],
  allowed: [
    {
      title: "self on every port, and a CIDR on one in a rule of its own",
      resources: {
        nodes: group(
          { ...all, self: true },
          { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] },
        ),
      },
    },
    {
      title: "self and a CIDR on one port",
      resources: {
        nodes: group({ protocol: "tcp", fromPort: 2379, toPort: 2380, self: true, cidrBlocks: ["10.0.0.0/8"] }),
      },
    },
    {
      title: "another group beside self, and a CIDR without it",
      resources: {
        lb: group(),
        nodes: group(
          { ...all, self: true, securityGroups: [ref("lb")] },
          { ...all, self: false, cidrBlocks: ["10.0.0.0/8"] },
        ),
      },
    },
    {
      title: "egress",
      resources: {
        nodes: {
          type: "aws:ec2/securityGroup:SecurityGroup",
          props: { egress: [{ ...all, self: true, cidrBlocks: ["0.0.0.0/0"] }] },
        },
      },
    },
  ],
  undecided: [
    {
      title: "self, ports, a source or rules that are not known",
      resources: {
        a: group({ ...all, self: UNKNOWN, cidrBlocks: ["10.0.0.0/8"] }),
        b: group({ protocol: "tcp", fromPort: 0, toPort: UNKNOWN, self: true, cidrBlocks: ["10.0.0.0/8"] }),
        c: group({ ...all, self: true, cidrBlocks: [UNKNOWN] }),
        d: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: UNKNOWN } },
      },
      says: {
        a: "self or the port range of ingress[0] is not known yet",
        b: "self or the port range of ingress[0] is not known yet",
        c: "ingress[0].cidrBlocks is not known yet",
        d: "ingress is not known yet",
      },
    },
  ],
};
