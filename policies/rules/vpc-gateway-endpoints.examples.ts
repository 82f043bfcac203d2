import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
const table = (...routes: unknown[]) => ({
  type: "aws:ec2/routeTable:RouteTable",
  props: { vpcId: ref("net"), routes },
});
const tie = (subnetName: string, tableName: string) => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  props: { subnetId: ref(subnetName), routeTableId: ref(tableName) },
});
const endpoint = (service: string, props: Record<string, unknown> = {}) => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  props: { vpcId: ref("net"), serviceName: `com.amazonaws.eu-west-1.${service}`, ...props },
});
/** A private subnet and an isolated one, each with a table of its own. */
const network = {
  net: vpc,
  a: subnet,
  b: subnet,
  out: table({ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }),
  shut: table(),
  tieA: tie("a", "out"),
  tieB: tie("b", "shut"),
};
const both = [ref("out"), ref("shut")];
/** A VPC with one subnet, whose main table leads to the internet. */
const open = {
  net: vpc,
  a: subnet,
  main: {
    type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
    props: {
      defaultRouteTableId: ref("net", "defaultRouteTableId"),
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }],
    },
  },
};

export const examples: Examples = {
  denied: [
    {
      title: "a VPC with private subnets and no endpoint",
      resources: network,
      says: { net: "its private subnets have no endpoint for s3, dynamodb; add gateway endpoints" },
    },
    {
      title: "a VPC with an endpoint for one of the two",
      resources: { ...network, s3: endpoint("s3", { routeTableIds: both }) },
      says: { net: "its private subnets have no endpoint for dynamodb; add gateway endpoints" },
    },
    {
      title: "an endpoint that serves one of two tables, and one that serves none",
      resources: {
        ...network,
        s3: endpoint("s3", { routeTableIds: [ref("out")] }),
        dynamodb: endpoint("dynamodb", { routeTableIds: UNKNOWN }),
      },
      says: {
        net: [
          'endpoint "s3" for s3 serves no route table of b; name their tables',
          'endpoint "dynamodb" for dynamodb serves no route table of a, b',
        ],
      },
    },
    {
      title: "a service that the settings ask for",
      settings: { services: ["s3", "s3express"] },
      resources: { ...network, s3: endpoint("s3", { routeTableIds: both }) },
      says: { net: "no endpoint for s3express" },
    },
  ],
  allowed: [
    {
      title: "endpoints for the tables of all private subnets",
      resources: {
        ...network,
        s3: endpoint("s3", { vpcEndpointType: "Gateway", routeTableIds: both }),
        dynamodb: endpoint("dynamodb", { routeTableIds: both }),
      },
    },
    {
      title: "an endpoint that associations tie to the tables",
      settings: { services: ["s3"] },
      resources: {
        ...network,
        s3: endpoint("s3", { routeTableIds: [ref("out")] }),
        more: {
          type: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
          props: { vpcEndpointId: ref("s3"), routeTableId: ref("shut") },
        },
      },
    },
    {
      title: "an endpoint for the main table, which the subnets use",
      settings: { services: ["s3"] },
      resources: {
        net: { ...vpc, props: { ...vpc.props, mainRouteTableId: "net.mainRouteTableId" } },
        a: subnet,
        s3: endpoint("s3", { routeTableIds: [ref("net", "mainRouteTableId")] }),
      },
    },
    {
      title: "an interface endpoint, which serves the whole VPC",
      settings: { services: ["s3"] },
      resources: { ...network, s3: endpoint("s3", { vpcEndpointType: "Interface", routeTableIds: UNKNOWN }) },
    },
    { title: "a VPC whose subnets are all public", resources: open },
    { title: "a VPC whose subnets are made elsewhere", resources: { net: vpc } },
  ],
  undecided: [
    {
      title: "an endpoint for a service that is not known",
      resources: { ...network, some: endpoint("s3", { serviceName: UNKNOWN, routeTableIds: both }) },
      says: { net: "serviceName of one of its endpoints is not known yet" },
    },
    {
      title: "an endpoint for tables that are not known",
      settings: { services: ["s3"] },
      resources: { ...network, s3: endpoint("s3", { routeTableIds: [UNKNOWN, ref("shut")] }) },
      says: { net: "which route tables its endpoint for s3 serves is not known yet" },
    },
    {
      title: "subnets whose routes are made elsewhere",
      resources: {
        net: vpc,
        a: subnet,
        tie: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("a"), routeTableId: "rtb-1" },
        },
      },
      says: { net: 'whether subnet "a" is private is not known yet' },
    },
  ],
};
