import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnet = (props: Record<string, unknown>) => ({ type: "aws:ec2/subnet:Subnet", props });
const preset = (props: Record<string, unknown>) => ({ type: "aws:ec2/defaultSubnet:DefaultSubnet", props });
const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true } };
/** A subnet whose IPv6 default route leads to a gateway of this kind. */
const dualStack = (target: Record<string, unknown>, props: Record<string, unknown> = {}) => ({
  vpc,
  a: subnet({ vpcId: ref("vpc"), assignIpv6AddressOnCreation: true, ...props }),
  internet: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } },
  outwards: { type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", props: { vpcId: ref("vpc") } },
  main: {
    type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
    props: {
      defaultRouteTableId: ref("vpc", "defaultRouteTableId"),
      routes: [{ ipv6CidrBlock: "::/0", ...target }],
    },
  },
});

export const examples: Examples = {
  denied: [
    {
      title: "a subnet that gives out public addresses, in either spelling",
      resources: {
        a: subnet({ mapPublicIpOnLaunch: true }),
        b: subnet({ mapPublicIpOnLaunch: "true", tags: { Tier: "private" } }),
      },
      says: {
        a: "mapPublicIpOnLaunch is true; set it to false, or mark the subnet as public by a tag or its name",
        b: "mapPublicIpOnLaunch is true; set it to false",
      },
    },
    {
      title: "a default subnet, which does so unless told otherwise",
      resources: { a: preset({ availabilityZone: "eu-west-1a" }) },
      says: { a: "mapPublicIpOnLaunch is not set, and true in a default subnet" },
    },
    {
      title: "IPv6 addresses that an internet gateway serves",
      resources: dualStack({ gatewayId: ref("internet") }),
      says: { a: "assignIpv6AddressOnCreation is true, and an internet gateway serves it; set it to false" },
      beyondRemedy: ["a"],
    },
    {
      title: "a tag that marks it as public elsewhere",
      settings: { publicTags: ["zone=dmz"] },
      resources: { a: subnet({ mapPublicIpOnLaunch: true, tags: { Tier: "public" } }) },
      says: { a: "mapPublicIpOnLaunch is true" },
    },
  ],
  allowed: [
    {
      title: "a subnet that gives out none",
      resources: {
        a: subnet({ mapPublicIpOnLaunch: false }),
        b: subnet({}),
        c: preset({ mapPublicIpOnLaunch: false }),
      },
    },
    {
      title: "a subnet that is marked as public by a tag or its name",
      resources: {
        a: subnet({ mapPublicIpOnLaunch: true, tags: { SubnetType: "Public" } }),
        b: subnet({ mapPublicIpOnLaunch: true, tags: { "kubernetes.io/role/elb": "1" } }),
        c: subnet({ mapPublicIpOnLaunch: true, tags: { Name: "shop-vpc-public-eu-west-1a" } }),
        publicD: subnet({ mapPublicIpOnLaunch: true }),
      },
    },
    {
      title: "a tag of a company's own",
      settings: { publicTags: ["zone=dmz"] },
      resources: { a: subnet({ mapPublicIpOnLaunch: true, tags: { Zone: "DMZ" } }) },
    },
    {
      title: "IPv6 addresses that only call out",
      resources: dualStack({ egressOnlyGatewayId: ref("outwards") }),
    },
    {
      title: "IPv6 addresses in a public subnet, or where there are no others",
      resources: {
        ...dualStack({ gatewayId: ref("internet") }, { tags: { Tier: "public" } }),
        b: subnet({ vpcId: ref("vpc"), assignIpv6AddressOnCreation: true, ipv6Native: true }),
      },
    },
  ],
  undecided: [
    {
      title: "a subnet of which it is not known what it gives out, or how it is marked",
      resources: {
        a: subnet({ mapPublicIpOnLaunch: UNKNOWN }),
        b: subnet({ mapPublicIpOnLaunch: true, tags: { Tier: UNKNOWN } }),
      },
      says: { a: "mapPublicIpOnLaunch is not known yet", b: "whether its tags mark it as public is not known yet" },
    },
    {
      title: "IPv6 addresses whose routes are not known",
      resources: { a: subnet({ vpcId: "vpc-1", assignIpv6AddressOnCreation: true }) },
      says: { a: "whether its IPv6 addresses are public is not known yet" },
    },
  ],
};
