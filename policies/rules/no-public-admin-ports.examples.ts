import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const open = (port: number, protocol = "tcp") => ({
  protocol,
  fromPort: port,
  toPort: port,
  cidrBlocks: ["0.0.0.0/0"],
});
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const newRule = (props: Record<string, unknown>) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props,
});

export const examples: Examples = {
  denied: [
    {
      title: "a database that is open to the world",
      resources: { db: group(open(5432)) },
      says: { db: "ingress[0] opens 5432/tcp to the world (0.0.0.0/0); let in a security group or a narrow CIDR" },
    },
    {
      title: "an open rule that self = true hides (missed by checkov CKV_AWS_24)",
      resources: { cache: group({ ...open(6379), self: true, securityGroups: ["sg-1"] }) },
      says: { cache: "ingress[0] opens 6379/tcp to the world" },
    },
    {
      title: "0.0.0.0/0 that prefix list ids hide (missed by checkov CKV_AWS_24)",
      resources: { cache: group({ ...open(6379), prefixListIds: ["pl-1"] }) },
      settings: { allowedPrefixLists: ["pl-1"] },
      says: { cache: "ingress[0] opens 6379/tcp to the world" },
    },
    {
      title: "ipProtocol -1 without ports, by the first of its ports (missed by checkov CKV_AWS_24)",
      resources: { all: newRule({ securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }) },
      settings: { ports: [21, 3306], udpPorts: [] },
      says: { all: "it opens 21/tcp and 3306/tcp to the world" },
    },
    {
      title: "::/0 however it is spelled (missed by checkov CKV_AWS_24 and cdk-nag EC2RestrictedCommonPorts)",
      resources: Object.fromEntries(
        ["::/0", "0::/0", "::0/0", "2001:db8::1/0"].map((cidrIpv6, index) => [
          `v6-${index}`,
          newRule({ ipProtocol: "tcp", fromPort: 3306, toPort: 3306, cidrIpv6 }),
        ]),
      ),
      says: { "v6-0": "(::/0)", "v6-1": "(0::/0)", "v6-2": "(::0/0)", "v6-3": "(2001:db8::1/0)" },
    },
    {
      title: "/1 halves of both families, in one rule and over two (missed by checkov CKV_AWS_24)",
      resources: {
        one: group({ ...open(9200), cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"], ipv6CidrBlocks: ["::/1", "8000::/1"] }),
        two: group(),
        low: newRule({
          securityGroupId: ref("two"),
          ipProtocol: "6",
          fromPort: 9200,
          toPort: 9300,
          cidrIpv4: "0.0.0.0/1",
        }),
        high: newRule({ securityGroupId: ref("two"), ipProtocol: "-1", cidrIpv4: "128.0.0.0/1" }),
      },
      says: {
        one: "ingress[0] opens 9200/tcp to the world (0.0.0.0/1, 128.0.0.0/1, ::/1, 8000::/1)",
        low: "it opens 9200/tcp and 9300/tcp to the world (0.0.0.0/1)",
        high: "it opens 20-21/tcp, 23/tcp, 25/tcp, 110/tcp and 32 more to the world (128.0.0.0/1)",
      },
    },
    {
      title: "ports that are open over UDP",
      resources: { cache: group(open(11211, "udp"), open(6379, "17")) },
      says: { cache: "ingress[0] opens 11211/udp to the world" },
    },
    {
      title: "the default group, an older rule resource and a prefix list of the stack",
      resources: {
        own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: { ingress: [open(445)] } },
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", securityGroupId: "sg-1", ...open(2375) },
        },
        everyone: {
          type: "aws:ec2/managedPrefixList:ManagedPrefixList",
          props: { addressFamily: "IPv4", entries: [{ cidr: "0.0.0.0/1" }, { cidr: "128.0.0.0/1" }] },
        },
        listed: newRule({ ipProtocol: "tcp", fromPort: 27017, toPort: 27017, prefixListId: ref("everyone") }),
      },
      says: {
        own: "opens 445/tcp",
        old: "it opens 2375/tcp",
        listed: 'it by prefix list "everyone" opens 27017/tcp to the world',
      },
    },
  ],
  allowed: [
    {
      title: "a public ALB on 443",
      resources: {
        edge: group(open(443), open(80), { ...open(443), cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }),
        lb: { type: "aws:lb/loadBalancer:LoadBalancer", props: { securityGroups: [ref("edge")] } },
      },
    },
    {
      title: "a database that a group and private addresses reach",
      resources: {
        db: group({ ...open(5432), cidrBlocks: ["10.0.0.0/8"], securityGroups: [ref("app")] }),
        app: group(),
      },
    },
    { title: "SSH and RDP, which have rules of their own", resources: { ops: group(open(22), open(3389)) } },
    {
      title: "a port that the settings leave out",
      settings: { ports: [21] },
      resources: { app: group(open(8080)) },
    },
    { title: "a game server next to a database's port", resources: { game: group(open(27017, "udp")) } },
  ],
  undecided: [
    {
      title: "a source that is not known",
      resources: { db: group({ ...open(3306), cidrBlocks: [UNKNOWN] }) },
      says: { db: "ingress[0].cidrBlocks is not known yet" },
    },
    {
      title: "an open rule whose ports are not known",
      resources: { db: group({ ...open(3306), toPort: UNKNOWN }) },
      says: { db: "the port range of ingress[0] is not known yet" },
    },
    {
      title: "a prefix list that the stack does not make",
      resources: { db: group({ ...open(3306), cidrBlocks: [], prefixListIds: ["pl-3b927c52"] }) },
      says: { db: "what prefix list pl-3b927c52 holds is not known yet" },
    },
  ],
};
