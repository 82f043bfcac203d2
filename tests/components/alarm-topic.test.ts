import assert from "node:assert/strict";
import { AlarmTopic } from "../../components/alarm-topic";
import { record } from "../../planner/record";

describe("AlarmTopic", () => {
  it("is encrypted with a key of its own, which CloudWatch may use for this account", async () => {
    const plan = await record(() => new AlarmTopic("alarms"), { environment: "prod" });
    const key = plan.get("alarms-key");
    assert.deepEqual(plan.get("alarms-topic").inputs, { kmsMasterKeyId: key.outputs.arn, tags: { Name: "alarms" } });
    assert.equal(key.inputs.enableKeyRotation, true);
    assert.equal(key.inputs.deletionWindowInDays, 30);
    assert.deepEqual(JSON.parse(String(key.inputs.policy)).Statement, [
      {
        Sid: "OwnAccount",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "Alarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
  });

  it("stands in another region if told, with all that belongs to it", async () => {
    const plan = await record(() => new AlarmTopic("alarms", { email: "a@example.com", region: "us-east-1" }));
    for (const part of ["key", "topic", "policy", "email"]) {
      assert.equal(plan.get(`alarms-${part}`).inputs.region, "us-east-1", part);
    }
  });

  it("takes messages from the alarms of this account only, in whatever partition it is", async () => {
    const plan = await record(() => new AlarmTopic("alarms"), { region: "cn-north-1" });
    const { arn } = plan.get("alarms-topic").outputs;
    const policy = plan.get("alarms-policy").inputs;
    assert.equal(policy.arn, arn);
    assert.deepEqual(JSON.parse(String(policy.policy)).Statement, [
      {
        Sid: "Alarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arn,
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws-cn:cloudwatch:*:123456789012:alarm:*" },
        },
      },
    ]);
  });

  it("mails an address that is named, and nobody otherwise", async () => {
    const quiet = await record(() => new AlarmTopic("alarms"));
    const mailed = await record(() => new AlarmTopic("alarms", { email: "ops@example.com" }));
    assert.equal(quiet.ofType("aws:sns/topicSubscription:TopicSubscription").length, 0);
    assert.deepEqual(mailed.get("alarms-email").inputs, {
      topic: mailed.get("alarms-topic").outputs.arn,
      protocol: "email",
      endpoint: "ops@example.com",
    });
  });

  it("tells a channel of a chat that is named, from when it may be published to", async () => {
    const chat = { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } as const;
    const plan = await record(() => new AlarmTopic("alarms", { chat }));
    assert.deepEqual(plan.get("alarms-chat-slack").inputs.snsTopicArns, [plan.get("alarms-topic").outputs.arn]);
    assert.ok(plan.get("alarms-chat-slack").dependencies.includes(plan.get("alarms-policy").urn));
    assert.equal(plan.ofType("aws:sns/topicSubscription:TopicSubscription").length, 0);
    await assert.rejects(
      record(() => new AlarmTopic("alarms", { chat: { ...chat, channelId: "alerts" } })),
      {
        message: /^alarm topic "alarms": chat\.channelId must be the id of a Slack channel such as "C07EZ1ABC23", got/,
      },
    );
  });

  it("deletes its key sooner in dev", async () => {
    const plan = await record(() => new AlarmTopic("alarms"), { environment: "dev" });
    assert.equal(plan.get("alarms-key").inputs.deletionWindowInDays, 7);
  });

  it("tells the topic's ARN and nothing else", async () => {
    const plan = await record(() => new AlarmTopic("alarms"));
    assert.deepEqual(plan.get("alarms").outputs, { topicArn: plan.get("alarms-topic").outputs.arn });
  });

  it("refuses an address that is none", () =>
    assert.rejects(
      record(() => new AlarmTopic("alarms", { email: "ops" })),
      {
        message: 'alarm topic "alarms": email must be an address such as "operations@example.com", got "ops"',
      },
    ));
});
