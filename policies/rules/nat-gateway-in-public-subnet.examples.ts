import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
const main = (...routes: unknown[]) => ({
  type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
  props: { defaultRouteTableId: ref("net", "defaultRouteTableId"), routes },
});
const nat = (props: Record<string, unknown>) => ({
  type: "aws:ec2/natGateway:NatGateway",
  props: { subnetId: ref("a"), allocationId: "eipalloc-1", ...props },
});
/** A VPC whose subnets all have these routes. */
const network = (...routes: unknown[]) => ({
  net: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("net") } },
  a: subnet,
  main: main(...routes),
});
const open = network({ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") });

export const examples: Examples = {
  denied: [
    {
      title: "a gateway in an isolated subnet",
      resources: { ...network(), nat: nat({}) },
      says: { nat: "no internet gateway serves its subnet (a); put it into a public one" },
    },
    {
      title: "a gateway in a private subnet, also when it says that it is public",
      resources: {
        ...network({ cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" }),
        nat: nat({ connectivityType: "public", availabilityMode: "zonal" }),
      },
      says: { nat: "no internet gateway serves its subnet (a)" },
    },
  ],
  allowed: [
    { title: "a gateway in a public subnet", resources: { ...open, nat: nat({}) } },
    {
      title: "a private gateway, which leads to other networks",
      resources: { ...network(), nat: nat({ connectivityType: "private", allocationId: undefined }) },
    },
    {
      title: "a regional gateway, which stands in no subnet",
      resources: {
        ...network(),
        nat: nat({ availabilityMode: "regional", vpcId: ref("net"), subnetId: UNKNOWN, allocationId: undefined }),
      },
    },
    {
      title: "a gateway behind a firewall, which stands before the internet gateway",
      resources: { ...network({ cidrBlock: "0.0.0.0/0", vpcEndpointId: "vpce-1" }), nat: nat({}) },
    },
  ],
  undecided: [
    {
      title: "a subnet that this stack does not define",
      resources: { nat: nat({ subnetId: "subnet-1" }) },
      says: { nat: 'whether "subnet-1", a subnet that this stack does not define, is public is not known yet' },
    },
    {
      title: "a gateway whose kind is not known",
      resources: {
        ...network(),
        some: nat({ subnetId: "subnet-1", connectivityType: "private" }),
        nat: nat({ connectivityType: ref("some", "connectivityType") }),
        other: nat({ availabilityMode: ref("some", "availabilityMode") }),
      },
      says: { nat: "connectivityType is not known yet", other: "availabilityMode is not known yet" },
    },
    {
      title: "a route of which it is not known where it leads",
      resources: { ...network({ cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }), nat: nat({}) },
      says: { nat: 'whether subnet "a" is public is not known yet' },
    },
  ],
};
