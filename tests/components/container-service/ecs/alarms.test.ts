import assert from "node:assert/strict";
import { plain, shop } from "../shop";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of a service on ECS", () => {
  it("watch what clients see, in percent, and tell the topic", async () => {
    const plan = await shop({ ...plain, alarms: { errorPercent: 2, latencySeconds: 0.5 } });
    const LoadBalancer = plan.get("shop-lb").outputs.arnSuffix;
    const TargetGroup = plan.get("shop-tg").outputs.arnSuffix;
    const topic = plan.get("shop-alarms-topic").outputs.arn;
    const sum = (id: string, metricName: string) => ({
      id,
      metric: {
        namespace: "AWS/ApplicationELB",
        metricName,
        dimensions: { LoadBalancer, TargetGroup },
        period: 60,
        stat: "Sum",
      },
      returnData: false,
    });
    assert.deepEqual(plan.get("shop-target-5xx").inputs, {
      alarmDescription: "Tasks fail more than 2 % of the requests",
      metricQueries: [
        sum("errors", "HTTPCode_Target_5XX_Count"),
        sum("requests", "RequestCount"),
        { id: "percent", expression: "100 * errors / requests", label: "failed, percent", returnData: true },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 2,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
      alarmActions: [topic],
      okActions: [topic],
    });
    assert.equal(plan.get("shop-latency").inputs.threshold, 0.5);
    assert.deepEqual(plan.get("shop-latency").inputs.dimensions, { LoadBalancer, TargetGroup });
  });

  it("give a starting task its grace before they call it unwell", async () => {
    const { inputs } = (await shop({ ...plain, healthCheckGraceSeconds: 300 })).get("shop-unhealthy-tasks");
    assert.deepEqual([inputs.datapointsToAlarm, inputs.evaluationPeriods], [5, 15]);
  });

  it("watch connections alone behind a network balancer", async () => {
    const plan = await shop({ ...plain, balancing: { type: "network", exposure: "internal", tls: "none" } });
    assert.deepEqual(plan.names(alarmType), ["shop-missing-tasks", "shop-unhealthy-tasks"]);
    assert.equal(plan.get("shop-unhealthy-tasks").inputs.namespace, "AWS/NetworkELB");
  });

  it("tell when tasks cannot be started, with or without a load balancer", async () => {
    const plan = await shop({ ...plain, balancing: "none" });
    assert.deepEqual(plan.names(alarmType), ["shop-missing-tasks"]);
    const [desired, , missing] = Object(plan.get("shop-missing-tasks").inputs.metricQueries);
    assert.deepEqual(desired.metric.dimensions, {
      ClusterName: plan.get("shop-cluster").outputs.name,
      ServiceName: plan.get("shop-service").outputs.name,
    });
    assert.equal(desired.metric.namespace, "ECS/ContainerInsights");
    assert.equal(missing.expression, "desired - running");
    assert.equal(plan.get("shop-service").inputs.alarms, undefined);
  });
});
