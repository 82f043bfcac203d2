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
  ],
  undecided: [
    {
      title: "an open rule whose range is not known",
      resources: { web: group(open("tcp", UNKNOWN, 65535)) },
      says: { web: "the port range of ingress[0] is not known yet" },
    },
  ],
};
