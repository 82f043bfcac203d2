import assert from "node:assert/strict";
import type { ServerArgs } from "../../../components/server";
import { refuses, wiki } from "./server";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const actionsOf = async (args: Partial<ServerArgs>, name: string) =>
  (await wiki({ alarms: { notify: { topicArn: "arn:aws:sns:t" } }, ...args })).get(name).inputs.alarmActions;

describe("the alarms of a server", () => {
  it("watch its CPU, its machine, itself and its disks, and tell one topic", async () => {
    const plan = await wiki();
    assert.deepEqual(plan.names(alarmType), [
      "wiki-cpu",
      "wiki-disks-check",
      "wiki-instance-check",
      "wiki-system-check",
    ]);
    for (const { inputs } of plan.ofType(alarmType)) {
      assert.deepEqual(inputs.dimensions, { InstanceId: plan.get("wiki-instance").id });
    }
    const { alarmTopicArn } = plan.get("wiki").outputs;
    for (const name of ["wiki-cpu", "wiki-down"]) {
      const { alarmActions, okActions } = plan.get(name).inputs;
      assert.deepEqual([alarmActions, okActions], [[alarmTopicArn], [alarmTopicArn]], name);
    }
  });

  it("tell once that it is down, whichever of its checks fails", async () => {
    const plan = await wiki();
    const { alarmName, alarmRule } = plan.get("wiki-down").inputs;
    const parts = ["system", "instance", "disks"].map((what) => plan.get(`wiki-${what}-check`));
    assert.equal(alarmName, "test-dev-wiki-down");
    assert.equal(alarmRule, parts.map(({ outputs }) => `ALARM("${outputs.name}")`).join(" OR "));
    for (const { inputs } of parts) assert.equal(inputs.okActions, undefined);
  });

  it("state when they go off", async () => {
    const { alarmActions, okActions, dimensions, ...inputs } = (await wiki({ alarms: { cpuPercent: 70 } })).get(
      "wiki-cpu",
    ).inputs;
    assert.deepEqual(inputs, {
      alarmDescription: "The server has used more than 70 % of its CPU for 15 minutes",
      namespace: "AWS/EC2",
      metricName: "CPUUtilization",
      statistic: "Average",
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 70,
      treatMissingData: "missing",
    });
  });

  it("move it to other hardware when its own fails, and reboot it when it does not answer", async () => {
    assert.deepEqual(await actionsOf({}, "wiki-system-check"), ["arn:aws:automate:eu-west-1:ec2:recover"]);
    assert.deepEqual(await actionsOf({}, "wiki-instance-check"), ["arn:aws:automate:eu-west-1:ec2:reboot"]);
  });

  it("move no server that AWS cannot move", async () => {
    const image = { type: "id", id: "ami-1", rootDevice: "/dev/xvda" } as const;
    for (const args of [
      { tenancy: { hostId: "h-1" } },
      { autoRecovery: false },
      { instanceStorePath: "/mnt" },
      { ami: image, instanceType: "m5.metal" },
    ]) {
      assert.equal(await actionsOf(args, "wiki-system-check"), undefined);
    }
  });

  const dataVolumes = { "/dev/sdf": { sizeGiB: 10, mountPath: "/data" } };
  it("watch memory and each disk where the agent measures them", async () => {
    const plan = await wiki({ cloudWatchAgent: true, dataVolumes, alarms: { diskPercent: 70, memoryPercent: 60 } });
    const InstanceId = plan.get("wiki-instance").id;
    const measured = ["wiki-memory", "wiki-disk-root", "wiki-disk-sdf"].map((name) => {
      const { namespace, metricName, dimensions, threshold, comparisonOperator } = plan.get(name).inputs;
      return { namespace, metricName, dimensions, threshold, comparisonOperator };
    });
    const common = { namespace: "CWAgent", comparisonOperator: "GreaterThanThreshold" };
    const disk = { ...common, metricName: "disk_used_percent", threshold: 70 };
    assert.deepEqual(measured, [
      { ...common, metricName: "mem_used_percent", threshold: 60, dimensions: { InstanceId } },
      { ...disk, dimensions: { InstanceId, path: "/" } },
      { ...disk, dimensions: { InstanceId, path: "/data" } },
    ]);
  });

  it("watch what is free on the disk of Windows", async () => {
    const plan = await wiki({ cloudWatchAgent: true, ami: { type: "windowsServer", version: "2022" } });
    const { metricName, dimensions, threshold, comparisonOperator } = plan.get("wiki-disk-root").inputs;
    const InstanceId = plan.get("wiki-instance").id;
    assert.deepEqual([metricName, threshold, comparisonOperator], ["disk_free_percent", 15, "LessThanThreshold"]);
    assert.deepEqual(dimensions, { InstanceId, instance: "C:" });
  });

  it("are all gone by one word", async () => {
    const plan = await wiki({ alarms: "none", cloudWatchAgent: true });
    assert.deepEqual(plan.names(alarmType), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
  });

  refuses([
    ["alarms.cpuPercent must be more than 0 and at most 100, got 0", { alarms: { cpuPercent: 0 } }],
    [
      "alarms.diskPercent must be more than 0 and at most 100, got 101",
      { cloudWatchAgent: true, alarms: { diskPercent: 101 } },
    ],
    [
      "alarms.memoryPercent must be left out without cloudWatchAgent, which measures it, got 80",
      { alarms: { memoryPercent: 80 } },
    ],
    [
      'alarms.notify.email must be an address such as "operations@example.com", got "nobody"',
      { alarms: { notify: { email: "nobody" } } },
    ],
  ]);
});
