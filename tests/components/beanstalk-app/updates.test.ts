import assert from "node:assert/strict";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import { app, loadBalanced, optionsOf, shared, single, worker } from "./planned-app";

const command = async (args: Partial<BeanstalkAppArgs>) => {
  const { Timeout: _, IgnoreHealthCheck: __, ...stated } = optionsOf(await app(args), "aws:elasticbeanstalk:command");
  return stated;
};
const rolling = async (args: Partial<BeanstalkAppArgs>) =>
  optionsOf(await app(args), "aws:autoscaling:updatepolicy:rollingupdate");

describe("a deployment", () => {
  it("goes by thirds besides one more batch, and all at once to a single instance", async () => {
    assert.deepEqual(await command({}), {
      DeploymentPolicy: "RollingWithAdditionalBatch",
      BatchSizeType: "Percentage",
      BatchSize: "34",
    });
    assert.deepEqual(await command({ tier: single }), { DeploymentPolicy: "AllAtOnce" });
  });

  it("goes as it is told", async () => {
    assert.deepEqual(await command({ deployment: { type: "allAtOnce" } }), { DeploymentPolicy: "AllAtOnce" });
    assert.deepEqual(await command({ deployment: { type: "immutable" } }), { DeploymentPolicy: "Immutable" });
    assert.deepEqual(await command({ deployment: { type: "rolling", batch: { instances: 2 } } }), {
      DeploymentPolicy: "Rolling",
      BatchSizeType: "Fixed",
      BatchSize: "2",
    });
  });

  it("splits the requests for a time, for which an `up` waits as well", async () => {
    const plan = await app({ deployment: { type: "trafficSplitting", percent: 15, evaluationMinutes: 20 } });
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:command").DeploymentPolicy, "TrafficSplitting");
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:trafficsplitting"), {
      NewVersionPercent: "15",
      EvaluationTime: "20",
    });
    assert.equal(plan.get("shop-env").inputs.waitForReadyTimeout, "80m");
    assert.equal((await app()).get("shop-env").inputs.waitForReadyTimeout, "60m");
  });

  it("stops when instances fail their health checks, and gives each ten minutes, unless told otherwise", async () => {
    const stated = async (args: Partial<BeanstalkAppArgs>) => {
      const { Timeout, IgnoreHealthCheck } = optionsOf(await app(args), "aws:elasticbeanstalk:command");
      return [Timeout, IgnoreHealthCheck];
    };
    assert.deepEqual(await stated({}), ["600", "false"]);
    assert.deepEqual(await stated({ ignoreHealthCheck: true, deploymentTimeoutSeconds: 1200 }), ["1200", "true"]);
  });
});

describe("a change of options", () => {
  it("goes batch by batch, each when the last is well; to a single instance at once", async () => {
    assert.deepEqual(await rolling({}), {
      RollingUpdateEnabled: "true",
      RollingUpdateType: "Health",
      Timeout: "PT30M",
    });
    assert.deepEqual(await rolling({ tier: single }), { RollingUpdateEnabled: "false" });
  });

  it("goes as it is told, with durations in ISO 8601", async () => {
    const batch = { batchSize: 2, minInService: 1 };
    assert.deepEqual(await rolling({ configurationUpdates: { type: "health", timeoutMinutes: 60, ...batch } }), {
      RollingUpdateEnabled: "true",
      RollingUpdateType: "Health",
      Timeout: "PT1H",
      MaxBatchSize: "2",
      MinInstancesInService: "1",
    });
    const pause = async (pauseSeconds: number) =>
      (await rolling({ configurationUpdates: { type: "time", pauseSeconds } })).PauseTime;
    assert.deepEqual([await pause(0), await pause(150), await pause(3600)], ["PT0S", "PT2M30S", "PT1H"]);
    const immutable = { RollingUpdateEnabled: "true", RollingUpdateType: "Immutable" };
    assert.deepEqual(await rolling({ configurationUpdates: { type: "immutable" } }), immutable);
    assert.deepEqual(await rolling({ configurationUpdates: { type: "off" } }), { RollingUpdateEnabled: "false" });
  });
});

