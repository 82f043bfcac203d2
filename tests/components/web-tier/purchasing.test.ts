import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

const group = async (args: Partial<WebTierArgs>) => (await make(args)).get("shop-asg").inputs;

describe("the purchasing of a web tier", () => {
  it("is one type on demand, by a real version of the template", async () => {
    const plan = await make();
    const { launchTemplate, mixedInstancesPolicy, capacityRebalance } = plan.get("shop-asg").inputs;
    assert.deepEqual(launchTemplate, { id: plan.get("shop-template").id, version: "1" });
    assert.deepEqual([mixedInstancesPolicy, capacityRebalance], [undefined, undefined]);
    assert.ok(plan.get("shop-asg").propertyDependencies.launchTemplate?.includes(plan.get("shop-template").urn));
  });

  it("can take the first of several types that is to be had", async () => {
    const plan = await make({ instanceTypes: ["m7g.medium", "m6g.medium"] });
    const { launchTemplate, mixedInstancesPolicy, capacityRebalance } = plan.get("shop-asg").inputs;
    assert.equal(plan.get("shop-template").inputs.instanceType, "m7g.medium");
    assert.deepEqual([launchTemplate, capacityRebalance], [undefined, false]);
    assert.deepEqual(mixedInstancesPolicy, {
      instancesDistribution: {
        onDemandAllocationStrategy: "prioritized",
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
      },
      launchTemplate: {
        launchTemplateSpecification: { launchTemplateId: plan.get("shop-template").id, version: "1" },
        overrides: [{ instanceType: "m7g.medium" }, { instanceType: "m6g.medium" }],
      },
    });
  });

  it("can be all spot, replaced ahead of its interruption", async () => {
    const { mixedInstancesPolicy, capacityRebalance } = await group({ purchasing: { type: "spot" } });
    assert.equal(capacityRebalance, true);
    assert.deepEqual(Object(mixedInstancesPolicy).instancesDistribution, {
      spotAllocationStrategy: "price-capacity-optimized",
      onDemandBaseCapacity: 0,
      onDemandPercentageAboveBaseCapacity: 0,
    });
    assert.deepEqual(Object(mixedInstancesPolicy).launchTemplate.overrides, [{ instanceType: "t4g.micro" }]);
  });

  it("can be mixed: the least number on demand, the rest spot", async () => {
    const { mixedInstancesPolicy, capacityRebalance } = await group({ minSize: 4, purchasing: { type: "mixed" } });
    assert.equal(capacityRebalance, true);
    assert.deepEqual(Object(mixedInstancesPolicy).instancesDistribution, {
      onDemandAllocationStrategy: "prioritized",
      spotAllocationStrategy: "price-capacity-optimized",
      onDemandBaseCapacity: 4,
      onDemandPercentageAboveBaseCapacity: 0,
    });
  });

  it("can be mixed as it is told", async () => {
    const purchasing = { type: "mixed", onDemandBase: 0, onDemandPercent: 25 } as const;
    const { instancesDistribution } = Object((await group({ purchasing })).mixedInstancesPolicy);
    assert.equal(instancesDistribution.onDemandBaseCapacity, 0);
    assert.equal(instancesDistribution.onDemandPercentageAboveBaseCapacity, 25);
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    [
      "purchasing.onDemandBase must be a whole number, 0 or more, got -1",
      { purchasing: { type: "mixed", onDemandBase: -1 } },
    ],
    [
      "purchasing.onDemandPercent must be a whole number between 0 and 100, got 101",
      { purchasing: { type: "mixed", onDemandPercent: 101 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }

  it("is one of three kinds, and only the mixed one has an on-demand part", () => {
    // @ts-expect-error spot has no on-demand base
    const spot: WebTierArgs["purchasing"] = { type: "spot", onDemandBase: 2 };
    assert.equal(spot?.type, "spot");
  });
});
