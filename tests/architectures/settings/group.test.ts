import assert from "node:assert/strict";
import { planned } from "../planned";

const withSettings = async (...set: string[]) => (await planned("streaming", undefined, ...set)).plan;

describe("the settings of a group", () => {
  it("reach the group: how servers wait, come, go and are replaced", async () => {
    const plan = await withSettings(
      'warmPool={"minSize":1,"maxPreparedCapacity":8,"state":"running","reuseOnScaleIn":true}',
      'lifecycleHooks={"ready":{"at":"launching","heartbeatSeconds":120,"defaultResult":"continue","notify":{"queueArn":"arn:q","roleArn":"arn:r","metadata":"m"}},"bye":{"at":"terminating"}}',
      "retainOnAbandonedHook=true",
      'maintenance={"minHealthyPercent":80,"maxHealthyPercent":120}',
      "zoneDistribution=balancedOnly",
      'terminationPolicies=["OldestInstance",{"functionArn":"arn:f"}]',
      'suspendedProcesses=["AZRebalance"]',
      "protectFromScaleIn=true",
      'refresh={"checkpoints":{"percents":[50,100],"delaySeconds":60},"skipMatching":false,"standbyInstances":"wait","scaleInProtectedInstances":"ignore"}',
      "ebsHealthChecks=true",
      "waitForCapacityMinutes=15",
      "cooldownSeconds=60",
      'placementGroup={"type":"existing","name":"racks"}',
      'capacityReservation={"type":"targeted","reservations":{"ids":["cr-1"]}}',
    );
    const { inputs } = plan.get("streaming-asg");
    assert.deepEqual(inputs.warmPool, {
      minSize: 1,
      maxGroupPreparedCapacity: 8,
      poolState: "Running",
      instanceReusePolicy: { reuseOnScaleIn: true },
    });
    assert.equal(plan.get("streaming-hook-ready").inputs.roleArn, "arn:r");
    assert.ok(plan.get("streaming-hook-bye"));
    assert.ok(inputs.instanceLifecyclePolicy);
    assert.deepEqual(inputs.instanceMaintenancePolicy, { minHealthyPercentage: 80, maxHealthyPercentage: 120 });
    assert.deepEqual(inputs.availabilityZoneDistribution, { capacityDistributionStrategy: "balanced-only" });
    assert.deepEqual(inputs.terminationPolicies, ["OldestInstance", "arn:f"]);
    assert.deepEqual([inputs.suspendedProcesses, inputs.protectFromScaleIn], [["AZRebalance"], true]);
    assert.deepEqual(Object(inputs.instanceRefresh).preferences.checkpointPercentages, [50, 100]);
    assert.deepEqual(
      [inputs.healthCheckType, inputs.waitForCapacityTimeout, inputs.defaultCooldown, inputs.placementGroup],
      ["ELB,EBS", "15m", 60, "racks"],
    );
    assert.ok(inputs.capacityReservationSpecification);
  });

  const at = "tierwork:settings";
  for (const [set, message] of [
    ['purchasing={"type":"cheap"}', `${at}.purchasing.type must be one of "onDemand", "spot", "mixed", got "cheap"`],
    [
      'purchasing={"type":"spot","spotStrategy":"random"}',
      `${at}.purchasing.spotStrategy must be priceCapacityOptimized, capacityOptimized, capacityOptimizedPrioritized, or a map with type: lowestPrice and pools, got "random"`,
    ],
    ['warmPool={"state":"cold"}', `${at}.warmPool.state must be one of "stopped", "running", "hibernated", got "cold"`],
    [
      'warmPool={"size":2}',
      `${at}.warmPool.size is not a setting of streaming; there are maxPreparedCapacity, minSize, reuseOnScaleIn, state`,
    ],
    [
      'capacityReservation={"type":"targeted","reservations":{"ids":["a"],"resourceGroupArns":["b"]}}',
      `${at}.capacityReservation.reservations must hold ids or resourceGroupArns, got {"ids":["a"],"resourceGroupArns":["b"]}`,
    ],
    ['placementGroup={"type":"partition"}', `${at}.placementGroup.partitions must be a number, got nothing`],
    [
      'lifecycleHooks={"a":{"at":"boot"}}',
      `${at}.lifecycleHooks.a.at must be one of "launching", "terminating", got "boot"`,
    ],
    [
      'lifecycleHooks={"a":{"at":"launching","notify":{"topicArn":"a","queueArn":"b"}}}',
      `${at}.lifecycleHooks.a.notify must hold topicArn or queueArn, got {"topicArn":"a","queueArn":"b"}`,
    ],
    [
      'terminationPolicies=["Random"]',
      `${at}.terminationPolicies[0] must be one of "AllocationStrategy", "ClosestToNextInstanceHour", "Default", "NewestInstance", "OldestInstance", "OldestLaunchTemplate" or a map, got "Random"`,
    ],
    [
      "zoneDistribution=even",
      `${at}.zoneDistribution must be one of "balancedBestEffort", "balancedOnly", "reservationsThenBalanced", got "even"`,
    ],
    ['maintenance={"minHealthyPercent":90}', `${at}.maintenance.maxHealthyPercent must be a number, got nothing`],
    ['refresh={"checkpoints":[50]}', `${at}.refresh.checkpoints must be a map, got [50]`],
  ] as const) {
    it(`refuse: ${message}`, () => assert.rejects(withSettings(set), { message }));
  }
});
