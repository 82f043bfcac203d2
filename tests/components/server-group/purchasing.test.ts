import assert from "node:assert/strict";
import type { Spot } from "../../../components/server-group/purchasing";
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
  });

  it("has three types to choose among where there is spot capacity, if none are named", async () => {
    const types = async (type: "spot" | "mixed", environment: "dev" | "prod") => {
      const args = { network, exposure: "internet", tls: "none", purchasing: { type } } as const;
      const plan = await record(() => new WebTier("shop", args), { environment });
      const { overrides } = Object(plan.get("shop-asg").inputs.mixedInstancesPolicy).launchTemplate;
      return overrides.map(({ instanceType }: { instanceType: string }) => instanceType);
    };
    assert.deepEqual(await types("spot", "dev"), ["t4g.micro", "t4g.small", "t4g.medium"]);
    assert.deepEqual(await types("mixed", "prod"), ["m7g.medium", "m6g.medium", "r7g.medium"]);
    const named = await group({ purchasing: { type: "spot" }, instanceTypes: ["m7g.large"] });
    assert.deepEqual(Object(named.mixedInstancesPolicy).launchTemplate.overrides, [{ instanceType: "m7g.large" }]);
  });

  it("follows the strategies that are named", async () => {
    const distribution = async (purchasing: WebTierArgs["purchasing"]) =>
      Object((await group({ purchasing })).mixedInstancesPolicy).instancesDistribution;
    const spot = async (spotStrategy: Spot["spotStrategy"]) => {
      const { spotAllocationStrategy, spotInstancePools } = await distribution({ type: "spot", spotStrategy });
      return [spotAllocationStrategy, spotInstancePools];
    };
    assert.deepEqual(await spot("priceCapacityOptimized"), ["price-capacity-optimized", undefined]);
    assert.deepEqual(await spot("capacityOptimized"), ["capacity-optimized", undefined]);
    assert.deepEqual(await spot("capacityOptimizedPrioritized"), ["capacity-optimized-prioritized", undefined]);
    assert.deepEqual(await spot({ type: "lowestPrice", pools: 4 }), ["lowest-price", 4]);
    const cheapest = await distribution({ type: "mixed", onDemandStrategy: "lowestPrice" });
    assert.equal(cheapest.onDemandAllocationStrategy, "lowest-price");
    const instanceTypes = ["m7g.medium", "m6g.medium"];
    const onDemand = await group({ instanceTypes, purchasing: { type: "onDemand", onDemandStrategy: "lowestPrice" } });
    const { instancesDistribution } = Object(onDemand.mixedInstancesPolicy);
    assert.equal(instancesDistribution.onDemandAllocationStrategy, "lowest-price");
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

  const attributes = { architecture: "arm64", vcpuCount: { min: 1 }, memoryMiB: { min: 1024 } } as const;
  const refused: [string, Partial<WebTierArgs>][] = [
    [
      'purchasing.onDemandStrategy must be "lowestPrice" as attributes have no order, got "prioritized"',
      { instanceTypes: attributes, purchasing: { type: "onDemand", onDemandStrategy: "prioritized" } },
    ],
    [
      'purchasing.spotStrategy must be "capacityOptimized" as attributes have no order, got "capacityOptimizedPrioritized"',
      { instanceTypes: attributes, purchasing: { type: "spot", spotStrategy: "capacityOptimizedPrioritized" } },
    ],
    [
      "purchasing.spotStrategy.pools must be a whole number between 1 and 20, got 21",
      { purchasing: { type: "spot", spotStrategy: { type: "lowestPrice", pools: 21 } } },
    ],
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
