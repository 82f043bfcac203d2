import assert from "node:assert/strict";
import { agentConfiguration } from "../../../components/server/cloudwatch-agent";
import { ServerGroup, type ServerGroupArgs } from "../../../components/server-group";
import { measuredGroup } from "../../../components/server-group/alarms";
import { record } from "../../../planner/record";

const make = (args: Partial<ServerGroupArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(
    () => new ServerGroup("workers", { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"], ...args }),
    { environment },
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

  it("know with the CloudWatch agent when memory or a root disk is nearly full, in prod by default", async () => {
    const plan = await make({ cloudWatchAgent: true, alarms: { memoryPercent: 80 } });
    const AutoScalingGroupName = plan.get("workers-asg").outputs.name;
    const measured = {
      namespace: "CWAgent",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
    };
    assert.deepEqual(plan.get("workers-memory").inputs, {
      ...measured,
      alarmDescription: "The servers have used more than 80 % of their memory for 15 minutes",
      metricName: "mem_used_percent",
      dimensions: { AutoScalingGroupName },
      statistic: "Average",
      threshold: 80,
    });
    assert.deepEqual(plan.get("workers-disk-root").inputs, {
      ...measured,
      alarmDescription: "A server uses more than 85 % of a disk: /",
      metricName: "disk_used_percent",
      dimensions: { AutoScalingGroupName, path: "/" },
      statistic: "Maximum",
      threshold: 85,
    });
    const names = async (...made: Parameters<typeof make>) => (await make(...made)).names("aws:ssm/document:Document");
    assert.deepEqual(await names({}, "prod"), ["workers-agent"]);
    assert.deepEqual(await names({ cloudWatchAgent: false }, "prod"), []);
    assert.deepEqual(await names(), []);
  });

  it("have the agent installed on each server that comes, which may write what it measures of the group", async () => {
    const plan = await make({ cloudWatchAgent: true });
    const { targets } = plan.get("workers-agent-association").inputs;
    assert.deepEqual(targets, [
      { key: "tag:aws:autoscaling:groupName", values: [plan.get("workers-asg").outputs.name] },
    ]);
    const { policyArn } = plan.get("workers-role-agent").inputs;
    assert.equal(policyArn, "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy");
    const { agent, metrics } = JSON.parse(agentConfiguration(measuredGroup));
    assert.deepEqual(agent, { metrics_collection_interval: 60, omit_hostname: true });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the agent fills it in
    assert.deepEqual(metrics.append_dimensions, { AutoScalingGroupName: "${aws:AutoScalingGroupName}" });
    assert.deepEqual(metrics.aggregation_dimensions, [["AutoScalingGroupName"], ["AutoScalingGroupName", "path"]]);
    assert.deepEqual(metrics.metrics_collected.disk.resources, ["/"]);
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
    ["diskPercent must be more than 0 and at most 100, got 0", { cloudWatchAgent: true, alarms: { diskPercent: 0 } }],
    [
      "memoryPercent must be left out without cloudWatchAgent, which measures it, got 80",
      { alarms: { memoryPercent: 80 } },
    ],
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
