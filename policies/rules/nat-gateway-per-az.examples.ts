import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = (availabilityZone: unknown) => ({
  type: "aws:ec2/subnet:Subnet",
  props: { vpcId: ref("net"), availabilityZone },
});
const nat = (props: Record<string, unknown>) => ({ type: "aws:ec2/natGateway:NatGateway", props });
/** A private subnet's table and what ties it to it. */
const routed = (name: string, route: Record<string, unknown>) => ({
  [`table-${name}`]: {
    type: "aws:ec2/routeTable:RouteTable",
    props: { vpcId: ref("net"), routes: [{ cidrBlock: "0.0.0.0/0", ...route }] },
  },
  [`tie-${name}`]: {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    props: { subnetId: ref(name), routeTableId: ref(`table-${name}`) },
  },
});
const network = {
  net: vpc,
  publicA: subnet("eu-west-1a"),
  publicB: subnet("eu-west-1b"),
  a: subnet("eu-west-1a"),
  b: subnet("eu-west-1b"),
  natA: nat({ subnetId: ref("publicA"), allocationId: "eipalloc-1" }),
};

export const examples: Examples = {
  denied: [
    {
      title: "one gateway for two zones",
      resources: {
        ...network,
        ...routed("a", { natGatewayId: ref("natA") }),
        ...routed("b", { natGatewayId: ref("natA") }),
      },
      says: { natA: "subnets of other zones depend on it (b); make one in each zone, or a regional one" },
    },
    {
      title: "gateways that are mixed up, by routes of their own",
      resources: {
        ...network,
        natB: nat({ subnetId: ref("publicB"), availabilityMode: "zonal" }),
        ...routed("a", { natGatewayId: ref("natB") }),
        table: { type: "aws:ec2/routeTable:RouteTable", props: { vpcId: ref("net") } },
        tie: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("b"), routeTableId: ref("table") },
        },
        out: {
          type: "aws:ec2/route:Route",
          props: { routeTableId: ref("table"), destinationCidrBlock: "0.0.0.0/0", natGatewayId: ref("natA") },
        },
      },
      says: { natA: "subnets of other zones depend on it (b)", natB: "subnets of other zones depend on it (a)" },
    },
  ],
  allowed: [
    {
      title: "a gateway in each zone",
      resources: {
        ...network,
        natB: nat({ subnetId: ref("publicB"), allocationId: "eipalloc-2" }),
        ...routed("a", { natGatewayId: ref("natA") }),
        ...routed("b", { natGatewayId: ref("natB") }),
      },
    },
    {
      title: "a regional gateway, which serves every zone",
      resources: {
        ...network,
        all: nat({ vpcId: ref("net"), availabilityMode: "regional", subnetId: UNKNOWN }),
        ...routed("a", { natGatewayId: ref("all") }),
        ...routed("b", { natGatewayId: ref("all") }),
      },
    },
    {
      title: "private subnets that leave by a transit gateway or not at all",
      resources: { ...network, ...routed("a", { transitGatewayId: "tgw-1" }) },
    },
  ],
  undecided: [
    {
      title: "a gateway that this stack does not define",
      resources: { ...network, ...routed("a", { natGatewayId: "nat-1" }) },
      says: { a: "the zone of its NAT gateway is not known yet" },
    },
    {
      title: "a zone or a mode that is not known",
      resources: {
        ...network,
        b: subnet(UNKNOWN),
        some: nat({ subnetId: ref("publicA"), availabilityMode: ref("natA", "availabilityMode") }),
        ...routed("a", { natGatewayId: ref("some") }),
        ...routed("b", { natGatewayId: ref("natA") }),
      },
      says: {
        a: 'whether NAT gateway "some" is in its zone is not known yet',
        b: 'whether NAT gateway "natA" is in its zone is not known yet',
      },
    },
  ],
};
