import assert from "node:assert/strict";
import { CostTopic } from "../../components/cost-topic";
import { record } from "../../planner/record";

describe("CostTopic", () => {
  it("is encrypted with a key of its own, which both services may use", async () => {
    const plan = await record(() => new CostTopic("costs"), { environment: "dev" });
    const key = plan.get("costs-key");
    assert.deepEqual(plan.get("costs-topic").inputs, { kmsMasterKeyId: key.outputs.arn, tags: { Name: "costs" } });
    assert.equal(key.inputs.enableKeyRotation, true);
    assert.equal(key.inputs.deletionWindowInDays, 7);
    assert.deepEqual(JSON.parse(String(key.inputs.policy)).Statement, [
      {
        Sid: "OwnAccount",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "CostServices",
        Effect: "Allow",
        Principal: { Service: ["budgets.amazonaws.com", "costalerts.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
      },
    ]);
  });

  it("hears of the budgets and anomalies of this account only, in whatever partition it is", async () => {
    const plan = await record(() => new CostTopic("costs"), { region: "cn-north-1" });
    const { arn } = plan.get("costs-topic").outputs;
    assert.equal(plan.get("costs-policy").inputs.arn, arn);
    const own = { "aws:SourceAccount": "123456789012" };
    assert.deepEqual(JSON.parse(String(plan.get("costs-policy").inputs.policy)).Statement, [
      {
        Sid: "Budgets",
        Effect: "Allow",
        Principal: { Service: "budgets.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arn,
        Condition: { StringEquals: own, ArnLike: { "aws:SourceArn": "arn:aws-cn:budgets::123456789012:*" } },
      },
      {
        Sid: "Anomalies",
        Effect: "Allow",
        Principal: { Service: "costalerts.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arn,
        Condition: { StringEquals: own },
      },
    ]);
  });

  it("keeps its key for a month where the stack is production, and tells its ARN", async () => {
    const plan = await record(() => new CostTopic("costs"), { environment: "prod" });
    assert.equal(plan.get("costs-key").inputs.deletionWindowInDays, 30);
    assert.deepEqual(plan.get("costs").outputs, { topicArn: plan.get("costs-topic").outputs.arn });
  });
});
