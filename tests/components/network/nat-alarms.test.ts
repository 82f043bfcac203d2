import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const network = (args: NetworkArgs = {}, environment: "dev" | "prod" = "dev") =>
  record(() => ({ network: new Network("net", args) }), { environment });

describe("the alarms of NAT", () => {
  it("know when a gateway has no port left, or drops more packets than it should", async () => {
    const plan = await network();
    const dimensions = { NatGatewayId: plan.get("net-nat-a").id };
    const threeOfFive = {
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
    };
    const namespace = "AWS/NATGateway";
    assert.deepEqual(plan.names(alarmType), ["net-nat-a-drops", "net-nat-a-ports"]);
    assert.deepEqual(plan.get("net-nat-a-ports").inputs, {
      ...threeOfFive,
      alarmDescription: "Connections to one destination fail, as the NAT gateway has no port left for them",
      namespace,
      metricName: "ErrorPortAllocation",
      dimensions,
      statistic: "Sum",
      period: 60,
      threshold: 0,
    });
    const sum = (id: string, metricName: string) => ({
      id,
      metric: { namespace, metricName, dimensions, period: 60, stat: "Sum" },
      returnData: false,
    });
    assert.deepEqual(plan.get("net-nat-a-drops").inputs, {
      ...threeOfFive,
      alarmDescription: "The NAT gateway drops more than one packet in 10,000",
      metricQueries: [
        sum("dropped", "PacketsDropCount"),
        sum("sent", "PacketsInFromSource"),
        sum("answered", "PacketsInFromDestination"),
        {
          id: "percent",
          expression: "100 * dropped / (sent + answered)",
          label: "dropped packets, percent",
          returnData: true,
        },
      ],
      threshold: 0.01,
    });
  });

  it("watch each gateway", async () => {
    const prod = await network({}, "prod");
    const letters = ["a", "b", "c"].flatMap((letter) => [`net-nat-${letter}-drops`, `net-nat-${letter}-ports`]);
    assert.deepEqual(prod.names(alarmType), letters);
    const regional = await network({ nat: "regional" });
    assert.deepEqual(regional.names(alarmType), ["net-nat-drops", "net-nat-ports"]);
    assert.deepEqual(regional.get("net-nat-ports").inputs.dimensions, { NatGatewayId: regional.get("net-nat").id });
  });

  it("watch an instance by its status, also when it falls silent", async () => {
    const plan = await network({ nat: "instance" });
    assert.deepEqual(plan.names(alarmType), ["net-nat-a-status"]);
    const { metricName, dimensions, treatMissingData } = plan.get("net-nat-a-status").inputs;
    assert.deepEqual(
      [metricName, dimensions, treatMissingData],
      ["StatusCheckFailed", { InstanceId: plan.get("net-nat-a").id }, "breaching"],
    );
  });

  it("tell nobody, or a topic, or an address; a topic is made only if there is something to watch", async () => {
    const silent = await network();
    assert.equal(silent.get("net-nat-a-ports").inputs.alarmActions, undefined);
    assert.deepEqual(silent.ofType("aws:sns/topic:Topic"), []);
    const told = await network({ alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    assert.deepEqual(told.get("net-nat-a-ports").inputs.alarmActions, ["arn:aws:sns:t"]);
    const mailed = await network({ alarms: { notify: { email: "ops@example.com" } } });
    assert.equal(mailed.get("net-alarms-email").inputs.endpoint, "ops@example.com");
    const unwatched = await network({ nat: "none", alarms: { notify: { email: "ops@example.com" } } });
    assert.deepEqual(unwatched.ofType("aws:sns/topic:Topic"), []);
  });

  it("are all gone by one word", async () => {
    assert.deepEqual((await network({ alarms: "none" })).ofType(alarmType), []);
  });

  it("refuse an address that is none", () =>
    assert.rejects(network({ alarms: { notify: { email: "me" } } }), {
      message: 'network "net": alarms.notify.email must be an address such as "operations@example.com", got "me"',
    }));
});
