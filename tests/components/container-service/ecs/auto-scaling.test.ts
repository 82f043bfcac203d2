import assert from "node:assert/strict";
import type { ServiceScaling } from "../../../../components/container-service/service-scaling";
import { plain, shop } from "../shop";

const policyType = "aws:appautoscaling/policy:Policy";
const scale = (...scaling: ServiceScaling[]) => shop({ ...plain, scaling });
const of = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" };

describe("the scaling of a service on ECS", () => {
  it("holds 40 % CPU between the counts if nothing is said", async () => {
    const plan = await shop({ ...plain, minCount: 3, maxCount: 9 });
    const resourceId = `service/${plan.get("shop-cluster").outputs.name}/${plan.get("shop-service").outputs.name}`;
    const { inputs, options } = plan.get("shop-scaling");
    assert.deepEqual(inputs, {
      ...of,
      resourceId,
      minCapacity: 3,
      maxCapacity: 9,
      tags: { Name: "shop-scaling" },
    });
    assert.equal(options.ignoreChanges, undefined);
    assert.deepEqual(plan.names(policyType), ["shop-target-cpu"]);
    assert.deepEqual(plan.get("shop-target-cpu").inputs, {
      ...of,
      resourceId: plan.get("shop-scaling").outputs.resourceId,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        targetValue: 40,
        disableScaleIn: false,
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
      },
    });
  });

  it("decides how many tasks there are: no later up sets the count back", async () => {
    const { inputs, options } = (await shop({ ...plain, minCount: 2, maxCount: 9, desiredCount: 4 })).get(
      "shop-service",
    );
    assert.equal(inputs.desiredCount, 4);
    assert.deepEqual(options.ignoreChanges, ["desiredCount"]);
  });

  it("can hold memory, the requests per target, or a metric of one's own, with cooldowns", async () => {
    const plan = await scale(
      { type: "target", metric: "memory", target: 70, scaleOutCooldownSeconds: 30, scaleInCooldownSeconds: 600 },
      { type: "target", metric: "requestsPerTarget", target: 1000, disableScaleIn: true },
      { type: "target", metric: { namespace: "Shop", metricName: "Queue", dimensions: { App: "web" } }, target: 10 },
    );
    const stated = (name: string) => Object(plan.get(name).inputs.targetTrackingScalingPolicyConfiguration);
    assert.deepEqual(stated("shop-target-memory"), {
      predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageMemoryUtilization" },
      targetValue: 70,
      disableScaleIn: false,
      scaleOutCooldown: 30,
      scaleInCooldown: 600,
    });
    assert.deepEqual(stated("shop-target-requestsPerTarget").predefinedMetricSpecification, {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: `${plan.get("shop-lb").outputs.arnSuffix}/${plan.get("shop-tg").outputs.arnSuffix}`,
    });
    assert.equal(stated("shop-target-requestsPerTarget").disableScaleIn, true);
    assert.deepEqual(stated("shop-target-Shop-Queue").customizedMetricSpecification, {
      namespace: "Shop",
      metricName: "Queue",
      dimensions: [{ name: "App", value: "web" }],
      statistic: "Average",
    });
  });

  it("can step: above 70 % add 2, above 90 % add 4, below 30 % remove 1", async () => {
    const plan = await scale({
      type: "step",
      scaleOut: [
        { above: 70, add: 2 },
        { above: 90, add: 4 },
      ],
      scaleIn: [{ below: 30, remove: 1 }],
      cooldownSeconds: 120,
    });
    const step = (direction: string) => plan.get(`shop-step-cpu-${direction}`).inputs.stepScalingPolicyConfiguration;
    const common = { adjustmentType: "ChangeInCapacity", metricAggregationType: "Average", cooldown: 120 };
    assert.deepEqual(step("out"), {
      ...common,
      stepAdjustments: [
        { scalingAdjustment: 2, metricIntervalLowerBound: "0", metricIntervalUpperBound: "20" },
        { scalingAdjustment: 4, metricIntervalLowerBound: "20" },
      ],
    });
    assert.deepEqual(step("in"), {
      ...common,
      stepAdjustments: [{ scalingAdjustment: -1, metricIntervalUpperBound: "0" }],
    });
    assert.deepEqual(plan.get("shop-step-cpu-in-alarm").inputs, {
      alarmDescription: "Scales the service in",
      namespace: "AWS/ECS",
      metricName: "CPUUtilization",
      statistic: "Average",
      dimensions: {
        ClusterName: plan.get("shop-cluster").outputs.name,
        ServiceName: plan.get("shop-service").outputs.name,
      },
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: "LessThanThreshold",
      threshold: 30,
      treatMissingData: "missing",
      alarmActions: [plan.get("shop-step-cpu-in").outputs.arn],
    });
  });

  it("can step on memory, requests or a metric of one's own", async () => {
    const edges = { scaleOut: [{ above: 70, add: 2 }], scaleIn: [{ below: 30, remove: 1 }] };
    const own = { namespace: "Shop", metricName: "Sessions", dimensions: { App: "web" }, statistic: "Sum" } as const;
    const metrics = ["memory", "requestsPerTarget", own] as const;
    const plan = await scale(...metrics.map((metric) => ({ type: "step", metric, ...edges }) as const));
    const measured = (key: string) => {
      const { namespace, metricName, statistic } = plan.get(`shop-step-${key}-out-alarm`).inputs;
      return [namespace, metricName, statistic];
    };
    assert.deepEqual(measured("memory"), ["AWS/ECS", "MemoryUtilization", "Average"]);
    assert.deepEqual(measured("requestsPerTarget"), ["AWS/ApplicationELB", "RequestCountPerTarget", "Sum"]);
    assert.deepEqual(measured("Shop-Sessions"), ["Shop", "Sessions", "Sum"]);
  });

  it("can follow a schedule in the words of Application Auto Scaling, whose limits no later up sets back", async () => {
    const plan = await scale(
      { type: "schedule", name: "friday", recurrence: "0 17 * * 5", timeZone: "Europe/London", minCount: 4 },
      { type: "schedule", name: "night", recurrence: "30 22 1 * *", minCount: 2, maxCount: 3 },
    );
    const resourceId = plan.get("shop-scaling").outputs.resourceId;
    assert.deepEqual(plan.get("shop-schedule-friday").inputs, {
      ...of,
      resourceId,
      name: "friday",
      schedule: "cron(0 17 ? * FRI *)",
      timezone: "Europe/London",
      scalableTargetAction: { minCapacity: 4 },
    });
    const night = plan.get("shop-schedule-night").inputs;
    assert.deepEqual([night.schedule, night.timezone], ["cron(30 22 1 * ? *)", "Etc/UTC"]);
    assert.deepEqual(night.scalableTargetAction, { minCapacity: 2, maxCapacity: 3 });
    assert.deepEqual(plan.get("shop-scaling").options.ignoreChanges, ["minCapacity", "maxCapacity"]);
  });

  it("only forecasts until it is told to act on it", async () => {
    const plan = await scale(
      { type: "predictive", target: 40 },
      { type: "predictive", metric: "requestsPerTarget", target: 900, mode: "forecastAndScale", leadSeconds: 600 },
    );
    const stated = (name: string) => plan.get(name).inputs.predictiveScalingPolicyConfiguration;
    assert.deepEqual(stated("shop-predictive-cpu"), {
      mode: "ForecastOnly",
      schedulingBufferTime: 300,
      metricSpecifications: [
        {
          targetValue: "40",
          predefinedMetricPairSpecification: { predefinedMetricType: "ECSServiceCPUUtilization" },
        },
      ],
    });
    assert.deepEqual(Object(stated("shop-predictive-requestsPerTarget")).metricSpecifications, [
      {
        targetValue: "900",
        predefinedMetricPairSpecification: {
          predefinedMetricType: "ALBRequestCount",
          resourceLabel: `${plan.get("shop-lb").outputs.arnSuffix}/${plan.get("shop-tg").outputs.arnSuffix}`,
        },
      },
    ]);
  });

  it("can do without, and then there is nothing to scale", async () => {
    assert.deepEqual((await scale()).ofType("aws:appautoscaling/target:Target"), []);
  });
});
