import assert from "node:assert/strict";
import { ServerGroup, type ServerGroupArgs } from "../../../components/server-group";
import { record } from "../../../planner/record";

const make = (args: Partial<ServerGroupArgs> = {}) =>
  record(
    () => new ServerGroup("workers", { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"], ...args }),
    { environment: "dev" },
  );

describe("the alarms of a group of servers", () => {
  it("know when the servers are too busy, or one fails for longer than a replacement takes", async () => {
    const plan = await make({ alarms: { cpuPercent: 70 } });
    const dimensions = { AutoScalingGroupName: plan.get("workers-asg").outputs.name };
    assert.deepEqual(plan.get("workers-cpu").inputs, {
      alarmDescription: "The servers have used more than 70 % of their CPU for 15 minutes",
      namespace: "AWS/EC2",
      metricName: "CPUUtilization",
      dimensions,
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 70,
      treatMissingData: "notBreaching",
    });
    assert.deepEqual(plan.get("workers-status-checks").inputs, {
      alarmDescription:
        "The status checks of a server have failed for 10 minutes, in which the group should replace it",
      namespace: "AWS/EC2",
      metricName: "StatusCheckFailed",
      dimensions,
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 10,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
    });
  });

  it("tell nobody if nobody is named, and make no topic for that", async () => {
    const plan = await make();
    assert.equal(plan.get("workers-cpu").inputs.threshold, 90);
    assert.equal(plan.get("workers-cpu").inputs.alarmActions, undefined);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
  });

  it("tell a topic that is there, or an address", async () => {
    const given = await make({ alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    assert.deepEqual(given.get("workers-cpu").inputs.alarmActions, ["arn:aws:sns:t"]);
    const mailed = await make({ alarms: { notify: { email: "ops@example.com" } } });
    assert.equal(mailed.get("workers-alarms-email").inputs.endpoint, "ops@example.com");
  });

  it("are all gone by one word", async () => {
    assert.deepEqual((await make({ alarms: "none" })).ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
  });

  const refused: [string, Partial<ServerGroupArgs>][] = [
    ["cpuPercent must be more than 0 and at most 100, got 101", { alarms: { cpuPercent: 101 } }],
    [
      'notify.email must be an address such as "operations@example.com", got "me"',
      { alarms: { notify: { email: "me" } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuse: ${sentence}`, () =>
      assert.rejects(make(args), { message: `server group "workers": alarms.${sentence}` }));
  }
});
