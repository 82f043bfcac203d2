import assert from "node:assert/strict";
import { make } from "./made";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of a network balancer", () => {
  it("know when a target stays unwell and when there is no port left, and tell once of both", async () => {
    const plan = await make({ alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    const LoadBalancer = plan.get("edge-lb").outputs.arnSuffix;
    assert.deepEqual(plan.names(alarmType), ["edge-port-allocation", "edge-servers-unhealthy-hosts"]);
    assert.deepEqual(plan.get("edge-servers-unhealthy-hosts").inputs, {
      alarmDescription:
        "A target of servers stays unhealthy for longer than it may take to start, or one after the other does",
      namespace: "AWS/NetworkELB",
      metricName: "UnHealthyHostCount",
      dimensions: { LoadBalancer, TargetGroup: plan.get("edge-servers").outputs.arnSuffix },
      statistic: "Maximum",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 15,
      datapointsToAlarm: 5,
      treatMissingData: "notBreaching",
    });
    const { metricName, dimensions, statistic } = plan.get("edge-port-allocation").inputs;
    assert.deepEqual([metricName, dimensions, statistic], ["PortAllocationErrorCount", { LoadBalancer }, "Sum"]);
    const names = ["edge-servers-unhealthy-hosts", "edge-port-allocation"].map((name) => plan.get(name).outputs.name);
    const { alarmRule, alarmActions } = plan.get("edge-down").inputs;
    assert.deepEqual(
      [alarmRule, alarmActions],
      [names.map((name) => `ALARM("${name}")`).join(" OR "), ["arn:aws:sns:t"]],
    );
  });

  it("tell nobody if nobody is named, and are all gone by one word", async () => {
    const silent = await make();
    assert.equal(silent.get("edge-down").inputs.alarmActions, undefined);
    assert.deepEqual(silent.ofType("aws:sns/topic:Topic"), []);
    const none = await make({ alarms: "none" });
    assert.deepEqual([...none.names(alarmType), ...none.names("aws:cloudwatch/compositeAlarm:CompositeAlarm")], []);
  });

  it("refuse an address that is none", () =>
    assert.rejects(make({ alarms: { notify: { email: "me" } } }), {
      message:
        'network balancer "edge": alarms.notify.email must be an address such as "operations@example.com", got "me"',
    }));
});
