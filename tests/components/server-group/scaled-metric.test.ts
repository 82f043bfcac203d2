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

const scale = (...scaling: Scaling[]) => make({ scaling });

describe("the metrics that scale a web tier", () => {
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

  it("can follow the active sessions that its own servers report: a target, steps, or simply", async () => {
    const metric = { namespace: "CWAgent", metricName: "ActiveSessions", dimensions: { App: "web" }, ofGroup: true };
    const plan = await scale(
      { type: "target", metric, target: 100 },
      { type: "step", metric, scaleOut: [{ above: 150, add: 2 }], scaleIn: [{ below: 50, remove: 1 }] },
      { type: "simple", metric, scaleOut: { above: 150, add: 2 }, scaleIn: { below: 50, remove: 1 } },
    );
    const AutoScalingGroupName = plan.get("shop-asg").outputs.name;
    const target = Object(plan.get("shop-target-CWAgent-ActiveSessions").inputs.targetTrackingConfiguration);
    assert.deepEqual(target.customizedMetricSpecification.metricDimensions, [
      { name: "App", value: "web" },
      { name: "AutoScalingGroupName", value: AutoScalingGroupName },
    ]);
    for (const type of ["step", "simple"]) {
      const { dimensions, metricName } = plan.get(`shop-${type}-CWAgent-ActiveSessions-out-alarm`).inputs;
      assert.deepEqual([metricName, dimensions], ["ActiveSessions", { App: "web", AutoScalingGroupName }]);
    }
  });

  it("can hold what is worked out of several metrics, such as the jobs that wait for each server", async () => {
    const jobs = {
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: "jobs" },
      statistic: "Maximum",
    } as const;
    const plan = await scale({
      type: "target",
      metric: { name: "jobs-per-server", expression: "jobs / servers", metrics: { jobs, servers: "servers" } },
      target: 20,
    });
    const { targetTrackingConfiguration } = plan.get("shop-target-jobs-per-server").inputs;
    assert.deepEqual(Object(targetTrackingConfiguration).customizedMetricSpecification, {
      metrics: [
        {
          id: "jobs",
          metricStat: {
            metric: {
              namespace: "AWS/SQS",
              metricName: "ApproximateNumberOfMessagesVisible",
              dimensions: [{ name: "QueueName", value: "jobs" }],
            },
            stat: "Maximum",
          },
          returnData: false,
        },
        {
          id: "servers",
          metricStat: {
            metric: {
              namespace: "AWS/AutoScaling",
              metricName: "GroupInServiceInstances",
              dimensions: [{ name: "AutoScalingGroupName", value: plan.get("shop-asg").outputs.name }],
            },
            stat: "Average",
          },
          returnData: false,
        },
        { id: "value", label: "jobs-per-server", expression: "jobs / servers", returnData: true },
      ],
    });
  });
});
