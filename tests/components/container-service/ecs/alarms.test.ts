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
    });
    const parts = ["shop-unhealthy-tasks", "shop-target-5xx", "shop-lb-5xx"];
    const { alarmRule, alarmActions } = plan.get("shop-down").inputs;
    assert.equal(alarmRule, parts.map((name) => `ALARM("${plan.get(name).outputs.name}")`).join(" OR "));
    assert.deepEqual([alarmActions, plan.get("shop-latency").inputs.alarmActions], [[topic], [topic]]);
    assert.equal(plan.get("shop-latency").inputs.threshold, 0.5);
    assert.deepEqual(plan.get("shop-latency").inputs.dimensions, { LoadBalancer, TargetGroup });
  });

  it("give a starting task its grace before they call it unwell", async () => {
    const { inputs } = (await shop({ ...plain, healthCheckGraceSeconds: 300 })).get("shop-unhealthy-tasks");
    assert.deepEqual([inputs.datapointsToAlarm, inputs.evaluationPeriods], [5, 15]);
  });

  it("watch connections alone behind a network balancer", async () => {
    const plan = await shop({ ...plain, balancing: { type: "network", exposure: "internal", tls: "none" } });
    assert.deepEqual(plan.names(alarmType), ["shop-cpu", "shop-memory", "shop-missing-tasks", "shop-unhealthy-tasks"]);
    assert.equal(plan.get("shop-unhealthy-tasks").inputs.namespace, "AWS/NetworkELB");
  });

  it("tell when tasks cannot be started, with or without a load balancer", async () => {
    const plan = await shop({ ...plain, balancing: "none" });
    assert.deepEqual(plan.names(alarmType), ["shop-cpu", "shop-memory", "shop-missing-tasks"]);
    const missingTasks = plan.get("shop-missing-tasks");
    assert.equal(plan.get("shop-down").inputs.alarmRule, `ALARM("${missingTasks.outputs.name}")`);
    assert.equal(missingTasks.inputs.alarmActions, undefined);
    const [desired, , missing] = Object(plan.get("shop-missing-tasks").inputs.metricQueries);
    assert.deepEqual(desired.metric.dimensions, {
      ClusterName: plan.get("shop-cluster").outputs.name,
      ServiceName: plan.get("shop-service").outputs.name,
    });
    assert.equal(desired.metric.namespace, "ECS/ContainerInsights");
    assert.equal(missing.expression, "desired - running");
    assert.equal(plan.get("shop-service").inputs.alarms, undefined);
  });
  it("tell when tasks have too little CPU or memory", async () => {
    const plan = await shop({ ...plain, alarms: { cpuPercent: 80 } });
    const { alarmActions, okActions, ...cpu } = plan.get("shop-cpu").inputs;
    assert.deepEqual(cpu, {
      alarmDescription: "Tasks have used more than 80 % of their CPU for 15 minutes",
      namespace: "AWS/ECS",
      metricName: "CPUUtilization",
      dimensions: {
        ClusterName: plan.get("shop-cluster").outputs.name,
        ServiceName: plan.get("shop-service").outputs.name,
      },
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 80,
      treatMissingData: "notBreaching",
    });
    const { metricName, threshold } = plan.get("shop-memory").inputs;
    assert.deepEqual([metricName, threshold], ["MemoryUtilization", 90]);
  });

  it("are all gone by one word, and no deployment waits for them", async () => {
    const plan = await shop({ ...plain, alarms: "none" });
    assert.deepEqual(plan.ofType(alarmType), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
    assert.equal(plan.get("shop-service").inputs.alarms, undefined);
  });

  for (const percent of ["cpuPercent", "memoryPercent"]) {
    it(`refuse ${percent} that is none`, () =>
      assert.rejects(shop({ ...plain, alarms: { [percent]: 101 } }), {
        message: `container service "shop": alarms.${percent} must be more than 0 and at most 100, got 101`,
      }));
  }
});
