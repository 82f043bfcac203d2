import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const entry = (ruleNo: unknown, action: unknown, fromPort: unknown, props: object = {}, toPort = fromPort) => ({
  ...{ ruleNo, action, protocol: "tcp", fromPort, toPort, cidrBlock: "0.0.0.0/0" },
  ...props,
});
const v6 = { cidrBlock: undefined, ipv6CidrBlock: "::/0" };
const all = { protocol: "-1" };
const acl = (...ingress: unknown[]) => ({ type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1", ingress } });
const bare = { type: "aws:ec2/networkAcl:NetworkAcl", props: { vpcId: "vpc-1" } };
const rule = (networkAclId: unknown, ruleNumber: unknown, ruleAction: unknown, props: object = {}) => ({
  type: "aws:ec2/networkAclRule:NetworkAclRule",
  props: { networkAclId, ruleNumber, ruleAction, protocol: "tcp", fromPort: 22, toPort: 22, ...props },
});
const world = { cidrBlock: "0.0.0.0/0" };

export const examples: Examples = {
  denied: [
    {
      title: "SSH from the world, in an ACL and in the default one",
      resources: {
        web: acl(entry(100, "allow", 22)),
        own: {
          type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          props: { defaultNetworkAclId: "acl-1", ingress: [entry(100, "allow", 0, all)] },
        },
      },
      says: {
        web: "ingress[0] (rule 100) opens 22/tcp to the world (0.0.0.0/0); narrow its source, or deny the port in a rule",
        own: "ingress[0] (rule 100) opens 22/tcp, 3389/tcp, 22/udp, 3389/udp to the world",
      },
    },
    {
      title: "the range of replies, which holds 3389, over both protocols and families",
      resources: {
        web: acl(entry(100, "allow", 1024, {}, 65535), entry(110, "allow", 1024, { ...v6, protocol: "17" }, 65535)),
      },
      says: {
        web: [
          "ingress[0] (rule 100) opens 3389/tcp to the world (0.0.0.0/0)",
          "ingress[1] (rule 110) opens 3389/udp to the world (::/0)",
        ],
      },
    },
    {
      title: "a denial that comes too late, whatever the order of the list",
      resources: { web: acl(entry(200, "deny", 22), entry("100", "ALLOW", "22", { protocol: 6 })) },
      says: { web: "ingress[1] (rule 100) opens 22/tcp" },
    },
    {
      title: "a denial of the other family, of another port, and of a part of the world",
      resources: {
        family: acl(entry(100, "deny", 22), entry(110, "allow", 22, v6)),
        port: acl(entry(100, "deny", 3389), entry(110, "allow", 22)),
        part: acl(entry(100, "deny", 22, { cidrBlock: "10.0.0.0/8" }), entry(110, "allow", 22)),
      },
      says: { family: "22/tcp to the world (::/0)", port: "22/tcp", part: "ingress[1] (rule 110) opens 22/tcp" },
    },
    {
      title: "halves of the world in two rules",
      resources: {
        web: acl(
          entry(100, "allow", 22, { cidrBlock: "8.0.0.0/8" }),
          entry(110, "allow", 22, { cidrBlock: "12.0.0.0/8" }),
        ),
      },
      says: { web: "ingress[0] (rule 100) and ingress[1] (rule 110) together open 22/tcp" },
    },
    {
      title: "rules that are resources, of an ACL of the stack and of another",
      resources: {
        web: bare,
        late: rule(ref("web"), 200, "deny", world),
        ssh: rule(ref("web"), 100, "allow", world),
        elsewhere: rule("acl-0a1b2c3d", 100, "allow", { ipv6CidrBlock: "::/0", egress: false }),
        low: rule(ref("other"), 100, "allow", { cidrBlock: "8.0.0.0/8" }),
        high: rule(ref("other"), 110, "allow", { cidrBlock: "12.0.0.0/8" }),
        other: bare,
      },
      says: {
        ssh: "it opens 22/tcp to the world (0.0.0.0/0)",
        elsewhere: "it opens 22/tcp to the world (::/0)",
        other: 'rule "low" and rule "high" together open 22/tcp to the world (8.0.0.0/8, 12.0.0.0/8)',
      },
    },
    {
      title: "a known rule, whatever a later one may be",
      resources: { web: acl(entry(100, "allow", 22), entry(200, UNKNOWN, 22)) },
      says: { web: "ingress[0] (rule 100) opens 22/tcp" },
    },
    {
      title: "another port on which SSH listens",
      settings: { ports: [2222] },
      resources: { web: acl(entry(100, "allow", 2222)) },
      says: { web: "opens 2222/tcp" },
    },
  ],
  allowed: [
    {
      title: "denials before the replies and the web ports",
      resources: {
        web: acl(
          entry(100, "allow", 0, { ...all, cidrBlock: "10.0.0.0/16" }),
          entry(200, "deny", 22),
          entry(210, "deny", 3389),
          entry(220, "deny", 3389, { protocol: "udp" }),
          entry(300, "allow", 443),
          entry(400, "allow", 1024, {}, 65535),
          entry(410, "allow", 1024, { protocol: "udp" }, 65535),
        ),
      },
    },
    {
      title: "an earlier denial by a rule that is a resource",
      resources: {
        web: bare,
        first: rule(ref("web"), 90, "deny", world),
        ssh: rule(ref("web"), 100, "allow", world),
      },
    },
    {
      title: "denials that cover the world piece by piece",
      resources: {
        web: acl(
          entry(1, "deny", 22, { cidrBlock: "0.0.0.0/1" }),
          entry(2, "deny", 22, { cidrBlock: "128.0.0.0/1" }),
          entry(3, "allow", 22),
        ),
      },
    },
    {
      title: "SSH from the network, whose IPv6 block AWS chooses, and from an office",
      resources: {
        net: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
        web: acl(
          entry(100, "allow", 0, { ...all, cidrBlock: undefined, ipv6CidrBlock: ref("net", "ipv6CidrBlock") }),
          entry(110, "allow", 22, { cidrBlock: "203.0.113.0/24" }),
        ),
        more: rule("acl-1", 100, "allow", { ipv6CidrBlock: ref("net", "ipv6CidrBlock") }),
      },
    },
    {
      title: "egress, and replies from port 32768",
      resources: {
        web: {
          type: "aws:ec2/networkAcl:NetworkAcl",
          props: { ingress: [entry(100, "allow", 32768, {}, 65535)], egress: [entry(100, "allow", 0, all)] },
        },
        out: rule("acl-1", 100, "allow", { ...world, egress: "true" }),
      },
    },
  ],
  undecided: [
    {
      title: "a source, an action, a port or a number that is not known",
      resources: {
        source: acl(entry(100, "allow", 22, { cidrBlock: UNKNOWN })),
        action: acl(entry(100, UNKNOWN, 22)),
        port: acl(entry(100, "allow", 20, {}, UNKNOWN)),
        number: acl(entry(100, "allow", 22), entry(UNKNOWN, "deny", 22)),
      },
      says: {
        source: "the source of ingress[0] (rule 100) is not known yet",
        action: "the action of ingress[0] (rule 100) is not known yet",
        port: "the port range of ingress[0] (rule 100) is not known yet",
        number: "the number of ingress[1] is not known yet",
      },
    },
    {
      title: "the direction of a rule, or a whole list of rules, that is not known",
      resources: {
        rule: rule("acl-1", 100, "allow", { ...world, egress: UNKNOWN }),
        web: { type: "aws:ec2/networkAcl:NetworkAcl", props: { ingress: UNKNOWN } },
      },
      says: { rule: "egress is not known yet", web: "ingress is not known yet" },
    },
  ],
};
