import assert from "node:assert/strict";
import { SharedFiles, type SharedFilesArgs } from "../../../components/shared-files";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: [],
  privateSubnetIds: ["subnet-a", "subnet-b"],
  isolatedSubnetIds: [],
};
const make = (args: Partial<SharedFilesArgs> = {}) =>
  record(() => new SharedFiles("files", { network, folders: { pages: {} }, ...args }), { environment: "dev" });
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of shared files", () => {
  it("know when servers soon wait for them: for throughput, or for operations", async () => {
    const plan = await make();
    const dimensions = { FileSystemId: plan.get("files-fs").id };
    assert.deepEqual(plan.names(alarmType), ["files-operations", "files-throughput"]);
    const metric = (metricName: string, stat: string) => ({
      namespace: "AWS/EFS",
      metricName,
      dimensions,
      period: 300,
      stat,
    });
    assert.deepEqual(plan.get("files-throughput").inputs, {
      alarmDescription: "The file system has been used at more than 90 % of its throughput for 15 minutes",
      metricQueries: [
        { id: "metered", metric: metric("MeteredIOBytes", "Sum"), returnData: false },
        { id: "permitted", metric: metric("PermittedThroughput", "Average"), returnData: false },
        {
          id: "percent",
          expression: "100 * metered / PERIOD(metered) / permitted",
          label: "used throughput, percent",
          returnData: true,
        },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 90,
      evaluationPeriods: 3,
      treatMissingData: "notBreaching",
    });
    const { metricName, threshold } = plan.get("files-operations").inputs;
    assert.deepEqual([metricName, threshold], ["PercentIOLimit", 95]);
  });

  it("know when credits end, where there are any", async () => {
    const storageClasses = { infrequentAccessAfterDays: 30, archiveAfterDays: "never" } as const;
    const plan = await make({ throughput: { type: "bursting" }, storageClasses });
    const { metricName, comparisonOperator, threshold } = plan.get("files-burst-credits").inputs;
    assert.deepEqual(
      [metricName, comparisonOperator, threshold],
      ["BurstCreditBalance", "LessThanThreshold", 377487360000],
    );
  });

  it("tell nobody, a topic, an address, or are all gone by one word", async () => {
    assert.equal((await make()).get("files-operations").inputs.alarmActions, undefined);
    const topicArn = "arn:aws:sns:eu-west-1:123456789012:alarms";
    const told = await make({ alarms: { notify: { topicArn } } });
    assert.deepEqual(told.get("files-operations").inputs.alarmActions, [topicArn]);
    const mailed = await make({ alarms: { notify: { email: "ops@example.com" } } });
    assert.equal(mailed.get("files-alarms-email").inputs.endpoint, "ops@example.com");
    assert.deepEqual((await make({ alarms: "none" })).names(alarmType), []);
    await assert.rejects(make({ alarms: { notify: { topicArn: "alarms" } } }), {
      message: /^shared files "files": alarms\.notify\.topicArn must be the ARN of an SNS topic, .*, got "alarms"$/,
    });
  });
});
