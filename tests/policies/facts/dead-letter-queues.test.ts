import assert from "node:assert/strict";
import { deadLetterQueues, redriveOf } from "../../../policies/facts/dead-letter-queues";
import { queueType } from "../../../policies/facts/messaging";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const queue = (name: string, props: Record<string, unknown> = {}) => fake(queueType, name, props);

describe("dead-letter queues", () => {
  it("are those that other queues name, by ARN and by reference", () => {
    const [a, b] = [queue("a", { arn: "arn:a" }), queue("b")];
    const first = queue("first", { redrivePolicy: '{"deadLetterTargetArn":"arn:a","maxReceiveCount":3}' });
    const second = fake(queueType, "second", { redrivePolicy: UNKNOWN }, { redrivePolicy: [b] });
    const found = [a, b, first, second].filter(deadLetterQueues(fakeStack(a, b, first, second)));
    assert.deepEqual(found, [a, b]);
  });

  it("are those that a function or a rule of events leaves failures to", () => {
    const failed = queue("a");
    const user = fake("aws:lambda/function:Function", "web", {}, { deadLetterConfig: [failed] });
    assert.equal(deadLetterQueues(fakeStack(failed, user))(failed), true);
  });

  it("are not those that something else refers to", () => {
    const work = queue("work");
    const redrive = fake("aws:sqs/redrivePolicy:RedrivePolicy", "redrive", {}, { queueUrl: [work] });
    const user = fake("aws:lambda/eventSourceMapping:EventSourceMapping", "read", {}, { eventSourceArn: [work] });
    assert.equal(deadLetterQueues(fakeStack(work, redrive, user))(work), false);
  });

  it("are those that may be one, or are called so", () => {
    const allowed = queue("a");
    const type = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";
    const allow = fake(type, "allow", {}, { queueUrl: [allowed] });
    assert.equal(deadLetterQueues(fakeStack(allowed, allow))(allowed), true);
    for (const name of ["orders-dlq", "ordersDLQ", "dead-letters", "OrdersDeadLetterQueue"]) {
      assert.equal(deadLetterQueues(fakeStack())(queue(name)), true, name);
    }
    assert.equal(deadLetterQueues(fakeStack())(queue("a", { name: "shop-dlq.fifo" })), true);
    assert.equal(deadLetterQueues(fakeStack())(queue("deadlines")), false);
  });
});

describe("a redrive policy", () => {
  it("is JSON, an object, unknown, or nothing", () => {
    assert.deepEqual(redriveOf('{"maxReceiveCount":3}'), { maxReceiveCount: 3 });
    assert.deepEqual(redriveOf({ maxReceiveCount: 3 }), { maxReceiveCount: 3 });
    assert.equal(redriveOf(UNKNOWN), UNKNOWN);
    assert.equal(redriveOf("{"), undefined);
  });
});
