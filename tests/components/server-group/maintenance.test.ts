import assert from "node:assert/strict";
import { refuses } from "./refused";
import { groupInputs } from "./workers";

describe("the maintenance of a group", () => {
  it("is AWS's own if nothing is said", async () => {
    const { instanceMaintenancePolicy, availabilityZoneDistribution } = await groupInputs({});
    assert.deepEqual([instanceMaintenancePolicy, availabilityZoneDistribution], [undefined, undefined]);
  });

  it("keeps as many servers as it is told, in roll-outs too unless they say otherwise", async () => {
    const maintenance = { minHealthyPercent: 75, maxHealthyPercent: 125 };
    const inputs = await groupInputs({ maintenance });
    assert.deepEqual(inputs.instanceMaintenancePolicy, { minHealthyPercentage: 75, maxHealthyPercentage: 125 });
    const rollOut = (stated: unknown) => {
      const { minHealthyPercentage, maxHealthyPercentage } = Object(stated).preferences;
      return [minHealthyPercentage, maxHealthyPercentage];
    };
    assert.deepEqual(rollOut(inputs.instanceRefresh), [75, 125]);
    const { instanceRefresh } = await groupInputs({ maintenance, refresh: { minHealthyPercent: 100 } });
    assert.deepEqual(rollOut(instanceRefresh), [100, 125]);
  });

  for (const [zoneDistribution, capacityDistributionStrategy] of [
    ["balancedBestEffort", "balanced-best-effort"],
    ["balancedOnly", "balanced-only"],
  ] as const) {
    it(`can lie in its zones ${zoneDistribution}`, async () => {
      assert.deepEqual((await groupInputs({ zoneDistribution })).availabilityZoneDistribution, {
        capacityDistributionStrategy,
      });
    });
  }

  it("can use reservations up before it evens zones out", async () => {
    const inputs = await groupInputs({
      zoneDistribution: "reservationsThenBalanced",
      capacityReservation: { type: "targeted", reservations: { ids: ["cr-1"] } },
    });
    assert.deepEqual(inputs.availabilityZoneDistribution, {
      capacityDistributionStrategy: "reservations-then-balanced",
    });
  });

  refuses([
    [
      "maintenance.minHealthyPercent must be a whole number between 0 and 100, got 101",
      { maintenance: { minHealthyPercent: 101, maxHealthyPercent: 150 } },
    ],
    [
      "maintenance.maxHealthyPercent must be a whole number between 100 and 150, 100 more than minHealthyPercent, got 160",
      { maintenance: { minHealthyPercent: 50, maxHealthyPercent: 160 } },
    ],
    [
      "maintenance.maxHealthyPercent must be a whole number between 100 and 190, 100 more than minHealthyPercent, got 90",
      { maintenance: { minHealthyPercent: 90, maxHealthyPercent: 90 } },
    ],
    [
      'zoneDistribution must have a targeted capacityReservation to use up, got "reservationsThenBalanced"',
      { zoneDistribution: "reservationsThenBalanced", capacityReservation: { type: "none" } },
    ],
  ]);
});
