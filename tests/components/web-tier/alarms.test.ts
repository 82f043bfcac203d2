import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of a web tier", () => {
  it("tell one topic when they go on and when they go off, those of an outage all together", async () => {
    const plan = await make();
    const topic = plan.get("shop-alarms-topic").outputs.arn;
    const parts = ["shop-target-5xx", "shop-lb-5xx", "shop-unhealthy-hosts"];
    const others = ["shop-at-max", "shop-cpu", "shop-latency", "shop-status-checks"];
    assert.deepEqual(plan.names(alarmType), [...others, ...parts].sort());
    for (const name of [...others, "shop-down"]) {
      const { alarmActions, okActions } = plan.get(name).inputs;
      assert.deepEqual([alarmActions, okActions], [[topic], [topic]], name);
    }
    for (const name of parts) {
      const { alarmActions, okActions } = plan.get(name).inputs;
      assert.deepEqual([alarmActions, okActions], [undefined, undefined], name);
    }
    const { alarmActions, okActions, ...down } = plan.get("shop-down").inputs;
    assert.deepEqual(down, {
      alarmName: "test-dev-shop-down",
      alarmDescription: "shop is down: who uses it sees errors, or what serves it is unwell",
      alarmRule: parts.map((name) => `ALARM("${plan.get(name).outputs.name}")`).join(" OR "),
    });
  });

  it("are all gone by one word, and then nothing stops a new version", async () => {
    const plan = await make({ alarms: "none" });
    assert.deepEqual(plan.ofType(alarmType), []);
    assert.deepEqual(plan.ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm"), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
    assert.equal(plan.get("shop").outputs.alarmTopicArn, undefined);
    assert.equal(Object(plan.get("shop-asg").inputs.instanceRefresh).preferences.alarmSpecification, undefined);
  });

  it("know how many of the requests the servers fail", async () => {
    const plan = await make();
    const { alarmActions, okActions, ...inputs } = plan.get("shop-target-5xx").inputs;
    const dimensions = dimensionsIn(plan);
    assert.deepEqual(inputs, {
      alarmDescription: "Servers fail more than 5 % of the requests",
      metricQueries: [
        sum("errors", "HTTPCode_Target_5XX_Count", dimensions),
        sum("requests", "RequestCount", dimensions),
        { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
    });
  });

  it("know how many of the requests the load balancer fails, also when it has no server at all", async () => {
    const plan = await make();
    const { alarmActions, okActions, ...inputs } = plan.get("shop-lb-5xx").inputs;
    const { LoadBalancer } = dimensionsIn(plan);
    assert.deepEqual(inputs, {
      alarmDescription: "The load balancer itself fails more than 5 % of the requests",
      metricQueries: [
        sum("errors", "HTTPCode_ELB_5XX_Count", { LoadBalancer }),
        sum("requests", "RequestCount", { LoadBalancer }),
        {
          id: "percent",
          expression: "100 * errors / (errors + FILL(requests, 0))",
          label: "failed requests, percent",
          returnData: true,
        },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
    });
  });

  it("know when one answer in 20 is late", async () => {
    const plan = await make();
    const { alarmActions, okActions, ...inputs } = plan.get("shop-latency").inputs;
    assert.deepEqual(inputs, {
      alarmDescription: "One request in 20 takes longer than 1 s",
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions: dimensionsIn(plan),
      extendedStatistic: "p95",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      evaluateLowSampleCountPercentiles: "ignore",
      treatMissingData: "notBreaching",
    });
  });

  it("know when servers do not get well, and leave them the time that they may take to start", async () => {
    const plan = await make({ healthCheckGraceSeconds: 200 });
    const { alarmActions, okActions, ...inputs } = plan.get("shop-unhealthy-hosts").inputs;
    assert.deepEqual(inputs, {
      alarmDescription: "A server stays unhealthy for longer than it may take to start, or one after the other does",
      namespace: "AWS/ApplicationELB",
      metricName: "UnHealthyHostCount",
      dimensions: dimensionsIn(plan),
      statistic: "Minimum",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 12,
      datapointsToAlarm: 4,
      treatMissingData: "notBreaching",
    });
  });

  it("wait for two bad minutes even where a start takes no time", async () => {
    const { evaluationPeriods, datapointsToAlarm } = (await make({ healthCheckGraceSeconds: 0 })).get(
      "shop-unhealthy-hosts",
    ).inputs;
    assert.deepEqual([datapointsToAlarm, evaluationPeriods], [2, 6]);
  });

  it("know when the group cannot grow any more", async () => {
    const plan = await make();
    const metric = (id: string, metricName: string) => ({
      id,
      metric: {
        namespace: "AWS/AutoScaling",
        metricName,
        dimensions: { AutoScalingGroupName: plan.get("shop-asg").outputs.name },
        period: 60,
        stat: "Maximum",
      },
      returnData: false,
    });
    const { alarmActions, okActions, ...inputs } = plan.get("shop-at-max").inputs;
    assert.deepEqual(inputs, {
      alarmDescription: "The group has had its greatest number of servers for 15 minutes",
      metricQueries: [
        metric("servers", "GroupInServiceInstances"),
        metric("most", "GroupMaxSize"),
        { id: "room", expression: "most - servers", label: "servers that can be added", returnData: true },
      ],
      comparisonOperator: "LessThanOrEqualToThreshold",
      threshold: 0,
      evaluationPeriods: 15,
      treatMissingData: "missing",
    });
  });

  it("hold units, not servers, against the greatest size where instance types have weights", async () => {
    const plan = await make({
      instanceTypes: [
        { type: "m7g.large", weight: 2 },
        { type: "m7g.xlarge", weight: 4 },
      ],
    });
    const [{ metric }] = Object(plan.get("shop-at-max").inputs.metricQueries);
    assert.equal(metric.metricName, "GroupInServiceCapacity");
  });

  it("do not watch the growth of a group of fixed size", async () => {
    const plan = await make({ minSize: 4, maxSize: 4 });
    assert.ok(!plan.names(alarmType).includes("shop-at-max"));
  });

  it("go off where they are told", async () => {
    const plan = await make({ alarms: { errorPercent: 0.5, latencySeconds: 0.2 } });
    const thresholds = ["target-5xx", "lb-5xx", "latency"].map((role) => plan.get(`shop-${role}`).inputs.threshold);
    assert.deepEqual(thresholds, [0.5, 0.5, 0.2]);
  });

  it("tell a topic that is there already, and then make none", async () => {
    const topicArn = "arn:aws:sns:eu-west-1:123456789012:operations";
    const plan = await make({ alarms: { notify: { topicArn } } });
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
    assert.deepEqual(plan.get("shop-latency").inputs.alarmActions, [topicArn]);
    assert.equal(plan.get("shop").outputs.alarmTopicArn, topicArn);
  });

  it("mail an address", async () => {
    const plan = await make({ alarms: { notify: { email: "ops@example.com" } } });
    assert.equal(plan.get("shop-alarms-email").inputs.endpoint, "ops@example.com");
  });

  const refused: [string, Partial<WebTierArgs>][] = [
    ["alarms.cpuPercent must be more than 0 and at most 100, got 0", { alarms: { cpuPercent: 0 } }],
    [
      'alarms must not be "none" with zonalAutoshift, whose practice they end, got "none"',
      { alarms: "none", zonalAutoshift: {} },
    ],
    ["alarms.errorPercent must be more than 0 and at most 100, got 0", { alarms: { errorPercent: 0 } }],
    ["alarms.errorPercent must be more than 0 and at most 100, got 101", { alarms: { errorPercent: 101 } }],
    ["alarms.latencySeconds must be more than 0, got 0", { alarms: { latencySeconds: 0 } }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuse: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }
});

function dimensionsIn(plan: Plan) {
  return {
    LoadBalancer: plan.get("shop-lb").outputs.arnSuffix,
    TargetGroup: plan.get("shop-tg").outputs.arnSuffix,
  };
}

function sum(id: string, metricName: string, dimensions: object) {
  const metric = { namespace: "AWS/ApplicationELB", metricName, dimensions, period: 60, stat: "Sum" };
  return { id, metric, returnData: false };
}
