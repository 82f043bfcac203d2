import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const open = (fromPort: unknown, toPort: unknown = fromPort, protocol = "tcp") => ({
  protocol,
  fromPort,
  toPort,
  cidrBlocks: ["0.0.0.0/0"],
});
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const newRule = (props: Record<string, unknown>) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { ipProtocol: "tcp", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a port that is not listed",
      resources: { web: group(open(80), open(8443)) },
      says: { web: "ingress[1] opens 8443/tcp to the world (0.0.0.0/0); let in a security group or a narrow CIDR, or" },
    },
    {
      title: "a range by what it holds beside the listed ports",
      resources: { web: group(open(80, 443), open(1000, 2000), open(1500, 1600)) },
      says: {
        web: ["ingress[0] opens 81-442/tcp", "ingress[1] opens 1000-2000/tcp", "ingress[2] opens 1500-1600/tcp"],
      },
    },
    {
      title: "all protocols, and the listed ports over UDP",
      resources: { all: newRule({ ipProtocol: "-1", cidrIpv6: "::/0" }), web: group(open(443, 443, "udp")) },
      says: {
        all: "it opens 0-79/tcp, 81-442/tcp, 444-65535/tcp, every udp port to the world (::/0)",
        web: "opens 443/udp",
      },
    },
    {
      title: "a port that rules of a group open together, and only that one",
      resources: {
        web: group(),
        a: newRule({ securityGroupId: ref("web"), cidrIpv4: "8.0.0.0/8", fromPort: 8000, toPort: 8080 }),
        b: newRule({ securityGroupId: ref("web"), cidrIpv4: "12.0.0.0/8", fromPort: 8080, toPort: 9000 }),
      },
      says: { web: 'rule "a" and rule "b" together open 8080/tcp to the world' },
    },
    {
      title: "a port that a prefix list of the stack opens, in the default group and in an older rule resource",
      resources: {
        everyone: {
          type: "aws:ec2/managedPrefixList:ManagedPrefixList",
          props: { addressFamily: "IPv4", entries: [{ cidr: "0.0.0.0/0" }] },
        },
        own: {
          type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          props: { ingress: [{ protocol: "tcp", fromPort: 25565, toPort: 25565, prefixListIds: [ref("everyone")] }] },
        },
        old: {
          type: "aws:ec2/securityGroupRule:SecurityGroupRule",
          props: { type: "ingress", securityGroupId: "sg-1", ...open(25565) },
        },
      },
      says: { own: 'ingress[0] by prefix list "everyone" opens 25565/tcp', old: "it opens 25565/tcp" },
    },
    {
      title: "an EKS node group and a Beanstalk environment that open SSH",
      resources: {
        nodes: { type: "aws:eks/nodeGroup:NodeGroup", props: { remoteAccess: { ec2SshKey: "ops" } } },
        env: {
          type: "aws:elasticbeanstalk/environment:Environment",
          props: {
            settings: [
              {
                namespace: "aws:autoscaling:launchconfiguration",
                name: "SSHSourceRestriction",
                value: "tcp, 22, 22, 0.0.0.0/0",
              },
            ],
          },
        },
      },
      says: { nodes: "opens 22/tcp", env: "opens 22/tcp" },
    },
  ],
  allowed: [
    { title: "the web ports", resources: { web: group(open(80), open("443"), open(443, 443, "6")) } },
    {
      title: "any port of a group, of private addresses and of narrow blocks",
      resources: {
        web: group({ ...open(0, 65535), cidrBlocks: ["10.0.0.0/8", "203.0.113.0/24"], securityGroups: [ref("lb")] }),
        lb: group(),
      },
    },
    {
      title: "different ports that pieces of the internet reach",
      resources: {
        web: group({ ...open(8080), cidrBlocks: ["8.0.0.0/8"] }, { ...open(9090), cidrBlocks: ["12.0.0.0/8"] }),
      },
    },
    {
      title: "ports that the settings list",
      settings: { ports: [8443], udpPorts: [443] },
      resources: { web: group(open(8443), open(443, 443, "udp")) },
    },
    { title: "ICMP, which has no ports", resources: { web: group(open(-1, -1, "icmp"), open(3, 4, "1")) } },
  ],
  undecided: [
    {
      title: "an open rule whose ports are not known",
      resources: { web: group(open(UNKNOWN, 9000)) },
      says: { web: "the port range of ingress[0] is not known yet" },
    },
    {
      title: "a source that is not known",
      resources: { web: newRule({ fromPort: 8080, toPort: 8080, cidrIpv4: UNKNOWN }) },
      says: { web: "cidrIpv4 is not known yet" },
    },
  ],
};
