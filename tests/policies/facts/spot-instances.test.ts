import assert from "node:assert/strict";
import { countTypes, launchesSpot, overrideTypes } from "../../../policies/facts/spot-instances";
import { UNKNOWN } from "../../../policies/facts/value";

const mixed = (instancesDistribution: unknown, overrides?: unknown) => ({
  maxSize: 6,
  mixedInstancesPolicy: { instancesDistribution, launchTemplate: { overrides } },
});
const types = (...names: unknown[]) =>
  mixed(
    undefined,
    names.map((instanceType) => ({ instanceType })),
  );

describe("Spot Instances of an Auto Scaling group", () => {
  it("are launched where less than all above the base is On-Demand", () => {
    assert.equal(launchesSpot(mixed({ onDemandPercentageAboveBaseCapacity: "0" })), true);
    assert.equal(launchesSpot(mixed({ onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 50 })), true);
    assert.equal(launchesSpot(mixed({ onDemandBaseCapacity: UNKNOWN, onDemandPercentageAboveBaseCapacity: 0 })), true);
  });

  it("are not launched otherwise", () => {
    assert.equal(launchesSpot({}), false);
    assert.equal(launchesSpot(mixed(undefined)), false);
    assert.equal(launchesSpot(mixed({ onDemandPercentageAboveBaseCapacity: 100 })), false);
    assert.equal(launchesSpot(mixed({ onDemandBaseCapacity: "6", onDemandPercentageAboveBaseCapacity: 0 })), false);
  });

  it("may be launched while the share is not known", () => {
    assert.equal(launchesSpot({ mixedInstancesPolicy: UNKNOWN }), UNKNOWN);
    assert.equal(launchesSpot(mixed({ onDemandPercentageAboveBaseCapacity: UNKNOWN })), UNKNOWN);
  });
});

describe("the instance types of an Auto Scaling group", () => {
  const any = Number.POSITIVE_INFINITY;

  it("are the different ones of its overrides", () => {
    assert.deepEqual(overrideTypes(types("a", "b", "a")), { atLeast: 2, atMost: 2 });
    assert.deepEqual(overrideTypes(types("a", UNKNOWN, UNKNOWN)), { atLeast: 1, atMost: 3 });
    assert.deepEqual(overrideTypes(types(UNKNOWN, UNKNOWN)), { atLeast: 1, atMost: 2 });
    assert.deepEqual(countTypes([]), { atLeast: 0, atMost: 0 });
  });

  it("are left to the launch template without overrides", () => {
    assert.equal(overrideTypes({}), undefined);
    assert.equal(overrideTypes(mixed(undefined, [])), undefined);
  });

  it("are all that meet requirements, and any while the overrides are not known", () => {
    const requirements = mixed(undefined, [{ instanceRequirements: { vcpuCount: { min: 2 } } }]);
    assert.deepEqual(overrideTypes(requirements), { atLeast: any, atMost: any });
    assert.deepEqual(overrideTypes(mixed(undefined, UNKNOWN)), { atLeast: 1, atMost: any });
    assert.deepEqual(overrideTypes({ mixedInstancesPolicy: UNKNOWN }), { atLeast: 1, atMost: any });
  });
});
