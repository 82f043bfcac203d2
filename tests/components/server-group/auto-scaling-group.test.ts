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

describe("the group of a web tier", () => {
  it("replaces what its load balancer finds unwell, and says how it is", async () => {
    const plan = await make();
    const { launchTemplate, vpcZoneIdentifiers, instanceRefresh, ...inputs } = plan.get("shop-asg").inputs;
    assert.deepEqual(inputs, {
      minSize: 2,
      maxSize: 4,
      desiredCapacity: 2,
      targetGroupArns: [plan.get("shop-tg").outputs.arn],
      healthCheckType: "ELB",
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 300,
      defaultCooldown: 300,
      enabledMetrics: [
        "GroupMinSize",
        "GroupMaxSize",
        "GroupDesiredCapacity",
        "GroupInServiceInstances",
        "GroupPendingInstances",
        "GroupStandbyInstances",
        "GroupTerminatingInstances",
        "GroupTotalInstances",
      ],
      tags: [{ key: "Name", value: "shop", propagateAtLaunch: true }],
    });
  });

  it("rolls a new version out without losing capacity, and back when clients suffer", async () => {
    const plan = await make();
    const alarms = ["target-5xx", "lb-5xx", "latency", "unhealthy-hosts"];
    assert.deepEqual(plan.get("shop-asg").inputs.instanceRefresh, {
      strategy: "Rolling",
      preferences: {
        minHealthyPercentage: 100,
        maxHealthyPercentage: 150,
        skipMatching: true,
        autoRollback: true,
        alarmSpecification: { alarms: alarms.map((alarm) => plan.get(`shop-${alarm}`).outputs.name) },
      },
    });
  });

  it("rolls out as it is told", async () => {
    const plan = await make({ refresh: { minHealthyPercent: 50, maxHealthyPercent: 100, rollbackOnAlarm: false } });
    assert.deepEqual(plan.get("shop-asg").inputs.instanceRefresh, {
      strategy: "Rolling",
      preferences: { minHealthyPercentage: 50, maxHealthyPercentage: 100, skipMatching: true, autoRollback: true },
    });
  });

  it("lets old and new servers be at most 100 % more than what stays in service", async () => {
    const plan = await make({ refresh: { minHealthyPercent: 25 } });
    assert.equal(Object(plan.get("shop-asg").inputs.instanceRefresh).preferences.maxHealthyPercentage, 125);
  });

  it("leaves the number of servers to the scaling after its creation", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-asg").options.ignoreChanges, ["desiredCapacity"]);
  });

  it("leaves the least and the greatest number alone too where a schedule moves them", async () => {
    const plan = await make({
      scaling: [{ type: "schedule", name: "lunch", recurrence: "0 12 * * *", minSize: 3 }],
    });
    assert.deepEqual(plan.get("shop-asg").options.ignoreChanges, ["desiredCapacity", "minSize", "maxSize"]);
  });

  it("has the sizes, times and tags that it is told", async () => {
    const plan = await make({
      minSize: 3,
      maxSize: 10,
      desiredCapacity: 5,
      healthCheckGraceSeconds: 0,
      instanceWarmupSeconds: 60,
      cooldownSeconds: 30,
      maxInstanceLifetimeDays: 7,
      instanceTags: { Team: "web" },
    });
    const { inputs } = plan.get("shop-asg");
    assert.deepEqual([inputs.minSize, inputs.desiredCapacity, inputs.maxSize], [3, 5, 10]);
    assert.equal(inputs.healthCheckGracePeriod, 0);
    assert.equal(inputs.defaultInstanceWarmup, 60);
    assert.equal(inputs.defaultCooldown, 30);
    assert.equal(inputs.maxInstanceLifetime, 604800);
    assert.deepEqual(inputs.tags, [
      { key: "Name", value: "shop", propagateAtLaunch: true },
      { key: "Team", value: "web", propagateAtLaunch: true },
    ]);
  });

  it("is waited for as long as it is told", async () => {
    const timeout = async (waitForCapacityMinutes?: number) =>
      (await make({ waitForCapacityMinutes })).get("shop-asg").inputs.waitForCapacityTimeout;
    assert.deepEqual([await timeout(), await timeout(25), await timeout(0)], [undefined, "25m", "0m"]);
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    ["waitForCapacityMinutes must be a whole number of minutes, 0 or more, got -1", { waitForCapacityMinutes: -1 }],
    ["minSize must be a whole number, 2 or more to span two zones, got 1", { minSize: 1 }],
    ["minSize must be a whole number, 2 or more to span two zones, got 2.5", { minSize: 2.5 }],
    ["maxSize must be a whole number, at least minSize (4), got 3", { minSize: 4, maxSize: 3 }],
    ["maxSize must be a whole number, at least minSize (2), got 2.5", { maxSize: 2.5 }],
    ["desiredCapacity must be between minSize (2) and maxSize (4), got 1", { desiredCapacity: 1 }],
    ["desiredCapacity must be between minSize (2) and maxSize (4), got 5", { desiredCapacity: 5 }],
    ["healthCheckGraceSeconds must be a whole number of seconds, 0 or more, got -1", { healthCheckGraceSeconds: -1 }],
    ["healthCheckGraceSeconds must be at most 28800 seconds, got 28801", { healthCheckGraceSeconds: 28801 }],
    ["instanceWarmupSeconds must be a whole number of seconds, 0 or more, got 1.5", { instanceWarmupSeconds: 1.5 }],
    ["cooldownSeconds must be a whole number of seconds, 0 or more, got -1", { cooldownSeconds: -1 }],
    [
      "maxInstanceLifetimeDays must be a whole number of days between 1 and 365, got 1.5",
      { maxInstanceLifetimeDays: 1.5 },
    ],
    [
      "maxInstanceLifetimeDays must be a whole number of days between 1 and 365, got 366",
      { maxInstanceLifetimeDays: 366 },
    ],
    [
      "refresh.minHealthyPercent must be a whole number between 0 and 100, got 101",
      { refresh: { minHealthyPercent: 101 } },
    ],
    [
      "refresh.maxHealthyPercent must be a whole number between 100 and 150, 100 more than minHealthyPercent, got 200",
      { refresh: { minHealthyPercent: 50, maxHealthyPercent: 200 } },
    ],
    [
      "refresh.maxHealthyPercent must be a whole number between 100 and 200, 100 more than minHealthyPercent, got 99",
      { refresh: { maxHealthyPercent: 99 } },
    ],
    ["scaling[0].target must be greater than 0, got 0", { scaling: [{ type: "target", target: 0 }] }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }
});
