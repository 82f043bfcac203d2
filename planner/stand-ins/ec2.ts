import type { JsonObject } from "../plan";
import { ACCOUNT_ID } from "./setting";
import type { Maker, Words } from "./words";

/** Ids of the form `prefix-` and 17 digits, with an ARN. */
function numbered(prefix: string, resource: string, more?: (words: Words, id: string) => JsonObject): Maker {
  return (words) => {
    const id = words.id(prefix);
    return { id, arn: words.arn("ec2", `${resource}/${id}`), ownerId: ACCOUNT_ID, ...more?.(words, id) };
  };
}

/** Stand-ins of EC2: networks, instances and disks. */
export const ec2: Readonly<Record<string, Maker>> = {
  "aws:ec2/vpc:Vpc": numbered("vpc", "vpc", ({ inputs, id }) => ({
    defaultSecurityGroupId: id("sg"),
    defaultNetworkAclId: id("acl"),
    defaultRouteTableId: id("rtb"),
    mainRouteTableId: id("rtb"),
    dhcpOptionsId: id("dopt"),
    ...(inputs.assignGeneratedIpv6CidrBlock === true && {
      // 2001:db8::/32 is the range that RFC 3849 keeps for documentation.
      ipv6CidrBlock: "2001:db8:1234:1a00::/56",
      ipv6AssociationId: id("vpc-cidr-assoc"),
    }),
  })),
  "aws:ec2/subnet:Subnet": numbered("subnet", "subnet"),
  "aws:ec2/internetGateway:InternetGateway": numbered("igw", "internet-gateway"),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": numbered("eigw", "egress-only-internet-gateway"),
  "aws:ec2/natGateway:NatGateway": numbered("nat", "natgateway", ({ id }) => ({ networkInterfaceId: id("eni") })),
  "aws:ec2/eip:Eip": numbered("eipalloc", "elastic-ip", (_, id) => ({ allocationId: id, domain: "vpc" })),
  "aws:ec2/routeTable:RouteTable": numbered("rtb", "route-table"),
  "aws:ec2/route:Route": ({ hex }) => ({ id: `r-rtb-${hex(17)}${hex(10)}`, origin: "CreateRoute", state: "active" }),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ({ id }) => ({ id: id("rtbassoc") }),
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": ({ id }) => ({ id: id("rtbassoc") }),
  "aws:ec2/securityGroup:SecurityGroup": numbered("sg", "security-group", ({ named }) => ({ name: named() })),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": numbered("sg", "security-group", () => ({ name: "default" })),
  "aws:ec2/securityGroupRule:SecurityGroupRule": ({ hex, id }) => ({
    id: `sgrule-${hex(10)}`,
    securityGroupRuleId: id("sgr"),
  }),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": numbered("sgr", "security-group-rule", (_, id) => ({
    securityGroupRuleId: id,
  })),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": numbered("sgr", "security-group-rule", (_, id) => ({
    securityGroupRuleId: id,
  })),
  "aws:ec2/networkAcl:NetworkAcl": numbered("acl", "network-acl"),
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": numbered("acl", "network-acl"),
  "aws:ec2/networkAclRule:NetworkAclRule": ({ id }) => ({ id: id("nacl") }),
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": ({ id }) => ({ id: id("aclassoc") }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": numbered("vpce", "vpc-endpoint", ({ id }) => ({
    prefixListId: id("pl"),
    state: "available",
  })),
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": ({ id }) => ({ id: id("a-vpce") }),
  "aws:ec2/flowLog:FlowLog": numbered("fl", "vpc-flow-log"),
  "aws:ec2/managedPrefixList:ManagedPrefixList": numbered("pl", "prefix-list", () => ({ version: 1 })),
  "aws:ec2/launchTemplate:LaunchTemplate": numbered("lt", "launch-template", ({ named }) => ({
    name: named(),
    latestVersion: 1,
    defaultVersion: 1,
  })),
  "aws:ec2/instance:Instance": numbered("i", "instance", ({ id }) => ({
    primaryNetworkInterfaceId: id("eni"),
    instanceState: "running",
  })),
  "aws:ec2/keyPair:KeyPair": ({ named, id, arn }) => {
    const name = named("keyName");
    return { id: name, keyName: name, keyPairId: id("key"), arn: arn("ec2", `key-pair/${name}`) };
  },
  "aws:ec2/networkInterface:NetworkInterface": numbered("eni", "network-interface"),
  "aws:ec2/placementGroup:PlacementGroup": ({ named, id, arn }) => {
    const name = named();
    return { id: name, name, placementGroupId: id("pg"), arn: arn("ec2", `placement-group/${name}`) };
  },
  "aws:ebs/volume:Volume": numbered("vol", "volume"),
};
