import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const inSubnets = (subnetIds: unknown) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs24.x", vpcConfig: { subnetIds, securityGroupIds: ["sg-1"] } },
});
const inZone = (availabilityZone: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const a = inZone("eu-west-1a");
const b = inZone("eu-west-1b");

export const examples: Examples = {
  denied: [
    {
      title: "a function and instances of functions in one subnet",
      resources: {
        a,
        orders: inSubnets([ref("a")]),
        instances: {
          type: "aws:lambda/capacityProvider:CapacityProvider",
          props: { vpcConfig: { subnetIds: ["subnet-1"] } },
        },
      },
      says: {
        orders: "vpcConfig.subnetIds names 1 subnet; give it subnets of 2 zones",
        instances: "vpcConfig.subnetIds names 1 subnet",
      },
    },
    {
      title: "two subnets of one zone",
      resources: { a, b: inZone("eu-west-1a"), orders: inSubnets([ref("a"), ref("b")]) },
      says: { orders: "vpcConfig.subnetIds covers only eu-west-1a; give it subnets of 2 zones" },
    },
    {
      title: "two zones where three are wanted",
      settings: { min: 3 },
      resources: { a, b, orders: inSubnets([ref("a"), ref("b")]) },
      says: { orders: "vpcConfig.subnetIds names 2 subnets; give it subnets of 3 zones" },
    },
  ],
  allowed: [
    { title: "subnets of two zones", resources: { a, b, orders: inSubnets([ref("a"), ref("b")]) } },
    {
      title: "a function outside any VPC, and one zone where that is enough",
      settings: { min: 1 },
      resources: { free: { type: "aws:lambda/function:Function", props: {} }, orders: inSubnets(["subnet-1"]) },
    },
  ],
  undecided: [
    {
      title: "subnets that are not in the stack, or not known",
      resources: { orders: inSubnets(["subnet-1", "subnet-2"]), later: inSubnets(UNKNOWN) },
      says: {
        orders: "the zones of its subnets is not known yet",
        later: "the zones of its subnets is not known yet",
      },
    },
  ],
};
