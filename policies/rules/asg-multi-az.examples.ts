import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });
const subnet = (props: object) => ({ type: "aws:ec2/subnet:Subnet", props: { vpcId: "vpc-1", ...props } });
const inZone = (availabilityZone: unknown) => subnet({ availabilityZone });
const both = [ref("a"), ref("b")];

export const examples: Examples = {
  denied: [
    {
      title: "a group in one subnet (missed by awsguard)",
      resources: { a: inZone("eu-west-1a"), web: group({ vpcZoneIdentifiers: [ref("a")] }) },
      says: { web: "vpcZoneIdentifiers names 1 subnet; give it subnets of 2 zones" },
    },
    {
      title: "two subnets of the same zone",
      resources: { a: inZone("eu-west-1a"), b: inZone("eu-west-1a"), web: group({ vpcZoneIdentifiers: both }) },
      says: { web: "vpcZoneIdentifiers covers only eu-west-1a" },
    },
    {
      title: "two subnets of the same zone by its id",
      resources: {
        a: subnet({ availabilityZoneId: "euw1-az1" }),
        b: subnet({ availabilityZoneId: "euw1-az1" }),
        web: group({ vpcZoneIdentifiers: both }),
      },
      says: { web: "vpcZoneIdentifiers covers only euw1-az1" },
    },
    {
      title: "the same subnet twice",
      resources: { web: group({ vpcZoneIdentifiers: ["subnet-1", "subnet-1"] }) },
      says: { web: "vpcZoneIdentifiers names 1 subnet" },
    },
    {
      title: "one zone by name",
      resources: { web: group({ availabilityZones: ["eu-west-1a"] }) },
      says: { web: "availabilityZones names eu-west-1a" },
    },
    {
      title: "one zone by a name that is far too long",
      resources: { web: group({ availabilityZones: ["eu-west-1a".repeat(1000)] }) },
      says: { web: `availabilityZones names ${"eu-west-1a".repeat(8).slice(0, 77)}...; ` },
    },
    {
      title: "a group that names neither subnets nor zones",
      resources: { web: group({}) },
      says: { web: "it names neither subnets nor zones" },
    },
    {
      title: "two zones where three are asked for",
      settings: { min: 3 },
      resources: { web: group({ availabilityZones: ["eu-west-1a", "eu-west-1b"] }) },
      says: { web: "availabilityZones names eu-west-1a, eu-west-1b; give it subnets of 3 zones" },
    },
  ],
  allowed: [
    {
      title: "subnets of two zones",
      resources: { a: inZone("eu-west-1a"), b: inZone("eu-west-1b"), web: group({ vpcZoneIdentifiers: both }) },
    },
    {
      title: "default subnets of two zones",
      resources: {
        a: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1a" } },
        b: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1b" } },
        web: group({ vpcZoneIdentifiers: both }),
      },
    },
    {
      title: "subnets of two zones in a preview, where AWS has yet to say the zones",
      resources: {
        a: inZone("eu-west-1a"),
        b: inZone("eu-west-1b"),
        web: group({ vpcZoneIdentifiers: both, availabilityZones: UNKNOWN }),
      },
    },
    { title: "two zones by name", resources: { web: group({ availabilityZones: ["eu-west-1a", "eu-west-1b"] }) } },
    {
      title: "subnets from elsewhere whose zones a state knows",
      resources: {
        web: group({
          vpcZoneIdentifiers: ["subnet-1", "subnet-2"],
          availabilityZones: ["eu-west-1a", "eu-west-1b"],
        }),
      },
    },
  ],
  undecided: [
    {
      title: "subnets that are not in the stack",
      resources: { web: group({ vpcZoneIdentifiers: ["subnet-1", "subnet-2"] }) },
      says: { web: "the zones of its subnets is not known yet" },
    },
    {
      title: "a list of subnets that is not known",
      resources: { web: group({ vpcZoneIdentifiers: UNKNOWN }) },
      says: { web: "the zones of its subnets" },
    },
    {
      title: "subnets whose zones are not known",
      resources: { a: inZone(UNKNOWN), b: subnet({}), web: group({ vpcZoneIdentifiers: both }) },
      says: { web: "the zones of its subnets" },
    },
    {
      title: "a zone by name beside one by id",
      resources: {
        a: inZone("eu-west-1a"),
        b: subnet({ availabilityZoneId: "euw1-az1" }),
        web: group({ vpcZoneIdentifiers: both }),
      },
      says: { web: "the zones of its subnets" },
    },
    {
      title: "zones of which one is not known",
      resources: { web: group({ availabilityZones: ["eu-west-1a", UNKNOWN] }) },
      says: { web: "the zones of its subnets" },
    },
  ],
};
