import type { JsonObject } from "../plan";
import { UNKNOWN } from "../wire";
import { elasticIp } from "./addresses";
import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text, type Words } from "./words";
import { zonesOf } from "./zones";

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
    ...(inputs.ipv4IpamPoolId !== undefined && {
      cidrBlock: typeof inputs.ipv4NetmaskLength === "number" ? `10.0.0.0/${inputs.ipv4NetmaskLength}` : UNKNOWN,
    }),
    ...(inputs.ipv6IpamPoolId !== undefined && {
      ipv6CidrBlock: typeof inputs.ipv6NetmaskLength === "number" ? `2001:db8::/${inputs.ipv6NetmaskLength}` : UNKNOWN,
      ipv6AssociationId: id("vpc-cidr-assoc"),
    }),
    ...(inputs.assignGeneratedIpv6CidrBlock === true && {
      // 2001:db8::/32 is the range that RFC 3849 keeps for documentation.
      ipv6CidrBlock: "2001:db8:1234:1a00::/56",
      ipv6AssociationId: id("vpc-cidr-assoc"),
    }),
  })),
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": ({ id }) => ({ id: id("vpc-cidr-assoc") }),
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": ({ id, arn }) => {
    const exclusion = id("vpcbpa-exclude");
    return { id: exclusion, resourceArn: arn("ec2", `vpc-block-public-access-exclusion/${exclusion}`) };
  },
  "aws:ec2/vpcEncryptionControl:VpcEncryptionControl": ({ id }) => ({ id: id("vpcec"), state: "available" }),
  // Which letter is which zone differs between accounts, so the name behind an id is a stand-in as well.
  "aws:ec2/subnet:Subnet": numbered("subnet", "subnet", ({ inputs, region }): JsonObject => {
    const zone = zonesOf(region).find(({ id }) => id === inputs.availabilityZoneId);
    return zone ? { availabilityZone: zone.name } : {};
  }),
  "aws:ec2/internetGateway:InternetGateway": numbered("igw", "internet-gateway"),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": numbered("eigw", "egress-only-internet-gateway"),
  "aws:ec2/natGateway:NatGateway": numbered("nat", "natgateway", ({ id }) => ({ networkInterfaceId: id("eni") })),
  "aws:ec2/eip:Eip": numbered("eipalloc", "elastic-ip", ({ hex }, id) => ({
    allocationId: id,
    domain: "vpc",
    publicIp: elasticIp(hex(16)),
  })),
  "aws:ec2/eipAssociation:EipAssociation": ({ id }) => ({ id: id("eipassoc") }),
  "aws:ec2/routeTable:RouteTable": numbered("rtb", "route-table"),
  "aws:ec2/defaultRouteTable:DefaultRouteTable": ({ inputs, arn }) => {
    const id = text(inputs.defaultRouteTableId);
    return { id, arn: arn("ec2", `route-table/${id}`), ownerId: ACCOUNT_ID };
  },
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
  "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive": sameAs("securityGroupId"),
  "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation": ({ inputs }) => ({
    id: `${text(inputs.securityGroupId)},${text(inputs.vpcId)}`,
    state: "associated",
  }),
  "aws:ec2/networkAcl:NetworkAcl": numbered("acl", "network-acl"),
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": numbered("acl", "network-acl"),
  "aws:ec2/networkAclRule:NetworkAclRule": ({ id }) => ({ id: id("nacl") }),
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": ({ id }) => ({ id: id("aclassoc") }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": numbered("vpce", "vpc-endpoint", ({ id }) => ({
    prefixListId: id("pl"),
    state: "available",
  })),
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": ({ id }) => ({ id: id("a-vpce") }),
  "aws:ec2/vpcEndpointService:VpcEndpointService": numbered("vpce-svc", "vpc-endpoint-service", ({ region }, id) => ({
    serviceName: `com.amazonaws.vpce.${region}.${id}`,
    state: "Available",
  })),
  "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter": ({ inputs }) => ({
    id: `${text(inputs.vpcEndpointServiceId)}_${text(inputs.vpcEndpointId)}`,
    vpcEndpointState: "available",
  }),
  "aws:ec2/flowLog:FlowLog": numbered("fl", "vpc-flow-log"),
  "aws:ec2/managedPrefixList:ManagedPrefixList": numbered("pl", "prefix-list", () => ({ version: 1 })),
  "aws:ec2/launchTemplate:LaunchTemplate": numbered("lt", "launch-template", ({ named }) => ({
    name: named(),
    latestVersion: 1,
    defaultVersion: 1,
  })),
  "aws:ec2/dedicatedHost:DedicatedHost": numbered("h", "dedicated-host"),
  "aws:ec2/capacityReservation:CapacityReservation": numbered("cr", "capacity-reservation"),
  "aws:ec2/instance:Instance": numbered("i", "instance", ({ inputs, id, hex }) => ({
    primaryNetworkInterfaceId: id("eni"),
    instanceState: "running",
    ...(inputs.associatePublicIpAddress === true && { publicIp: elasticIp(hex(16)) }),
    ...(inputs.associatePublicIpAddress === false && { publicIp: "", publicDns: "" }),
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
