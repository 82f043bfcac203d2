import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = (cidrBlock: unknown, more: Record<string, unknown> = {}) => ({
  type: "aws:ec2/vpc:Vpc",
  props: { cidrBlock, ...more },
});
const connection = {
  type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
  props: { vpcId: ref("shop"), peerVpcId: ref("data") },
};
const peers = {
  shop: vpc("10.0.0.0/16"),
  data: vpc("10.1.0.0/16", { ipv6CidrBlock: "2a05:d018::/56" }),
  peering: connection,
};
const route = (props: Record<string, unknown>) => ({
  type: "aws:ec2/route:Route",
  props: { routeTableId: "rtb-1", vpcPeeringConnectionId: ref("peering"), ...props },
});
const table = (...routes: unknown[]) => ({
  type: "aws:ec2/routeTable:RouteTable",
  props: { vpcId: ref("shop"), routes },
});
const fix = "name only the subnets of the peer that are needed";

export const examples: Examples = {
  denied: [
    {
      title: "routes for more than a VPC can be, in each place that states routes",
      resources: {
        ...peers,
        all: route({ destinationCidrBlock: "0.0.0.0/0" }),
        table: table({ cidrBlock: "10.0.0.0/8", vpcPeeringConnectionId: ref("peering") }),
        main: {
          type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
          props: {
            defaultRouteTableId: ref("shop", "defaultRouteTableId"),
            routes: [{ ipv6CidrBlock: "::/0", vpcPeeringConnectionId: "pcx-1" }],
          },
        },
      },
      says: {
        all: `destinationCidrBlock is 0.0.0.0/0, wider than a /16; ${fix}`,
        table: `routes[0].cidrBlock is 10.0.0.0/8, wider than a /16; ${fix}`,
        main: `routes[0].ipv6CidrBlock is ::/0, wider than a /56; ${fix}`,
      },
    },
    {
      title: "routes for all of the peer",
      resources: {
        ...peers,
        there: route({ destinationCidrBlock: "10.1.0.0/16" }),
        v6: route({ destinationIpv6CidrBlock: "2a05:d018:0::/56" }),
        table: table({ cidrBlock: "10.1.0.0/16", vpcPeeringConnectionId: ref("peering") }),
      },
      says: {
        there: `destinationCidrBlock is 10.1.0.0/16, all of VPC "data"; ${fix}`,
        v6: 'destinationIpv6CidrBlock is 2a05:d018:0::/56, all of VPC "data"',
        table: 'routes[0].cidrBlock is 10.1.0.0/16, all of VPC "data"',
      },
    },
    {
      title: "a route back, by the accepter's side",
      resources: {
        ...peers,
        accepter: {
          type: "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
          props: { vpcPeeringConnectionId: ref("peering"), autoAccept: true },
        },
        back: route({ destinationCidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: ref("accepter") }),
      },
      says: { back: 'destinationCidrBlock is 10.0.0.0/16, all of VPC "shop"' },
    },
    {
      title: "a block wider than the settings allow",
      settings: { maxPrefix: 24 },
      resources: { ...peers, there: route({ destinationCidrBlock: "10.1.0.0/20" }) },
      says: { there: "destinationCidrBlock is 10.1.0.0/20, wider than a /24" },
    },
  ],
  allowed: [
    {
      title: "routes for some subnets of the peer",
      resources: {
        ...peers,
        there: route({ destinationCidrBlock: "10.1.32.0/20" }),
        v6: route({ destinationIpv6CidrBlock: "2a05:d018:0:10::/64" }),
        table: table({ cidrBlock: "10.1.16.0/24", vpcPeeringConnectionId: ref("peering") }),
      },
    },
    {
      title: "wide routes to anything else",
      resources: {
        ...peers,
        out: route({ destinationCidrBlock: "0.0.0.0/0", vpcPeeringConnectionId: undefined, natGatewayId: "nat-1" }),
        table: table({ cidrBlock: "10.0.0.0/8", transitGatewayId: "tgw-1", vpcPeeringConnectionId: "" }),
      },
    },
  ],
  undecided: [
    {
      title: "a route whose destination is not known",
      resources: {
        ...peers,
        there: route({ destinationCidrBlock: UNKNOWN }),
        table: { type: "aws:ec2/routeTable:RouteTable", props: { vpcId: ref("shop"), routes: UNKNOWN } },
      },
      says: { there: "destinationCidrBlock is not known yet", table: "routes is not known yet" },
    },
    {
      title: "a peer that this stack does not define, or whose block is not known",
      resources: {
        ...peers,
        abroad: { ...connection, props: { vpcId: ref("shop"), peerVpcId: "vpc-9" } },
        there: route({ destinationCidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: ref("abroad") }),
        pool: vpc(UNKNOWN),
        near: { ...connection, props: { vpcId: ref("shop"), peerVpcId: ref("pool") } },
        here: route({ destinationCidrBlock: "10.8.0.0/16", vpcPeeringConnectionId: ref("near") }),
      },
      says: {
        there: "whether 10.9.0.0/16 is all of the peer's VPC is not known yet",
        here: "whether 10.8.0.0/16 is all of the peer's VPC is not known yet",
      },
    },
  ],
};
