import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { ...props },
});
const classic = (props: Record<string, unknown>) => ({
  type: "aws:elb/loadBalancer:LoadBalancer",
  props: { ...props },
});
const inZone = (availabilityZone: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const a = inZone("eu-west-1a");
const b = inZone("eu-west-1b");
const address = { type: "aws:ec2/eip:Eip", props: { domain: "vpc" } };

export const examples: Examples = {
  denied: [
    {
      title: "a load balancer of each kind in one subnet (missed by awsguard)",
      resources: {
        a,
        web: balancer({ subnets: [ref("a")] }),
        old: { type: "aws:alb/loadBalancer:LoadBalancer", props: { subnets: ["subnet-1"] } },
        inspect: balancer({ loadBalancerType: "gateway", subnetMappings: [{ subnetId: ref("a") }] }),
        classic: classic({ subnets: [ref("a")] }),
      },
      says: {
        web: "subnets names 1 subnet; give it subnets of 2 zones",
        old: "subnets names 1 subnet",
        inspect: "subnetMappings names 1 subnet",
        classic: "subnets names 1 subnet",
      },
    },
    {
      title: "fixed addresses in two subnets of one zone",
      resources: {
        a,
        b: inZone("eu-west-1a"),
        address,
        edge: balancer({
          loadBalancerType: "network",
          subnetMappings: [{ subnetId: ref("a"), allocationId: ref("address") }, { subnetId: ref("b") }],
        }),
      },
      says: { edge: "subnetMappings covers only eu-west-1a" },
    },
    {
      title: "a classic load balancer in one zone by name",
      resources: { classic: classic({ availabilityZones: ["eu-west-1a"] }) },
      says: { classic: "availabilityZones names eu-west-1a" },
    },
    {
      title: "a load balancer without subnets",
      resources: { web: balancer({ subnets: [] }) },
      says: { web: "it names no subnets" },
    },
  ],
  allowed: [
    {
      title: "subnets of two zones in each place",
      resources: {
        a,
        b,
        address,
        web: balancer({ subnets: [ref("a"), ref("b")] }),
        edge: balancer({
          loadBalancerType: "network",
          subnetMappings: [{ subnetId: ref("a"), allocationId: ref("address") }, { subnetId: ref("b") }],
        }),
        classic: classic({ subnets: [ref("a"), ref("b")] }),
        zonal: classic({ availabilityZones: ["eu-west-1a", "eu-west-1b"] }),
      },
    },
    {
      title: "a classic load balancer in subnets of two zones (a false alarm of compliance-policies)",
      resources: { a, b, classic: classic({ subnets: [ref("a"), ref("b")] }) },
    },
    {
      title: "subnet mappings in a preview, where AWS has yet to say the subnets",
      resources: {
        a,
        b,
        edge: balancer({ subnets: UNKNOWN, subnetMappings: [{ subnetId: ref("a") }, { subnetId: ref("b") }] }),
      },
    },
    {
      title: "one subnet, when the settings ask for one zone",
      settings: { min: 1 },
      resources: { web: balancer({ subnets: ["subnet-1"] }) },
    },
  ],
  undecided: [
    {
      title: "subnets from elsewhere",
      resources: {
        web: balancer({ subnets: UNKNOWN }),
        api: balancer({ subnets: ["subnet-1", "subnet-2"] }),
        edge: balancer({ subnetMappings: [{ subnetId: UNKNOWN }, { subnetId: UNKNOWN }] }),
      },
      says: { web: "the zones of its subnets", api: "the zones of its subnets", edge: "the zones of its subnets" },
    },
  ],
};
