import assert from "node:assert/strict";
import type { Scaling } from "../../../components/scaling";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

const policyType = "aws:autoscaling/policy:Policy";
const scale = (...scaling: Scaling[]) => make({ scaling });

describe("the scaling of a web tier", () => {
  it("holds 40 % CPU if nothing is said", async () => {
    const plan = await make();
    assert.deepEqual(plan.names(policyType), ["shop-target-cpu"]);
    assert.deepEqual(plan.get("shop-target-cpu").inputs, {
      autoscalingGroupName: plan.get("shop-asg").outputs.name,
      policyType: "TargetTrackingScaling",
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
        targetValue: 40,
        disableScaleIn: false,
      },
    });
  });

  for (const [metric, predefinedMetricType] of [
    ["networkIn", "ASGAverageNetworkIn"],
    ["networkOut", "ASGAverageNetworkOut"],
  ] as const) {
    it(`can hold ${metric}, adding servers only, with a warm-up of its own`, async () => {
      const plan = await scale({ type: "target", metric, target: 5e6, disableScaleIn: true, warmupSeconds: 90 });
      const { targetTrackingConfiguration, estimatedInstanceWarmup } = plan.get(`shop-target-${metric}`).inputs;
      assert.equal(estimatedInstanceWarmup, 90);
      assert.deepEqual(targetTrackingConfiguration, {
        predefinedMetricSpecification: { predefinedMetricType },
        targetValue: 5e6,
        disableScaleIn: true,
      });
    });
  }

  it("can hold the requests per target, which AWS finds by load balancer and target group", async () => {
    const plan = await scale({ type: "target", metric: "requestsPerTarget", target: 1000 });
    const { arnSuffix } = plan.get("shop-lb").outputs;
    const policy = plan.get("shop-target-requestsPerTarget");
    assert.deepEqual(Object(policy.inputs.targetTrackingConfiguration).predefinedMetricSpecification, {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: `${arnSuffix}/${plan.get("shop-tg").outputs.arnSuffix}`,
    });
    assert.match(String(arnSuffix), /^app\/shop-lb-/);
  });

  it("can hold a metric of one's own", async () => {
    const plan = await scale(
      { type: "target", metric: { namespace: "Shop", metricName: "Sessions", dimensions: { App: "web" } }, target: 50 },
      { type: "target", metric: { namespace: "Shop", metricName: "Queue", statistic: "Maximum" }, target: 9 },
    );
    const metric = (name: string) => Object(plan.get(name).inputs.targetTrackingConfiguration);
    assert.deepEqual(metric("shop-target-Shop-Sessions").customizedMetricSpecification, {
      namespace: "Shop",
      metricName: "Sessions",
      metricDimensions: [{ name: "App", value: "web" }],
      statistic: "Average",
    });
    assert.equal(metric("shop-target-Shop-Queue").customizedMetricSpecification.statistic, "Maximum");
  });

  it("can step: above 70 % add 2, above 90 % add 4, below 30 % remove 1, below 10 % remove 2", async () => {
    const plan = await scale({
      type: "step",
      scaleOut: [
        { above: 70, add: 2 },
        { above: 90, add: 4 },
      ],
      scaleIn: [
        { below: 30, remove: 1 },
        { below: 10, remove: 2 },
      ],
      warmupSeconds: 120,
    });
    const autoscalingGroupName = plan.get("shop-asg").outputs.name;
    const common = {
      autoscalingGroupName,
      policyType: "StepScaling",
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      estimatedInstanceWarmup: 120,
    };
    assert.deepEqual(plan.names(policyType), ["shop-step-cpu-in", "shop-step-cpu-out"]);
    assert.deepEqual(plan.get("shop-step-cpu-out").inputs, {
      ...common,
      stepAdjustments: [
        { scalingAdjustment: 2, metricIntervalLowerBound: "0", metricIntervalUpperBound: "20" },
        { scalingAdjustment: 4, metricIntervalLowerBound: "20" },
      ],
    });
    assert.deepEqual(plan.get("shop-step-cpu-in").inputs, {
      ...common,
      stepAdjustments: [
        { scalingAdjustment: -1, metricIntervalUpperBound: "0", metricIntervalLowerBound: "-20" },
        { scalingAdjustment: -2, metricIntervalUpperBound: "-20" },
      ],
    });
    const measured = {
      namespace: "AWS/EC2",
      metricName: "CPUUtilization",
      statistic: "Average",
      dimensions: { AutoScalingGroupName: autoscalingGroupName },
      period: 60,
      evaluationPeriods: 3,
      treatMissingData: "missing",
    };
    assert.deepEqual(plan.get("shop-step-cpu-out-alarm").inputs, {
      ...measured,
      alarmDescription: "Scales the web tier out",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 70,
      alarmActions: [plan.get("shop-step-cpu-out").outputs.arn],
    });
    assert.deepEqual(plan.get("shop-step-cpu-in-alarm").inputs, {
      ...measured,
      alarmDescription: "Scales the web tier in",
      comparisonOperator: "LessThanThreshold",
      threshold: 30,
      alarmActions: [plan.get("shop-step-cpu-in").outputs.arn],
    });
  });

  it("can step on network, requests or a metric of one's own", async () => {
    const edges = { scaleOut: [{ above: 70, add: 2 }], scaleIn: [{ below: 30, remove: 1 }] };
    const own = { namespace: "Shop", metricName: "Sessions", dimensions: { App: "web" }, statistic: "Sum" } as const;
    const metrics = ["networkIn", "networkOut", "requestsPerTarget", own] as const;
    const plan = await scale(...metrics.map((metric) => ({ type: "step", metric, ...edges }) as const));
    const measured = (key: string) => {
      const { namespace, metricName, statistic, dimensions } = plan.get(`shop-step-${key}-out-alarm`).inputs;
      return { namespace, metricName, statistic, dimensions };
    };
    const ofGroup = {
      namespace: "AWS/EC2",
      statistic: "Average",
      dimensions: { AutoScalingGroupName: plan.get("shop-asg").outputs.name },
    };
    assert.deepEqual(measured("networkIn"), { ...ofGroup, metricName: "NetworkIn" });
    assert.deepEqual(measured("networkOut"), { ...ofGroup, metricName: "NetworkOut" });
    assert.deepEqual(measured("requestsPerTarget"), {
      namespace: "AWS/ApplicationELB",
      metricName: "RequestCountPerTarget",
      statistic: "Sum",
      dimensions: {
        LoadBalancer: plan.get("shop-lb").outputs.arnSuffix,
        TargetGroup: plan.get("shop-tg").outputs.arnSuffix,
      },
    });
    assert.deepEqual(measured("Shop-Sessions"), own);
  });

  it("can follow a schedule, which leaves alone what it does not name", async () => {
    const plan = await make({
      maxSize: 20,
      scaling: [
        { type: "schedule", name: "friday", recurrence: "0 17 * * 5", timeZone: "Europe/London", minSize: 10 },
        { type: "schedule", name: "night", recurrence: "0 22 * * *", minSize: 2, maxSize: 4, desiredCapacity: 2 },
      ],
    });
    const autoscalingGroupName = plan.get("shop-asg").outputs.name;
    assert.deepEqual(plan.get("shop-schedule-friday").inputs, {
      autoscalingGroupName,
      scheduledActionName: "friday",
      recurrence: "0 17 * * 5",
      timeZone: "Europe/London",
      minSize: 10,
      maxSize: -1,
      desiredCapacity: -1,
    });
    assert.deepEqual(plan.get("shop-schedule-night").inputs, {
      autoscalingGroupName,
      scheduledActionName: "night",
      recurrence: "0 22 * * *",
      timeZone: "Etc/UTC",
      minSize: 2,
      maxSize: 4,
      desiredCapacity: 2,
    });
  });

  it("only forecasts until it is told to act on it", async () => {
    const plan = await scale({ type: "predictive", target: 40 });
    assert.deepEqual(plan.get("shop-predictive-cpu").inputs, {
      autoscalingGroupName: plan.get("shop-asg").outputs.name,
      policyType: "PredictiveScaling",
      predictiveScalingConfiguration: {
        mode: "ForecastOnly",
        schedulingBufferTime: "300",
        metricSpecification: {
          targetValue: 40,
          predefinedMetricPairSpecification: { predefinedMetricType: "ASGCPUUtilization" },
        },
      },
    });
  });

  it("can act on a forecast of requests, ahead of time", async () => {
    const metric = "requestsPerTarget";
    const plan = await scale({ type: "predictive", metric, target: 900, mode: "forecastAndScale", leadSeconds: 600 });
    const stated = Object(plan.get("shop-predictive-requestsPerTarget").inputs.predictiveScalingConfiguration);
    assert.equal(stated.mode, "ForecastAndScale");
    assert.equal(stated.schedulingBufferTime, "600");
    assert.deepEqual(stated.metricSpecification.predefinedMetricPairSpecification, {
      predefinedMetricType: "ALBRequestCount",
      resourceLabel: `${plan.get("shop-lb").outputs.arnSuffix}/${plan.get("shop-tg").outputs.arnSuffix}`,
    });
  });

  it("can do without", async () => {
    assert.deepEqual((await scale()).names(policyType), []);
  });

  it("keeps each scaling's name whatever stands beside it", async () => {
    const cpu: Scaling = { type: "target", target: 40 };
    const network: Scaling = { type: "target", metric: "networkOut", target: 5e6 };
    const forwards = (await scale(cpu, network)).names(policyType);
    assert.deepEqual(forwards, ["shop-target-cpu", "shop-target-networkOut"]);
    assert.deepEqual((await scale(network, cpu)).names(policyType), forwards);
    assert.deepEqual((await scale(network)).names(policyType), ["shop-target-networkOut"]);
  });
});
