import assert from "node:assert/strict";
import type * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../components/argument-checks";
import { Network } from "../../components/network";
import { checkSpansZones, type NetworkRef } from "../../components/network-ref";
import { record } from "../../planner/record";

describe("a network reference", () => {
  it("is what a Network, an awsx VPC and an object of ids have in common, by the compiler's word", () => {
    const adopt = (vpc: awsx.ec2.Vpc): NetworkRef => vpc;
    const ids = { vpcId: "vpc-1", publicSubnetIds: ["subnet-1"], privateSubnetIds: ["subnet-2"] };
    const plain: NetworkRef = ids;
    // @ts-expect-error a network without private subnets is none
    const lacking: NetworkRef = { vpcId: "vpc-1", publicSubnetIds: [] };
    assert.deepEqual([typeof adopt, plain, lacking.privateSubnetIds], ["function", ids, undefined]);
  });

  it("gives the same ids from a Network and from a plain object", async () => {
    const read = ({ vpcId, privateSubnetIds }: NetworkRef) => pulumi.all([vpcId, privateSubnetIds]);
    const plan = await record(
      () => ({
        made: read(new Network("net", { zones: 2 })),
        adopted: read({
          vpcId: "vpc-1",
          publicSubnetIds: [],
          privateSubnetIds: pulumi.output(["subnet-1", "subnet-2"]),
        }),
      }),
      { environment: "dev" },
    );
    const subnets = [plan.get("net-private-a").id, plan.get("net-private-b").id];
    assert.deepEqual(plan.outputs, {
      made: [plan.get("net-vpc").id, subnets],
      adopted: ["vpc-1", ["subnet-1", "subnet-2"]],
    });
  });

  it("spans zones if a tier has two subnets, or if nobody knows yet", () => {
    const check: ArgumentCheck = (holds, argument, requirement, value) => {
      if (!holds) throw new Error(`${argument} ${requirement}, got ${value}`);
    };
    const network = {
      vpcId: "vpc-1",
      publicSubnetIds: ["subnet-1"],
      privateSubnetIds: pulumi.output(["subnet-2"]),
    };
    checkSpansZones(check, network, "private");
    checkSpansZones(check, { ...network, publicSubnetIds: ["subnet-1", "subnet-2"] }, "public");
    assert.throws(() => checkSpansZones(check, network, "public"), {
      message: "network.publicSubnetIds must hold subnets of at least two zones, got 1",
    });
  });
});
