import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

const subnetType = "aws:ec2/subnet:Subnet";

describe("the zones of a network", () => {
  it("can be ids, which mean the same place in every account", async () => {
    const plan = await network({ zones: ["euw1-az3", "euw1-az1"] });
    assert.deepEqual(plan.names(subnetType), [
      "net-private-az1",
      "net-private-az3",
      "net-public-az1",
      "net-public-az3",
    ]);
    assert.deepEqual(plan.get("net-public-az3").inputs, {
      vpcId: plan.get("net-vpc").id,
      availabilityZoneId: "euw1-az3",
      cidrBlock: "10.0.136.0/22",
      mapPublicIpOnLaunch: false,
      tags: { Name: "net-public-az3", Tier: "public", "kubernetes.io/role/elb": "1" },
    });
    assert.equal(plan.get("net-nat-az3").inputs.subnetId, plan.get("net-public-az3").id);
  });

  it("stay where they are when ids are added, in any order", async () => {
    const before = await network({ zones: ["apne1-az4", "apne1-az1"] });
    const after = await network({ zones: ["apne1-az1", "apne1-az2", "apne1-az4"] });
    for (const { name, inputs } of before.ofType(subnetType)) assert.deepEqual(after.get(name).inputs, inputs, name);
    assert.equal(after.ofType(subnetType).length, 6);
  });

  it("say by their ids where the addresses of a regional NAT gateway are", async () => {
    const allocationIds = ["eipalloc-1", "eipalloc-2"];
    const plan = await network({ zones: ["use1-az4", "use1-az6"], nat: { type: "regional", allocationIds } });
    assert.deepEqual(plan.get("net-nat").inputs.availabilityZoneAddresses, [
      { allocationIds: ["eipalloc-1"], availabilityZoneId: "use1-az4" },
      { allocationIds: ["eipalloc-2"], availabilityZoneId: "use1-az6" },
    ]);
  });
});
