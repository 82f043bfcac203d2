import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (...egress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { egress } });
const everything = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
const newRule = (props: Record<string, unknown>) => ({
  type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  props,
});

export const examples: Examples = {
  denied: [
    {
      title: "every protocol to the world, in each family",
      resources: { app: group(everything, { ...everything, cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }) },
      says: {
        app: [
          "egress[0] opens every tcp port and every udp port to the world (0.0.0.0/0); name the ports",
          "egress[1] opens every tcp port and every udp port to the world (::/0)",
        ],
      },
    },
    {
      title: "the default group and rule resources, old and new",
      resources: {
        own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: { egress: [everything] } },
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "egress", securityGroupId: "sg-1", ...everything },
        },
        all: newRule({ securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }),
        tcp: newRule({ securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 0, toPort: 65535, cidrIpv6: "::/0" }),
      },
      says: {
        own: "egress[0] opens every tcp port",
        old: "it opens every tcp port and every udp port",
        all: "it opens every tcp port and every udp port",
        tcp: "it opens every tcp port to the world",
      },
    },
    {
      title: "halves of the internet in two rules",
      resources: {
        app: group(),
        low: newRule({ securityGroupId: ref("app"), ipProtocol: "-1", cidrIpv4: "8.0.0.0/8" }),
        high: newRule({ securityGroupId: ref("app"), ipProtocol: "-1", cidrIpv4: "12.0.0.0/8" }),
      },
      says: { app: 'rule "low" and rule "high" together open every tcp port and every udp port' },
    },
    {
      title: "a port that the settings do not list",
      settings: { allowedPorts: [443] },
      resources: { app: group(https, { ...https, fromPort: 25, toPort: 25 }) },
      says: { app: "egress[1] opens 25/tcp to the world" },
    },
  ],
  allowed: [
    {
      title: "HTTPS to the world and everything to a group, the network and a gateway endpoint",
      resources: {
        app: group(
          https,
          { ...everything, cidrBlocks: [], securityGroups: [ref("db")] },
          { ...everything, cidrBlocks: ["10.0.0.0/16"] },
          { ...https, cidrBlocks: [], prefixListIds: [ref("s3", "prefixListId")] },
        ),
        db: group(),
        s3: { type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: "com.amazonaws.eu-west-1.s3" } },
      },
    },
    {
      title: "a group without egress, from which the provider takes AWS's own rule",
      resources: { app: { type: "aws:ec2/securityGroup:SecurityGroup", props: { description: "app" } } },
    },
    {
      title: "ingress, which has rules of its own",
      resources: {
        web: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: [everything] } },
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", securityGroupId: "sg-1", ...everything },
        },
      },
    },
    { title: "the ports that the settings list", settings: { allowedPorts: [443] }, resources: { app: group(https) } },
  ],
  undecided: [
    {
      title: "rules, a destination or a direction that are not known",
      resources: {
        app: { type: "aws:ec2/securityGroup:SecurityGroup", props: { egress: UNKNOWN } },
        out: newRule({ ipProtocol: "-1", cidrIpv4: UNKNOWN }),
        old: { type: "aws:ec2/securityGroupRule:SecurityGroupRule", props: { type: UNKNOWN, ...everything } },
      },
      says: { app: "egress is not known yet", out: "cidrIpv4 is not known yet", old: "type is not known yet" },
    },
  ],
};
