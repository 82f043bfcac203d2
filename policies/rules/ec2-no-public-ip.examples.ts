import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { subnetId: "subnet-1", ...props } });
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const fleet = (...launchSpecifications: unknown[]) => ({
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  props: { launchSpecifications },
});
const subnet = (mapPublicIpOnLaunch: unknown) => ({ type: "aws:ec2/subnet:Subnet", props: { mapPublicIpOnLaunch } });
const group = (props: object) => ({
  type: "aws:autoscaling/group:Group",
  props: { vpcZoneIdentifiers: [ref("open"), ref("closed")], ...props },
});
const address = of("aws:ec2/eip:Eip");
const association = of("aws:ec2/eipAssociation:EipAssociation");
const nic = { type: "aws:ec2/networkInterface:NetworkInterface", props: { subnetId: "subnet-1" } };
const without = { associatePublicIpAddress: false };
const inSubnet = { subnetId: ref("open") };

export const examples: Examples = {
  denied: [
    {
      title: "a public address in every place",
      resources: {
        app: instance({ associatePublicIpAddress: true }),
        web: template({ networkInterfaces: [{ deviceIndex: 0 }, { associatePublicIpAddress: "true" }] }),
        old: configuration({ associatePublicIpAddress: "true" }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ associatePublicIpAddress: true }),
        fleet: fleet({ subnetId: "subnet-1" }, { associatePublicIpAddress: true }),
      },
      says: {
        app: "associatePublicIpAddress is true; set it to false",
        web: "networkInterfaces[1].associatePublicIpAddress is true; set it to false",
        old: "associatePublicIpAddress is true",
        spot: "associatePublicIpAddress is true",
        fleet: "launchSpecifications[1].associatePublicIpAddress is true",
      },
    },
    {
      title: "instances in the default VPC",
      resources: { app: instance({ subnetId: undefined }), fleet: fleet({ ami: "ami-1" }) },
      says: {
        app: "associatePublicIpAddress is not set and no subnetId is named, so it gets a public address",
        fleet: "launchSpecifications[0].associatePublicIpAddress is not set and no subnetId is named",
      },
    },
    {
      title: "instances that leave it to a subnet that gives out addresses",
      resources: {
        open: subnet(true),
        closed: subnet(false),
        own: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1a" } },
        app: instance(inSubnet),
        api: instance({ subnetId: ref("own") }),
        web: template({ imageId: "ami-1" }),
        old: configuration({ imageId: "ami-1" }),
        servers: group({ launchTemplate: { id: ref("web") } }),
        others: group({ launchConfiguration: ref("old", "name") }),
      },
      says: {
        app: "its subnets give out public addresses (open); set associatePublicIpAddress to false",
        api: "its subnets give out public addresses (own)",
        servers: "its subnets give out public addresses (open)",
        others: "its subnets give out public addresses (open)",
      },
      beyondRemedy: ["app", "api", "servers", "others"],
    },
    {
      title: "an Elastic IP, straight or by way of a network interface",
      resources: {
        a: instance(without),
        b: instance(without),
        nic,
        later: nic,
        c: instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("nic") }] }),
        link: of("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment")({
          instanceId: ref("b"),
          networkInterfaceId: ref("later"),
        }),
        one: address({ instance: ref("a") }),
        two: address({ networkInterface: ref("nic") }),
        three: address({}),
        use: association({ allocationId: ref("three"), networkInterfaceId: ref("later") }),
        foreign: address({ instance: "i-0f" }),
      },
      says: {
        a: 'it has the public address of aws.ec2.Eip "one"; release that',
        b: 'it has the public address of aws.ec2.Eip "three"',
        c: 'it has the public address of aws.ec2.Eip "two"',
        foreign: "it gives an instance a public address; release it",
      },
      beyondRemedy: ["a", "b", "c", "foreign"],
    },
    {
      title: "an instance with other tags than the settings allow",
      settings: { allowTags: ["role=bastion"] },
      resources: { app: instance({ associatePublicIpAddress: true, tags: { role: "web" } }) },
      says: { app: "associatePublicIpAddress is true" },
    },
  ],
  allowed: [
    {
      title: "no public address in every place",
      resources: {
        open: subnet(true),
        closed: subnet(undefined),
        app: instance({ ...inSubnet, ...without }),
        api: instance({ subnetId: ref("closed") }),
        web: template({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
        old: configuration(without),
        servers: group({ launchTemplate: { id: ref("web") } }),
        others: group({ launchConfiguration: ref("old", "name") }),
        fleet: fleet({ subnetId: "subnet-1", ...without }),
      },
    },
    {
      title: "instances whose template or network interface says it",
      resources: {
        nic,
        open: subnet(true),
        web: template({ networkInterfaces: [{ associatePublicIpAddress: "false", subnetId: ref("open") }] }),
        app: { type: "aws:ec2/instance:Instance", props: { launchTemplate: { id: ref("web") } } },
        api: {
          type: "aws:ec2/instance:Instance",
          props: { primaryNetworkInterface: { networkInterfaceId: ref("nic") } },
        },
      },
    },
    {
      title: "addresses of load balancers, of gateways, and of none",
      resources: {
        open: subnet(true),
        nic,
        spare: address({ domain: "vpc" }),
        edge: { type: "aws:lb/loadBalancer:LoadBalancer", props: { subnetMappings: [{ allocationId: ref("spare") }] } },
        nat: { type: "aws:ec2/natGateway:NatGateway", props: { allocationId: ref("spare"), ...inSubnet } },
        other: address({ networkInterface: ref("nic") }),
      },
    },
    {
      title: "what the settings allow by tag, and what forwards the traffic of others",
      settings: { allowTags: ["role=bastion"] },
      resources: {
        open: subnet(true),
        door: instance({ ...inSubnet, tags: { role: "bastion" } }),
        nat: instance({ associatePublicIpAddress: true, sourceDestCheck: false }),
        a: address({ instance: ref("door") }),
        b: address({ instance: ref("nat") }),
      },
    },
  ],
  undecided: [
    {
      title: "addresses that are not known",
      resources: {
        app: instance({ associatePublicIpAddress: UNKNOWN }),
        web: template({ networkInterfaces: UNKNOWN }),
        api: template({ networkInterfaces: [{ associatePublicIpAddress: UNKNOWN }] }),
      },
      says: {
        app: "associatePublicIpAddress is not known yet",
        web: "networkInterfaces is not known yet",
        api: "networkInterfaces[0].associatePublicIpAddress is not known yet",
      },
    },
    {
      title: "subnets and templates that are not in the stack, and tags that are not known",
      settings: { allowTags: ["role=bastion"] },
      resources: {
        app: instance({}),
        door: instance({ associatePublicIpAddress: true, tags: UNKNOWN }),
        servers: {
          type: "aws:autoscaling/group:Group",
          props: { vpcZoneIdentifiers: ["subnet-1"], launchTemplate: { id: "lt-0f" } },
        },
      },
      says: {
        app: 'whether "subnet-1", a subnet that this stack does not define, gives out public addresses',
        door: "tags is not known yet",
        servers: 'the launch template "lt-0f", which this stack does not define,',
      },
    },
  ],
};
