import assert from "node:assert/strict";
import { ChatChannel, type ChatChannelArgs } from "../../components/chat-channel";
import { record } from "../../planner/record";

const slack = { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } as const;
const teams = {
  type: "teams",
  tenantId: "8d3c7f0e-1b2a-4c3d-9e8f-0a1b2c3d4e5f",
  teamId: "74361522-da01-538d-aa2e-ac7918c6bb92",
  channelId: "19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2",
} as const;
const topic = "arn:aws:sns:eu-west-1:123456789012:alarms";
const make = (args: Partial<ChatChannelArgs> = {}) =>
  record(() => new ChatChannel("operations", { chat: slack, topicArns: [topic], ...args }), {
    project: "shop",
    stack: "org.prod",
  });

describe("ChatChannel", () => {
  it("tells a channel of Slack what topics of any region are told, and logs what fails", async () => {
    const site = "arn:aws:sns:us-east-1:123456789012:site";
    const plan = await make({ topicArns: [topic, site] });
    assert.deepEqual(plan.get("operations-slack").inputs, {
      configurationName: "shop-org-prod-operations",
      slackTeamId: "T07EA123LEP",
      slackChannelId: "C07EZ1ABC23",
      iamRoleArn: plan.get("operations-role").outputs.arn,
      guardrailPolicyArns: [plan.get("operations-read").outputs.arn],
      loggingLevel: "ERROR",
      snsTopicArns: [topic, site],
      tags: { Name: "operations" },
    });
  });

  it("tells a channel of Microsoft Teams, with guard rails and a log as told", async () => {
    const guardrailPolicyArns = ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"];
    const plan = await make({ chat: { ...teams, guardrailPolicyArns, logging: "info" } });
    const { type: _, ...ids } = teams;
    assert.deepEqual(plan.get("operations-teams").inputs, {
      configurationName: "shop-org-prod-operations",
      ...ids,
      iamRoleArn: plan.get("operations-role").outputs.arn,
      guardrailPolicyArns,
      loggingLevel: "INFO",
      snsTopicArns: [topic],
      tags: { Name: "operations" },
    });
  });

  it("has a log that is there first and forgets in time, where AWS writes it, unless it is to write none", async () => {
    const plan = await make();
    const { name, region, retentionInDays } = plan.get("operations-logs").inputs;
    assert.deepEqual([name, region, retentionInDays], ["/aws/chatbot/shop-org-prod-operations", "us-east-1", 365]);
    assert.ok(plan.get("operations-slack").dependencies.includes(plan.get("operations-logs").urn));
    const silent = await make({ chat: { ...slack, logging: "none" } });
    assert.equal(silent.get("operations-slack").inputs.loggingLevel, "NONE");
    assert.deepEqual(silent.names("aws:cloudwatch/logGroup:LogGroup"), []);
  });

  it("may look at metrics and alarms of this account, once the role has its policy, and do nothing", async () => {
    const plan = await make();
    const { assumeRolePolicy } = plan.get("operations-role").inputs;
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
      { Effect: "Allow", Principal: { Service: "chatbot.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    assert.deepEqual(JSON.parse(String(plan.get("operations-read").inputs.policy)).Statement, [
      {
        Sid: "Metrics",
        Effect: "Allow",
        Action: ["cloudwatch:GetMetricData", "cloudwatch:GetMetricWidgetImage", "cloudwatch:ListMetrics"],
        Resource: "*",
      },
      {
        Sid: "Alarms",
        Effect: "Allow",
        Action: ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
        Resource: "arn:aws:cloudwatch:*:123456789012:alarm:*",
      },
    ]);
    const attachment = plan.get("operations-role-read");
    assert.equal(attachment.inputs.policyArn, plan.get("operations-read").outputs.arn);
    assert.ok(plan.get("operations-slack").dependencies.includes(attachment.urn));
  });

  it("publishes its configuration and its role", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("operations").outputs, {
      configurationArn: "arn:aws:chatbot::123456789012:chat-configuration/slack-channel/shop-org-prod-operations",
      roleArn: plan.get("operations-role").outputs.arn,
    });
  });

  it("is refused without a topic, with what is none, or with an id that is none", async () => {
    await assert.rejects(make({ topicArns: [] }), {
      message: 'chat channel "operations": topicArns must hold the ARN of at least one topic, got []',
    });
    await assert.rejects(make({ topicArns: ["alarms"] }), {
      message: /^chat channel "operations": topicArns must be the ARN of an SNS topic, .*, got "alarms"$/,
    });
    await assert.rejects(make({ chat: { ...slack, channelId: "alerts" } }), {
      message: /^chat channel "operations": chat\.channelId must be the id of a Slack channel .*, got "alerts"$/,
    });
  });
});
