import assert from "node:assert/strict";
import {
  attachedPolicies,
  policedQueues,
  policedTopics,
  queueType,
  topicType,
} from "../../../policies/facts/messaging";
import { refusedWithoutTls } from "../../../policies/facts/tls-refusals";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const refusal = {
  Statement: {
    Effect: "Deny",
    Principal: "*",
    Action: "sqs:*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
};

describe("policies of topics and queues", () => {
  it("are their own, and those beside them", () => {
    const topic = fake(topicType, "topic", { arn: "arn:t", policy: "{}" });
    const other = fake(topicType, "other", { arn: UNKNOWN, policy: UNKNOWN });
    const byArn = fake("aws:sns/topicPolicy:TopicPolicy", "by-arn", { arn: "arn:t", policy: "[]" });
    const later = fake("aws:sns/topicPolicy:TopicPolicy", "later", { arn: UNKNOWN, policy: "{}" }, { arn: [other] });
    const policiesOf = attachedPolicies(fakeStack(topic, other, byArn, later), policedTopics);
    assert.deepEqual(policiesOf(topic), { policies: ["{}", "[]"], isVague: false });
    // What AWS fills in is not the program's.
    assert.deepEqual(policiesOf(other), { policies: ["{}"], isVague: false });
  });

  it("may be anybody's while it is not known whose they are", () => {
    const queue = fake(queueType, "queue", {});
    const policy = fake("aws:sqs/queuePolicy:QueuePolicy", "policy", { queueUrl: UNKNOWN, policy: "{}" });
    assert.deepEqual(attachedPolicies(fakeStack(queue, policy), policedQueues)(queue), { policies: [], isVague: true });
  });
});

describe("requests without TLS", () => {
  it("are refused when one of the policies does", () => {
    assert.equal(refusedWithoutTls({ policies: ["{}", refusal], isVague: true }, "sqs:*"), true);
    assert.equal(refusedWithoutTls({ policies: ["{}"], isVague: false }, "sqs:*"), false);
    assert.equal(refusedWithoutTls({ policies: [], isVague: false }, "sqs:*"), false);
    assert.equal(refusedWithoutTls({ policies: [refusal], isVague: false }, "sns:publish"), false);
  });

  it("may be refused while a policy, or whose it is, is not known", () => {
    assert.equal(refusedWithoutTls({ policies: [UNKNOWN], isVague: false }, "sqs:*"), UNKNOWN);
    assert.equal(refusedWithoutTls({ policies: ["{}"], isVague: true }, "sqs:*"), UNKNOWN);
  });
});
