import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { at, UNKNOWN } from "./value";

export const topicType = "aws:sns/topic:Topic";
export const topicPolicyType = "aws:sns/topicPolicy:TopicPolicy";
export const queueType = "aws:sqs/queue:Queue";
export const queuePolicyType = "aws:sqs/queuePolicy:QueuePolicy";

/** A type that holds a policy of its own in `policy`, and the type by which it gets one from beside. */
interface Policed {
  readonly kind: Kind;
  readonly beside: string;
  /** The property that says whose policy it is. */
  readonly property: string;
}

export const policedTopics: Policed = {
  kind: { types: [topicType], keys: ["arn", "id"] },
  beside: topicPolicyType,
  property: "arn",
};

export const policedQueues: Policed = {
  kind: { types: [queueType], keys: ["url", "id"] },
  beside: queuePolicyType,
  property: "queueUrl",
};

/** The policies that a resource has, each JSON, an object or unknown. */
export interface AttachedPolicies {
  readonly policies: readonly unknown[];
  /** True when one beside it may be of any resource. */
  readonly isVague: boolean;
}

/** The policies of the topics or queues of a stack, their own and those beside them. */
export function attachedPolicies(stack: Stack, { kind, beside, property }: Policed) {
  const besides = new Map<string, unknown[]>();
  let isVague = false;
  for (const holder of stack.ofType(beside)) {
    const value = at(holder.props, property);
    const targets = named(stack, holder, property, value, kind);
    for (const { urn } of targets) besides.set(urn, [...(besides.get(urn) ?? []), at(holder.props, "policy")]);
    if (targets.length === 0 && value === UNKNOWN) isVague = true;
  }
  return (resource: StackResource): AttachedPolicies => {
    const own = at(stated(resource).props, "policy");
    return { policies: [...(own === undefined ? [] : [own]), ...(besides.get(resource.urn) ?? [])], isVague };
  };
}
