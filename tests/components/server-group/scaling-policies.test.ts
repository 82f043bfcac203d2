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
