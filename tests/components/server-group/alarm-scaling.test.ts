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

describe("the scaling of a web tier by alarms", () => {
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

  it("can be simple: above 70 % add 2, below 30 % remove 1, then rest for the group's cooldown", async () => {
    const plan = await make({
      cooldownSeconds: 120,
      scaling: [{ type: "simple", scaleOut: { above: 70, add: 2 }, scaleIn: { below: 30, remove: 1 } }],
    });
    const autoscalingGroupName = plan.get("shop-asg").outputs.name;
    const common = { autoscalingGroupName, policyType: "SimpleScaling", adjustmentType: "ChangeInCapacity" };
    assert.deepEqual(plan.names(policyType), ["shop-simple-cpu-in", "shop-simple-cpu-out"]);
    assert.deepEqual(plan.get("shop-simple-cpu-out").inputs, { ...common, scalingAdjustment: 2 });
    assert.deepEqual(plan.get("shop-simple-cpu-in").inputs, { ...common, scalingAdjustment: -1 });
    assert.equal(plan.get("shop-asg").inputs.defaultCooldown, 120);
    const [out, shrink] = ["out", "in"].map((direction) => plan.get(`shop-simple-cpu-${direction}-alarm`).inputs);
    assert.deepEqual(
      [out, shrink].map((alarm) => [alarm?.metricName, alarm?.comparisonOperator, alarm?.threshold]),
      [
        ["CPUUtilization", "GreaterThanThreshold", 70],
        ["CPUUtilization", "LessThanThreshold", 30],
      ],
    );
    assert.deepEqual(out?.alarmActions, [plan.get("shop-simple-cpu-out").outputs.arn]);
    assert.deepEqual(shrink?.alarmActions, [plan.get("shop-simple-cpu-in").outputs.arn]);
  });

  it("can add and remove a share of the servers, simply or by steps, with a rest of its own", async () => {
    const unit = { type: "percent", leastServers: 2 } as const;
    const plan = await scale(
      {
        type: "simple",
        metric: "requestsPerTarget",
        scaleOut: { above: 900, add: 50 },
        scaleIn: { below: 100, remove: 25 },
        unit,
        cooldownSeconds: 60,
      },
      { type: "step", scaleOut: [{ above: 70, add: 20 }], scaleIn: [{ below: 30, remove: 10 }], unit },
    );
    const { adjustmentType, minAdjustmentMagnitude, scalingAdjustment, cooldown } = plan.get(
      "shop-simple-requestsPerTarget-in",
    ).inputs;
    assert.deepEqual(
      [adjustmentType, minAdjustmentMagnitude, scalingAdjustment, cooldown],
      ["PercentChangeInCapacity", 2, -25, 60],
    );
    const step = plan.get("shop-step-cpu-out").inputs;
    assert.deepEqual([step.adjustmentType, step.minAdjustmentMagnitude], ["PercentChangeInCapacity", 2]);
    assert.equal(Object(step.stepAdjustments)[0].scalingAdjustment, 20);
  });
});
