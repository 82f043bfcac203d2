import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const rdp = (protocol: unknown, ...cidrBlocks: unknown[]) => ({ protocol, fromPort: 3389, toPort: 3389, cidrBlocks });
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const rule = (props: object) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  props: { ipProtocol: "tcp", fromPort: 3389, toPort: 3389, ...props },
});
const windows = (remoteAccess: object) => ({
  type: "aws:eks/nodeGroup:NodeGroup",
  props: { amiType: "WINDOWS_FULL_2022_x86_64", remoteAccess },
});

export const examples: Examples = {
  denied: [
    {
      title: "RDP over TCP and over UDP, each by its rule",
      resources: { desk: group(rdp("tcp", "0.0.0.0/0"), rdp(17, "0.0.0.0/0")) },
      says: { desk: ["ingress[0] opens 3389/tcp to the world", "ingress[1] opens 3389/udp to the world"] },
    },
    {
      title: "a rule for all protocols, once",
      resources: { desk: group(rdp("-1", "0.0.0.0/0")) },
      says: { desk: "ingress[0] opens 3389/tcp and 3389/udp to the world (0.0.0.0/0)" },
    },
    {
      title: "rule resources that open it together",
      resources: {
        desk: group(),
        a: rule({ securityGroupId: ref("desk"), cidrIpv4: "8.0.0.0/8" }),
        b: rule({ securityGroupId: ref("desk"), cidrIpv4: "12.0.0.0/8" }),
      },
      says: { desk: 'rule "a" and rule "b" together open 3389/tcp' },
    },
    {
      title: "an EKS node group of Windows nodes with a key and no source groups",
      resources: { nodes: windows({ ec2SshKey: "ops" }) },
      says: { nodes: "remoteAccess without sourceSecurityGroupIds opens 3389/tcp to the world" },
    },
  ],
  allowed: [
    {
      title: "SSH, which has a rule of its own, and RDP from an office",
      resources: {
        desk: group(
          { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
          rdp("tcp", "203.0.113.0/24"),
        ),
      },
    },
    {
      title: "pieces that are open over different protocols",
      resources: { desk: group(rdp("tcp", "8.0.0.0/8"), rdp("udp", "12.0.0.0/8")) },
    },
    {
      title: "an EKS node group of Windows nodes with source groups",
      resources: { ops: group(), nodes: windows({ ec2SshKey: "ops", sourceSecurityGroupIds: [ref("ops")] }) },
    },
  ],
  undecided: [
    {
      title: "an open rule whose protocol is not known",
      resources: { desk: group(rdp(UNKNOWN, "0.0.0.0/0")) },
      says: { desk: "the port range of ingress[0] is not known yet" },
    },
  ],
};
