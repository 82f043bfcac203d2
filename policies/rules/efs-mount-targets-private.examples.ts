import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnet = (mapPublicIpOnLaunch: unknown) => ({
  type: "aws:ec2/subnet:Subnet",
  props: { vpcId: "vpc-1", mapPublicIpOnLaunch },
});
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const nfs = { protocol: "tcp", fromPort: 2049, toPort: 2049 };
const target = (props: Record<string, unknown> = {}) => ({
  type: "aws:efs/mountTarget:MountTarget",
  props: { fileSystemId: "fs-1", subnetId: ref("a"), ...props },
});
const closed = subnet(false);

export const examples: Examples = {
  denied: [
    {
      title: "a mount target in a subnet that gives out public addresses",
      resources: {
        a: subnet(true),
        home: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1a" } },
        files: target(),
        more: target({ subnetId: ref("home") }),
      },
      says: {
        files: "its subnet gives out public addresses (a); use a private one",
        more: "its subnet gives out public addresses (home)",
      },
    },
    {
      title: "a mount target that the world reaches",
      resources: {
        a: closed,
        clients: group({ ...nfs, cidrBlocks: ["0.0.0.0/0"] }),
        files: target({ securityGroups: [ref("clients")] }),
      },
      says: { files: 'its security group "clients" is open: ingress[0] opens 2049/tcp to the world (0.0.0.0/0)' },
    },
    {
      title: "a mount target that the world reaches by a rule of its own",
      resources: {
        a: closed,
        clients: group(),
        rule: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { securityGroupId: ref("clients"), ipProtocol: "-1", cidrIpv6: "::/0" },
        },
        files: target({ securityGroups: [ref("clients")] }),
      },
      says: { files: 'its security group "clients" is open: rule "rule" opens 2049/tcp to the world (::/0)' },
    },
  ],
  allowed: [
    {
      title: "a mount target in a private subnet that only clients reach",
      resources: {
        a: closed,
        app: group(),
        files: target({ securityGroups: [ref("clients")] }),
        clients: group({ ...nfs, securityGroups: [ref("app")] }, { ...nfs, cidrBlocks: ["10.0.0.0/16"] }),
      },
    },
    {
      title: "a mount target without groups in a preview, where AWS has yet to say them",
      resources: { a: closed, files: target({ securityGroups: UNKNOWN }) },
    },
    {
      title: "a web port open to the world",
      resources: {
        a: closed,
        clients: group({ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }),
        files: target({ securityGroups: [ref("clients")] }),
      },
    },
  ],
  undecided: [
    {
      title: "a subnet or a group that this stack does not define",
      resources: {
        a: closed,
        files: target({ subnetId: "subnet-1" }),
        more: target({ securityGroups: ["sg-1"] }),
      },
      says: {
        files:
          'whether "subnet-1", a subnet that this stack does not define, gives out public addresses is not known yet',
        more: 'what "sg-1", a group that this stack does not define, lets in is not known yet',
      },
    },
    {
      title: "a subnet or a group of which not all is known",
      resources: {
        a: closed,
        b: subnet(UNKNOWN),
        clients: group({ ...nfs, cidrBlocks: [UNKNOWN] }),
        files: target({ subnetId: ref("b") }),
        more: target({ securityGroups: [ref("clients")] }),
      },
      says: {
        files: 'whether subnet "b" gives out public addresses is not known yet',
        more: 'ingress[0].cidrBlocks of security group "clients" is not known yet',
      },
    },
    {
      title: "groups that are not known",
      resources: { a: closed, files: target({ securityGroups: [UNKNOWN] }) },
      says: { files: "which security groups it has is not known yet" },
    },
  ],
};
