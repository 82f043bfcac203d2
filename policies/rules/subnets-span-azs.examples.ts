import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = (zone: unknown) => ({
  type: "aws:ec2/subnet:Subnet",
  props: { vpcId: ref("vpc"), availabilityZone: zone },
});
const gateway = { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } };
const nat = { type: "aws:ec2/natGateway:NatGateway", props: { subnetId: ref("publicA") } };
const table = (props: object = {}) => ({
  type: "aws:ec2/routeTable:RouteTable",
  props: { vpcId: ref("vpc"), ...props },
});
const route = (of: string, target: object) => ({
  type: "aws:ec2/route:Route",
  props: { routeTableId: ref(of), destinationCidrBlock: "0.0.0.0/0", ...target },
});
const association = (subnetName: string, tableName: string) => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  props: { subnetId: ref(subnetName), routeTableId: ref(tableName) },
});
const toInternet = { gatewayId: ref("gateway") };

/** Two public subnets and, beside each other, what the routes of two more make of them. */
const network = (zones: { publicB: unknown; privateB: unknown }) => ({
  vpc,
  gateway,
  nat,
  publicA: subnet("eu-west-1a"),
  publicB: subnet(zones.publicB),
  privateA: subnet("eu-west-1a"),
  privateB: subnet(zones.privateB),
  public: table(),
  private: table(),
  out: route("public", toInternet),
  translate: route("private", { natGatewayId: ref("nat") }),
  one: association("publicA", "public"),
  two: association("publicB", "public"),
  three: association("privateA", "private"),
  four: association("privateB", "private"),
});

export const examples: Examples = {
  denied: [
    {
      title: "a VPC with one subnet",
      resources: { vpc, only: subnet("eu-west-1a") },
      says: { vpc: "its isolated tier covers only eu-west-1a; add isolated subnets until it spans 2 zones" },
    },
    {
      title: "one subnet, whatever its zone",
      resources: { vpc, only: subnet(UNKNOWN) },
      says: { vpc: "its isolated tier covers only what is not known yet" },
    },
    {
      title: "private subnets of one zone beside public subnets of two",
      resources: network({ publicB: "eu-west-1b", privateB: "eu-west-1a" }),
      says: { vpc: "its private tier covers only eu-west-1a" },
    },
    {
      title: "public subnets of one zone beside private subnets of two",
      resources: network({ publicB: "eu-west-1a", privateB: "eu-west-1b" }),
      says: { vpc: "its public tier covers only eu-west-1a" },
    },
    {
      title: "routes that the table itself states",
      resources: {
        vpc,
        gateway,
        publicA: subnet("eu-west-1a"),
        isolatedA: subnet("eu-west-1a"),
        isolatedB: subnet("eu-west-1b"),
        public: table({ routes: [{ cidrBlock: "10.1.0.0/16" }, { ipv6CidrBlock: "::/0", gatewayId: ref("gateway") }] }),
        one: association("publicA", "public"),
      },
      says: { vpc: "its public tier covers only eu-west-1a" },
    },
    {
      title: "a main table that makes every subnet public",
      resources: {
        vpc,
        gateway,
        a: subnet("eu-west-1a"),
        main: {
          type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
          props: {
            defaultRouteTableId: ref("vpc", "defaultRouteTableId"),
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0123456789abcdef0" }],
          },
        },
      },
      says: { vpc: "its public tier covers only eu-west-1a" },
    },
    {
      title: "a main table that another one replaces",
      resources: {
        vpc,
        gateway,
        a: subnet("eu-west-1a"),
        public: table(),
        out: route("public", toInternet),
        main: {
          type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
          props: { vpcId: ref("vpc"), routeTableId: ref("public") },
        },
      },
      says: { vpc: "its public tier covers only eu-west-1a" },
    },
    {
      title: "two zones where three are asked for",
      settings: { min: 3 },
      resources: { vpc, a: subnet("eu-west-1a"), b: subnet("eu-west-1b") },
      says: {
        vpc: "its isolated tier covers only eu-west-1a, eu-west-1b; add isolated subnets until it spans 3 zones",
      },
    },
  ],
  allowed: [
    { title: "tiers that each span two zones", resources: network({ publicB: "eu-west-1b", privateB: "eu-west-1c" }) },
    { title: "a VPC whose subnets are made elsewhere", resources: { vpc } },
    {
      title: "a subnet of a VPC that is not in the stack",
      resources: {
        only: { type: "aws:ec2/subnet:Subnet", props: { vpcId: "vpc-1", availabilityZone: "eu-west-1a" } },
      },
    },
  ],
  undecided: [
    {
      title: "subnets whose zones are not known",
      resources: { vpc, a: subnet("eu-west-1a"), b: subnet(UNKNOWN) },
      says: { vpc: "the zones of its isolated subnets" },
    },
    {
      title: "a subnet whose routes are made elsewhere",
      resources: {
        vpc,
        a: subnet("eu-west-1a"),
        b: subnet("eu-west-1b"),
        c: subnet("eu-west-1c"),
        one: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("c"), routeTableId: "rtb-1" },
        },
      },
      says: { vpc: 'where subnet "c" sends its traffic is not known yet' },
    },
  ],
};
