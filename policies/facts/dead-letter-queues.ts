import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { queueType } from "./messaging";
import { carrierOf, type Kind, usesOf } from "./references";
import { asText, at } from "./value";
import { wordsOf } from "./words";

export const redrivePolicyType = "aws:sqs/redrivePolicy:RedrivePolicy";
const redriveAllowPolicyType = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";
const byArn: Kind = { types: [queueType], keys: ["arn"] };

/** The properties by which something leaves to a queue what failed. */
const failureProperties = ["redrivePolicy", "deadLetterConfig", "destinationConfig"];

/** What a redrive policy, which is JSON, says; nothing when it is not known or not JSON. */
export function redriveOf(policy: unknown): unknown {
  if (typeof policy !== "string") return policy;
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}

/** Tells the queues of a stack that take what failed elsewhere, and so need no such queue themselves. */
export function deadLetterQueues(stack: Stack): (queue: StackResource) => boolean {
  const targets = new Set<StackResource>();
  for (const source of stack.ofType(queueType, redrivePolicyType, "aws:sns/topicSubscription:TopicSubscription")) {
    const arn = asText(at(redriveOf(at(source.props, "redrivePolicy")), "deadLetterTargetArn"));
    const target = carrierOf(stack, arn, byArn);
    if (target) targets.add(target);
  }
  return (queue) =>
    targets.has(queue) ||
    isNamedSo(queue) ||
    usesOf(stack, queue).some(
      ({ user, property }) =>
        failureProperties.includes(property) || (user.type === redriveAllowPolicyType && property === "queueUrl"),
    );
}

function isNamedSo({ name, props }: StackResource): boolean {
  const called = asText(at(props, "name"));
  return [name, called].some(
    (text) => typeof text === "string" && wordsOf(text).some((word) => /^(?:dlq|dead(?:letters?)?)$/.test(word)),
  );
}
