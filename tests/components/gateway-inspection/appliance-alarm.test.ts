import assert from "node:assert/strict";
import { GatewayInspection, type GatewayInspectionArgs } from "../../../components/gateway-inspection";
import { Network } from "../../../components/network";
import { record } from "../../../planner/record";

const make = (alarms: GatewayInspectionArgs["alarms"], args: Partial<GatewayInspectionArgs> = {}) =>
  record(
    () => {
      const network = new Network("net", { tiers: ["inspection", "public", "private"], alarms: "none" });
      const applianceNetwork = new Network("sec", { cidrBlock: "10.1.0.0/16", alarms: "none" });
      new GatewayInspection("fw", { network, applianceNetwork, alarms, ...args });
    },
    { environment: "dev" },
  );

describe("the alarms of appliances", () => {
  it("watch their health, their CPU and their status, and tell one topic", async () => {
    const plan = await make({ cpuPercent: 60 });
    const names = ["fw-appliances-cpu", "fw-appliances-status-checks", "fw-unhealthy-appliances"];
    assert.deepEqual(plan.names("aws:cloudwatch/metricAlarm:MetricAlarm"), names);
    const topic = plan.get("fw-alarms-topic").outputs.arn;
    for (const name of names) assert.deepEqual(plan.get(name).inputs.alarmActions, [topic], name);
    assert.equal(plan.get("fw-appliances-cpu").inputs.threshold, 60);
    assert.equal(plan.ofType("aws:sns/topic:Topic").length, 1);
  });

  it("revert a roll-out when an appliance stays unwell for longer than it may take to start", async () => {
    const plan = await make({ notify: { topicArn: "arn:aws:sns:t" } }, { healthCheckGraceSeconds: 240 });
    const { inputs, outputs } = plan.get("fw-unhealthy-appliances");
    assert.deepEqual(
      [inputs.namespace, inputs.metricName, inputs.datapointsToAlarm, inputs.evaluationPeriods, inputs.alarmActions],
      ["AWS/GatewayELB", "UnHealthyHostCount", 4, 12, ["arn:aws:sns:t"]],
    );
    const { preferences } = Object(plan.get("fw-appliances-asg").inputs.instanceRefresh);
    assert.deepEqual(preferences.alarmSpecification.alarms, [outputs.name]);
  });

  it("are all gone by one word, and then nothing stops a new version", async () => {
    const plan = await make("none");
    assert.deepEqual(plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
    const { preferences } = Object(plan.get("fw-appliances-asg").inputs.instanceRefresh);
    assert.equal(preferences.alarmSpecification, undefined);
  });

  it("refuse a percentage that is none", () =>
    assert.rejects(make({ cpuPercent: 0 }), {
      message: 'gateway inspection "fw": alarms.cpuPercent must be more than 0 and at most 100, got 0',
    }));
});