describe("the platform", () => {
  const managed = "aws:elasticbeanstalk:managedactions";

  it("is updated by AWS every Sunday night, with the service role", async () => {
    const plan = await app();
    assert.deepEqual(optionsOf(plan, managed), {
      ManagedActionsEnabled: "true",
      PreferredStartTime: "Sun:03:00",
      ServiceRoleForManagedUpdates: plan.get("shop-service-role").outputs.name,
    });
    assert.deepEqual(optionsOf(plan, `${managed}:platformupdate`), {
      UpdateLevel: "minor",
      InstanceRefreshEnabled: "false",
    });
  });

  it("is updated when it is told, or not at all", async () => {
    const plan = await app({ managedUpdates: { start: "Tue:23:30", level: "patch", instanceRefresh: true } });
    assert.equal(optionsOf(plan, managed).PreferredStartTime, "Tue:23:30");
    assert.deepEqual(optionsOf(plan, `${managed}:platformupdate`), {
      UpdateLevel: "patch",
      InstanceRefreshEnabled: "true",
    });
    const off = await app({ managedUpdates: "off" });
    assert.deepEqual(optionsOf(off, managed), { ManagedActionsEnabled: "false" });
    assert.deepEqual(optionsOf(off, `${managed}:platformupdate`), {});
  });
});

describe("an update is refused", () => {
  const fixed = { ...loadBalanced, capacity: { minSize: 2, maxSize: 4 } };
  const split = { type: "trafficSplitting" } as const;
  const health = { type: "health" } as const;
  const refused: [string, Partial<BeanstalkAppArgs>][] = [
    [
      'deployment.type must be allAtOnce or immutable for a single instance, got "rolling"',
      { tier: single, deployment: { type: "rolling" } },
    ],
    [
      'deployment.type must be another where there is no load balancer of its own, got "trafficSplitting"',
      { tier: shared, deployment: split },
    ],
    [
      'deployment.type must be another where there is no load balancer of its own, got "trafficSplitting"',
      { tier: worker, deployment: split },
    ],
    ["deployment.percent must be a whole number between 1 and 100, got 0", { deployment: { ...split, percent: 0 } }],
    [
      "deployment.evaluationMinutes must be a whole number between 3 and 600, got 2",
      { deployment: { ...split, evaluationMinutes: 2 } },
    ],
    [
      "deployment.batch.percent must be a whole number between 1 and 100, got 101",
      { deployment: { type: "rolling", batch: { percent: 101 } } },
    ],
    [
      "deployment.batch.instances must be a whole number between 1 and 4, got 5",
      { tier: fixed, deployment: { type: "rollingWithAdditionalBatch", batch: { instances: 5 } } },
    ],
    [
      "deploymentTimeoutSeconds must be a whole number between 1 and 3600, got 3601",
      { deploymentTimeoutSeconds: 3601 },
    ],
    [
      'configurationUpdates.type must be off or immutable for a single instance, got "health"',
      { tier: single, configurationUpdates: health },
    ],
    [
      "configurationUpdates.timeoutMinutes must be a whole number between 5 and 60, got 4",
      { configurationUpdates: { ...health, timeoutMinutes: 4 } },
    ],
    [
      "configurationUpdates.pauseSeconds must be a whole number between 0 and 3600, got 3601",
      { configurationUpdates: { type: "time", pauseSeconds: 3601 } },
    ],
    [
      "configurationUpdates.batchSize must be a whole number between 1 and the greatest size (4), got 5",
      { configurationUpdates: { ...health, batchSize: 5 } },
    ],
    [
      "configurationUpdates.minInService must be a whole number from 0, less than the greatest size (4), got 4",
      { configurationUpdates: { ...health, minInService: 4 } },
    ],
    [
      'managedUpdates.start must be a day and a time in UTC such as "Sun:03:00", got "Sunday 3:00"',
      { managedUpdates: { start: "Sunday 3:00" } },
    ],
    [
      'managedUpdates.start must be a day and a time in UTC such as "Sun:03:00", got "Sun:24:00"',
      { managedUpdates: { start: "Sun:24:00" } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(sentence, () => assert.rejects(app(args), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
