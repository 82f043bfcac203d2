import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const fleet = of("aws:ec2/spotFleetRequest:SpotFleetRequest");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const scaling = of("aws:autoscaling/group:Group");
const group = of("aws:ec2/securityGroup:SecurityGroup");
const subnet = of("aws:ec2/subnet:Subnet")({ vpcId: "vpc-1" });

export const examples: Examples = {
  denied: [
    {
      title: "the default VPC and its subnets, taken over",
      resources: {
        net: of("aws:ec2/defaultVpc:DefaultVpc")({}),
        a: of("aws:ec2/defaultSubnet:DefaultSubnet")({ availabilityZone: "eu-west-1a" }),
      },
      says: {
        net: "it takes over the default VPC; make a VPC of its own",
        a: "it takes over a subnet of the default VPC",
      },
    },
    {
      title: "instances that name no subnet",
      resources: {
        app: instance({ availabilityZone: "eu-west-1a", networkInterfaces: [] }),
        spot: spot({}),
        fleet: fleet({ launchSpecifications: [{ subnetId: "subnet-1" }, { availabilityZone: "eu-west-1a" }] }),
        scaling: scaling({ launchConfiguration: "old", availabilityZones: ["eu-west-1a", "eu-west-1b"] }),
      },
      says: {
        app: "subnetId is not set, so it runs in the default VPC; name a subnet of another",
        spot: "subnetId is not set",
        fleet: "launchSpecifications[1].subnetId is not set",
        scaling: "vpcZoneIdentifiers is not set",
      },
    },
    {
      title: "a security group that names no VPC",
      resources: { web: group({ description: "web" }) },
      says: { web: "vpcId is not set, so it belongs to the default VPC; name a VPC" },
    },
    {
      title: "an instance and a group whose template names no subnet either",
      resources: {
        web: template({ networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "false" }] }),
        app: instance({ launchTemplate: { id: ref("web") } }),
        scaling: scaling({ launchTemplate: { id: ref("web") }, availabilityZones: ["eu-west-1a"] }),
      },
      says: {
        app: "neither it nor its launch template names a subnet, so it runs in the default VPC; name one",
        scaling: "neither it nor its launch template names a subnet",
      },
    },
  ],
  allowed: [
    {
      title: "instances that name a subnet or a network interface",
      resources: {
        a: subnet,
        eni: of("aws:ec2/networkInterface:NetworkInterface")({ subnetId: ref("a") }),
        app: instance({ subnetId: ref("a") }),
        old: instance({ networkInterfaces: [{ networkInterfaceId: ref("eni"), deviceIndex: 0 }] }),
        new: instance({ primaryNetworkInterface: { networkInterfaceId: ref("eni") } }),
        later: instance({ subnetId: UNKNOWN }),
        spot: spot({ subnetId: "subnet-1" }),
        scaling: scaling({ launchTemplate: { name: "web" }, vpcZoneIdentifiers: [ref("a")] }),
      },
    },
    {
      title: "an instance and a group whose template names a subnet",
      resources: {
        a: subnet,
        web: template({ networkInterfaces: [{ deviceIndex: 0, subnetId: ref("a") }] }),
        app: instance({ launchTemplate: { id: ref("web") } }),
        scaling: scaling({ launchTemplate: { id: ref("web") }, availabilityZones: ["eu-west-1a"] }),
      },
    },
    {
      title: "a security group of a VPC, and a launch template, which is given subnets by what uses it",
      resources: { web: group({ vpcId: UNKNOWN }), template: template({}) },
    },
  ],
  undecided: [
    {
      title: "a template that the stack does not define, and a list that is not known",
      resources: {
        app: instance({ launchTemplate: { id: "lt-0a1b2c3d" } }),
        fleet: fleet({ launchSpecifications: UNKNOWN }),
      },
      says: {
        app: 'whether a subnet is named by the launch template "lt-0a1b2c3d", which this stack does not define, is not known',
        fleet: "launchSpecifications is not known yet",
      },
    },
  ],
};
