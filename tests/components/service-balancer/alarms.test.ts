import assert from "node:assert/strict";
import { ServiceBalancer, type ServiceBalancerArgs } from "../../../components/service-balancer";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const shared = { type: "application", network, exposure: "internet", tls: "none" } as const;
const overTcp = { type: "network", network, exposure: "internal", tls: "none" } as const;
const make = (args: ServiceBalancerArgs) => record(() => ({ balancer: new ServiceBalancer("edge", args) }));
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarm of a load balancer that many share", () => {
  it("knows what it fails by itself, which is no service's own", async () => {
    const plan = await make({ ...shared, alarms: { errorPercent: 2, notify: { topicArn: "arn:aws:sns:t" } } });
    const dimensions = { LoadBalancer: plan.get("edge-lb").outputs.arnSuffix };
    const sum = (id: string, metricName: string) => ({
      id,
      metric: { namespace: "AWS/ApplicationELB", metricName, dimensions, period: 60, stat: "Sum" },
      returnData: false,
    });
    assert.deepEqual(plan.names(alarmType), ["edge-lb-5xx"]);
    assert.deepEqual(plan.get("edge-lb-5xx").inputs, {
      alarmDescription: "The load balancer itself fails more than 2 % of the requests",
      metricQueries: [
        sum("errors", "HTTPCode_ELB_5XX_Count"),
        sum("requests", "RequestCount"),
        {
          id: "percent",
          expression: "100 * errors / (errors + FILL(requests, 0))",
          label: "failed requests, percent",
          returnData: true,
        },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 2,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
      alarmActions: ["arn:aws:sns:t"],
      okActions: ["arn:aws:sns:t"],
    });
  });

  it("tells nobody if nobody is named, and is gone by one word", async () => {
    const silent = await make(shared);
    assert.equal(silent.get("edge-lb-5xx").inputs.alarmActions, undefined);
    assert.deepEqual(silent.ofType("aws:sns/topic:Topic"), []);
    assert.deepEqual((await make({ ...shared, alarms: "none" })).names(alarmType), []);
  });

  it("is none of a network balancer, whose one service watches it", async () => {
    assert.deepEqual((await make(overTcp)).names(alarmType), []);
    await assert.rejects(make({ ...overTcp, alarms: { errorPercent: 2 } }), {
      message:
        'service balancer "edge": alarms must be left out for a network balancer, whose service watches it, got {"errorPercent":2}',
    });
  });

  it("refuses a percentage that is none", () =>
    assert.rejects(make({ ...shared, alarms: { errorPercent: 101 } }), {
      message: 'service balancer "edge": alarms.errorPercent must be more than 0 and at most 100, got 101',
    }));
});
