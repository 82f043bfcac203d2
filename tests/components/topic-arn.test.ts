import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../components/argument-checks";
import { checkTopicArn, isTopicArn } from "../../components/topic-arn";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

describe("the ARN of a topic", () => {
  it("is told from a name, and from the ARN of something else", () => {
    assert.equal(isTopicArn("arn:aws:sns:eu-west-1:123456789012:alarms"), true);
    assert.equal(isTopicArn("arn:aws-cn:sns:cn-north-1:123456789012:alarms"), true);
    assert.equal(isTopicArn("alarms"), false);
    assert.equal(isTopicArn("arn:aws:sqs:eu-west-1:123456789012:alarms"), false);
  });

  it("is looked at where it is known", () => {
    assert.throws(() => checkTopicArn(check, "notify.topicArn", "alarms"), {
      message:
        'notify.topicArn must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms", got "alarms"',
    });
    checkTopicArn(check, "notify.topicArn", pulumi.output("alarms"));
  });
});
