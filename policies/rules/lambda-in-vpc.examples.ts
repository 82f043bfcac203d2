import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "functions without subnets",
      resources: { bare: of({}), empty: of({ vpcConfig: { subnetIds: [], securityGroupIds: [] } }) },
      says: {
        bare: "vpcConfig.subnetIds is not set; name subnets of a VPC",
        empty: "vpcConfig.subnetIds is not set",
      },
    },
    {
      title: "a function whose tag asks for it",
      settings: { tags: ["Data=private"] },
      resources: { orders: of({ tags: { Data: "private" } }) },
      says: { orders: "vpcConfig.subnetIds is not set" },
    },
  ],
  allowed: [
    {
      title: "functions with subnets, their own or those of their instances",
      resources: {
        subnet: { type: "aws:ec2/subnet:Subnet", props: {} },
        inside: of({ vpcConfig: { subnetIds: [ref("subnet")], securityGroupIds: ["sg-1"] } }),
        instances: of({ capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: {} } }),
      },
    },
    {
      title: "a function without the tag",
      settings: { tags: ["Data=private"] },
      resources: { site: of({ tags: { Data: "public" } }) },
    },
  ],
  undecided: [
    {
      title: "subnets that are not known",
      resources: { inside: of({ vpcConfig: UNKNOWN }) },
      says: { inside: "vpcConfig.subnetIds is not known yet" },
    },
    {
      title: "tags that are not known",
      settings: { tags: ["Data"] },
      resources: { orders: of({ tags: UNKNOWN }) },
      says: { orders: "tags is not known yet" },
    },
  ],
};
