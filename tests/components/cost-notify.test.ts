import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "../../components/argument-checks";
import { type CostNotifyArgs, checkCostNotify, costTopicArn } from "../../components/cost-notify";
import { record } from "../../planner/record";

class Caller extends pulumi.ComponentResource {
  constructor(args: CostNotifyArgs) {
    super("test:index:Caller", "costs");
    const check: ArgumentCheck = argumentCheck(this, "caller", "costs");
    checkCostNotify(check, args);
    this.registerOutputs({ topicArn: costTopicArn("costs", args, this) });
  }
}

const notify = (args: CostNotifyArgs) => record(() => new Caller(args));

describe("who hears of costs", () => {
  it("is people, a topic that is made, one that is given, or both", async () => {
    const people = await notify({ emails: ["a@example.com"] });
    assert.equal(people.get("costs").outputs.topicArn, undefined);
    assert.deepEqual(people.names("aws:sns/topic:Topic"), []);
    const own = await notify({ emails: ["a@example.com"], topic: "own" });
    assert.equal(own.get("costs").outputs.topicArn, own.get("costs-topic-topic").outputs.arn);
    const topicArn = "arn:aws:sns:us-east-1:123456789012:costs";
    const given = await notify({ topic: { topicArn } });
    assert.equal(given.get("costs").outputs.topicArn, topicArn);
    assert.deepEqual(given.names("aws:sns/topic:Topic"), []);
  });

  it("is a channel of a chat, on a topic that is made for it or one that is given", async () => {
    const chat = { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } as const;
    const own = await notify({ chat });
    assert.deepEqual(own.get("costs-chat-slack").inputs.snsTopicArns, [own.get("costs-topic-topic").outputs.arn]);
    const topicArn = "arn:aws:sns:us-east-1:123456789012:costs";
    const given = await notify({ chat, topic: { topicArn } });
    assert.deepEqual(given.get("costs-chat-slack").inputs.snsTopicArns, [topicArn]);
    await assert.rejects(notify({ chat: { ...chat, channelId: "costs" } }), {
      message: /^caller "costs": notify\.chat\.channelId must be the id of a Slack channel such as .*, got "costs"$/,
    });
  });

  it("may be a topic that is not there yet", async () => {
    const plan = await notify({ topic: { topicArn: pulumi.output("arn:aws:sns:us-east-1:123456789012:late") } });
    assert.equal(plan.get("costs").outputs.topicArn, "arn:aws:sns:us-east-1:123456789012:late");
  });

  const emails = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}@example.com`);

  it("is ten people at most", () => notify({ emails: emails(10) }));

  const refused: Record<string, [CostNotifyArgs, string]> = {
    nobody: [
      {},
      'notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
    ],
    "no addresses": [
      { emails: [] },
      'notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
    ],
    "an address that is none": [
      { emails: ["a@example.com", "operations"] },
      'notify.emails[1] must be an address such as "operations@example.com", got "operations"',
    ],
    "eleven people": [{ emails: emails(11) }, "notify.emails must be at most 10 addresses, got 11"],
    "the same person twice": [
      { emails: ["a@example.com", "a@example.com"] },
      'notify.emails must not repeat an address, got ["a@example.com","a@example.com"]',
    ],
    "a topic that is none": [
      { topic: { topicArn: "arn:aws:sqs:us-east-1:123456789012:costs" } },
      'notify.topic.topicArn must be the ARN of an SNS topic that is not FIFO, got "arn:aws:sqs:us-east-1:123456789012:costs"',
    ],
    "a FIFO topic, which AWS Budgets does not know": [
      { topic: { topicArn: "arn:aws:sns:us-east-1:123456789012:costs.fifo" } },
      'notify.topic.topicArn must be the ARN of an SNS topic that is not FIFO, got "arn:aws:sns:us-east-1:123456789012:costs.fifo"',
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`is not ${what}`, () => assert.rejects(notify(args), { message: `caller "costs": ${message}` }));
  }
});
