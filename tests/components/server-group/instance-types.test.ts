import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs, templateInputs, workers } from "./workers";

const policyOf = async (args: Partial<ServerGroupArgs>) => Object((await groupInputs(args)).mixedInstancesPolicy);

describe("the instance types of a group", () => {
  it("can have weights, by which the sizes are then counted", async () => {
    const instanceTypes = [
      { type: "m7g.large", weight: 2 },
      { type: "m7g.xlarge", weight: 4 },
    ];
    const plan = await workers({ instanceTypes });
    const { minSize, maxSize, mixedInstancesPolicy, enabledMetrics } = plan.get("workers-asg").inputs;
    assert.deepEqual([minSize, maxSize], [8, 16]);
    assert.deepEqual(Object(mixedInstancesPolicy).launchTemplate.overrides, [
      { instanceType: "m7g.large", weightedCapacity: "2" },
      { instanceType: "m7g.xlarge", weightedCapacity: "4" },
    ]);
    assert.ok(Array.isArray(enabledMetrics) && enabledMetrics.includes("GroupInServiceCapacity"));
    assert.equal(plan.get("workers-template").inputs.instanceType, "m7g.large");
  });

  it("are a choice even when it is one type that has a weight", async () => {
    const { launchTemplate } = await policyOf({ instanceTypes: [{ type: "m7g.large", weight: 2 }] });
    assert.deepEqual(launchTemplate.overrides, [{ instanceType: "m7g.large", weightedCapacity: "2" }]);
  });

  it("are plain where a type is written out without anything special", async () => {
    const { launchTemplate, mixedInstancesPolicy } = await groupInputs({ instanceTypes: [{ type: "m7g.large" }] });
    assert.equal(mixedInstancesPolicy, undefined);
    assert.equal(Object(launchTemplate).version, "1");
  });

  it("can be of another architecture by a launch template of their own", async () => {
    const launchTemplate = { id: "lt-0a1b2c3d4e5f60718", version: "3" };
    const instanceTypes = ["m7g.large", { type: "m7i.large", launchTemplate }];
    assert.deepEqual((await policyOf({ instanceTypes })).launchTemplate.overrides, [
      { instanceType: "m7g.large" },
      {
        instanceType: "m7i.large",
        launchTemplateSpecification: { launchTemplateId: "lt-0a1b2c3d4e5f60718", version: "3" },
      },
    ]);
  });

  it("can be whatever has the attributes that are asked for, current and not burstable unless said", async () => {
    const plan = await workers({
      instanceTypes: { architecture: "x86_64", vcpuCount: { min: 2, max: 4 }, memoryMiB: { min: 4096 } },
    });
    const { mixedInstancesPolicy } = plan.get("workers-asg").inputs;
    assert.deepEqual(mixedInstancesPolicy, {
      instancesDistribution: {
        onDemandAllocationStrategy: "lowest-price",
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
      },
      launchTemplate: {
        launchTemplateSpecification: { launchTemplateId: plan.get("workers-template").id, version: "1" },
        overrides: [
          {
            instanceRequirements: {
              vcpuCount: { min: 2, max: 4 },
              memoryMib: { min: 4096 },
              instanceGenerations: ["current"],
              burstablePerformance: "excluded",
              bareMetal: "excluded",
            },
          },
        ],
      },
    });
    const { instanceType, ebsOptimized } = plan.get("workers-template").inputs;
    assert.deepEqual([instanceType, ebsOptimized], [undefined, "true"]);
  });

  it("passes every attribute on", async () => {
    const { launchTemplate } = await policyOf({
      purchasing: { type: "spot" },
      instanceTypes: {
        architecture: "x86_64",
        vcpuCount: { min: 8 },
        memoryMiB: { min: 32768, max: 262144 },
        memoryGiBPerVcpu: { min: 3.5, max: 8 },
        cpuManufacturers: ["intel", "amd"],
        types: { excluded: ["*.metal", "c5*"] },
        generations: ["current", "previous"],
        burstable: "included",
        bareMetal: "included",
        localStorage: "required",
        localStorageTypes: ["ssd"],
        totalLocalStorageGB: { min: 100 },
        networkBandwidthGbps: { min: 12.5 },
        networkInterfaceCount: { min: 2 },
        baselineEbsBandwidthMbps: { min: 1000 },
        accelerators: {
          count: { min: 1, max: 4 },
          types: ["gpu"],
          manufacturers: ["nvidia"],
          names: ["a100"],
          totalMemoryMiB: { min: 16384 },
        },
        onDemandMaxPricePercentOverLowest: 30,
        spotMaxPrice: { percentOfOnDemand: 60 },
      },
    });
    assert.deepEqual(launchTemplate.overrides[0].instanceRequirements, {
      vcpuCount: { min: 8 },
      memoryMib: { min: 32768, max: 262144 },
      memoryGibPerVcpu: { min: 3.5, max: 8 },
      cpuManufacturers: ["intel", "amd"],
      excludedInstanceTypes: ["*.metal", "c5*"],
      instanceGenerations: ["current", "previous"],
      burstablePerformance: "included",
      bareMetal: "included",
      localStorage: "required",
      localStorageTypes: ["ssd"],
      totalLocalStorageGb: { min: 100 },
      networkBandwidthGbps: { min: 12.5 },
      networkInterfaceCount: { min: 2 },
      baselineEbsBandwidthMbps: { min: 1000 },
      acceleratorCount: { min: 1, max: 4 },
      acceleratorTypes: ["gpu"],
      acceleratorManufacturers: ["nvidia"],
      acceleratorNames: ["a100"],
      acceleratorTotalMemoryMib: { min: 16384 },
      onDemandMaxPricePercentageOverLowestPrice: 30,
      maxSpotPriceAsPercentageOfOptimalOnDemandPrice: 60,
    });
  });

  it("can be limited to a list, and to a share over the lowest spot price", async () => {
    const { launchTemplate } = await policyOf({
      instanceTypes: {
        architecture: "arm64",
        vcpuCount: { min: 1 },
        memoryMiB: { min: 1024 },
        types: { allowed: ["m7g.*", "c7g.*"] },
        spotMaxPrice: { percentOverLowest: 50 },
      },
    });
    const { allowedInstanceTypes, spotMaxPricePercentageOverLowestPrice } =
      launchTemplate.overrides[0].instanceRequirements;
    assert.deepEqual([allowedInstanceTypes, spotMaxPricePercentageOverLowestPrice], [["m7g.*", "c7g.*"], 50]);
  });

  it("pick the image by the architecture that is asked for, and leave EBS optimisation open where a t2 may match", async () => {
    const attributes = { vcpuCount: { min: 1 }, memoryMiB: { min: 1024 } };
    const arm = await templateInputs({ instanceTypes: { architecture: "arm64", ...attributes } });
    const x86 = await templateInputs({
      instanceTypes: { architecture: "x86_64", burstable: "included", ...attributes },
    });
    assert.notEqual(arm.imageId, x86.imageId);
    assert.equal(x86.ebsOptimized, undefined);
  });

  const range = { architecture: "arm64", vcpuCount: { min: 1 }, memoryMiB: { min: 1024 } } as const;
  const many = (count: number) => Array.from({ length: count }, (_, index) => `m7g.${index + 1}xlarge`);
  refuses([
    [
      'instanceTypes must have a weight for all types or for none, got [{"type":"m7g.large","weight":2},{"type":"m6g.large"}]',
      { instanceTypes: [{ type: "m7g.large", weight: 2 }, "m6g.large"] },
    ],
    [
      "instanceTypes must have weights that are whole numbers between 1 and 999, got 1000",
      { instanceTypes: [{ type: "m7g.large", weight: 1000 }] },
    ],
    [
      "minSize must be a whole number, 8 or more, two servers of the greatest weight, to span two zones, got 4",
      {
        minSize: 4,
        instanceTypes: [
          { type: "m7g.large", weight: 2 },
          { type: "m7g.xlarge", weight: 4 },
        ],
      },
    ],
    ["instanceTypes must name at most 40 types, got 41", { instanceTypes: many(41) }],
    [
      "instanceTypes must use at most 20 launch templates, the group's included, got 21",
      { instanceTypes: many(20).map((type) => ({ type, launchTemplate: { id: "lt-1", version: "1" } })) },
    ],
    [
      'instanceTypes must be types such as "t4g.micro", got "big"',
      { instanceTypes: [{ type: "big", launchTemplate: { id: "lt-1", version: "1" } }] },
    ],
    [
      'instanceTypes must not repeat a type, got ["m7g.large","m7g.large"]',
      { instanceTypes: ["m7g.large", { type: "m7g.large", launchTemplate: { id: "lt-1", version: "1" } }] },
    ],
    [
      "instanceTypes.vcpuCount.max must be at least min (4), got 2",
      { instanceTypes: { ...range, vcpuCount: { min: 4, max: 2 } } },
    ],
    [
      "instanceTypes.vcpuCount.min must be a whole number, 0 or more, got 1.5",
      { instanceTypes: { ...range, vcpuCount: { min: 1.5 } } },
    ],
    [
      "instanceTypes.memoryGiBPerVcpu.min must be a number, 0 or more, got -1",
      { instanceTypes: { ...range, memoryGiBPerVcpu: { min: -1 } } },
    ],
    [
      "instanceTypes.accelerators.count.max must be a whole number, 0 or more, got -1",
      { instanceTypes: { ...range, accelerators: { count: { max: -1 } } } },
    ],
    [
      "instanceTypes.types must name between 1 and 400 types, got 0",
      { instanceTypes: { ...range, types: { allowed: [] } } },
    ],
    [
      'instanceTypes.types must be types or patterns such as "m7g.*", at most 30 characters, got "M7G"',
      { instanceTypes: { ...range, types: { excluded: ["M7G"] } } },
    ],
    [
      "instanceTypes.onDemandMaxPricePercentOverLowest must be a whole number of percent, 0 or more, got -1",
      { instanceTypes: { ...range, onDemandMaxPricePercentOverLowest: -1 } },
    ],
    [
      "instanceTypes.spotMaxPrice must be a whole number of percent, 0 or more, got 0.5",
      { instanceTypes: { ...range, spotMaxPrice: { percentOverLowest: 0.5 } } },
    ],
  ]);

  it("are asked for by vCPUs and memory at least", () => {
    // @ts-expect-error attributes need vCPUs
    const vague: ServerGroupArgs["instanceTypes"] = { architecture: "arm64", memoryMiB: { min: 1 } };
    assert.equal(Object.keys(vague ?? {}).length, 2);
  });
});
