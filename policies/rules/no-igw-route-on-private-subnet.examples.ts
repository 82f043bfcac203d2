import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const gateway = { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } };
const subnet = (tags: unknown) => ({ type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("vpc"), tags } });
const table = (...routes: unknown[]) => ({
  type: "aws:ec2/routeTable:RouteTable",
  props: { vpcId: ref("vpc"), routes },
});
const tie = (subnetName: string, tableName: string) => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  props: { subnetId: ref(subnetName), routeTableId: ref(tableName) },
});
const toInternet = { cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") };
/** A subnet with these tags whose table leads to the internet. */
const open = (tags: unknown) => ({ vpc, gateway, a: subnet(tags), table: table(toInternet), tie: tie("a", "table") });
const denied = 'it is marked as private, but routes[0] of route table "table" leads to an internet gateway';

export const examples: Examples = {
  denied: [
    {
      title: "a subnet that its tags mark as private",
      resources: open({ Tier: "private" }),
      says: { a: `${denied}; use a NAT gateway, or mark the subnet as public` },
    },
    {
      title: "a subnet that its name marks as isolated",
      resources: open({ Name: "net-isolated-eu-west-1a" }),
      says: { a: denied },
    },
    {
      title: "a subnet that the program's name for it marks as private",
      resources: {
        vpc,
        gateway,
        privateA: subnet(undefined),
        table: table(toInternet),
        tie: tie("privateA", "table"),
      },
      says: { privateA: denied },
    },
    {
      title: "a route of IPv6 that is a resource of its own",
      resources: {
        vpc,
        gateway,
        a: subnet({ SubnetType: "Private" }),
        table: table(),
        tie: tie("a", "table"),
        out: {
          type: "aws:ec2/route:Route",
          props: { routeTableId: ref("table"), destinationIpv6CidrBlock: "::/0", gatewayId: ref("gateway") },
        },
      },
      says: { a: 'but route "out" leads to an internet gateway' },
    },
    {
      title: "a main table that leads to the internet",
      resources: {
        vpc,
        gateway,
        a: subnet({ "aws-cdk:subnet-type": "Isolated" }),
        main: {
          type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
          props: { defaultRouteTableId: ref("vpc", "defaultRouteTableId"), routes: [toInternet] },
        },
      },
      says: { a: 'but routes[0] of route table "main" leads to an internet gateway' },
    },
    {
      title: "a subnet of the default VPC that is marked as private",
      resources: {
        home: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { tags: { Tier: "private" } } },
      },
      says: { home: "but the main route table of the default VPC leads to an internet gateway" },
    },
    {
      title: "a tag of a company's own",
      settings: { privateTags: ["zone=core"] },
      resources: open({ Zone: "core" }),
      says: { a: denied },
    },
  ],
  allowed: [
    { title: "a subnet that is marked as public", resources: open({ Tier: "public", Name: "private-net-public-a" }) },
    { title: "a subnet that nothing marks", resources: open({ Name: "web-1" }) },
    {
      title: "a private subnet whose default route leads to a NAT gateway, and another one with none",
      resources: {
        vpc,
        gateway,
        a: subnet({ Tier: "private" }),
        b: subnet({ Tier: "isolated" }),
        nat: { type: "aws:ec2/natGateway:NatGateway", props: { subnetId: "subnet-1" } },
        table: table({ cidrBlock: "0.0.0.0/0", natGatewayId: ref("nat") }),
        tie: tie("a", "table"),
      },
    },
    {
      title: "a private subnet with a route to a few addresses on the internet",
      resources: {
        vpc,
        gateway,
        a: subnet({ Tier: "private" }),
        table: table({ cidrBlock: "203.0.113.0/24", gatewayId: ref("gateway") }),
        tie: tie("a", "table"),
      },
    },
  ],
  undecided: [
    {
      title: "an open subnet whose tags are not known",
      resources: open(UNKNOWN),
      says: { a: "whether its tags mark it as private is not known yet" },
    },
    {
      title: "a private subnet whose table is made elsewhere",
      resources: {
        vpc,
        a: subnet({ Tier: "private" }),
        tie: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("a"), routeTableId: "rtb-1" },
        },
      },
      says: { a: "whether one of its routes leads to an internet gateway is not known yet" },
    },
    {
      title: "a route of which it is not known where it leads",
      resources: {
        vpc,
        a: subnet({ Tier: "private" }),
        table: table({ cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }),
        tie: tie("a", "table"),
      },
      says: { a: "whether one of its routes leads to an internet gateway is not known yet" },
    },
  ],
};
