import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const queue = (props: object = {}) => ({ type: "aws:sqs/queue:Queue", props: { ...props } });
const redrive = (queueUrl: unknown, redrivePolicy: unknown) => ({
  type: "aws:sqs/redrivePolicy:RedrivePolicy",
  props: { queueUrl, redrivePolicy },
});
const arn = "arn:aws:sqs:eu-west-1:111122223333:failed";
const json = (policy: object) => JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount: 5, ...policy });

export const examples: Examples = {
  denied: [
    {
      title: "queues that try for ever",
      resources: {
        orders: queue(),
        empty: queue({ redrivePolicy: "" }),
        nowhere: queue({ redrivePolicy: json({ deadLetterTargetArn: "" }) }),
        never: queue({ redrivePolicy: json({ maxReceiveCount: 0 }) }),
      },
      says: {
        orders: "redrivePolicy is not set; name a queue for what fails and a maxReceiveCount",
        empty: "redrivePolicy is not set",
        nowhere: "redrivePolicy names no deadLetterTargetArn",
        never: "maxReceiveCount of redrivePolicy is 0",
      },
    },
  ],
  allowed: [
    {
      title: "queues with one, inside and beside them, and those for what fails",
      resources: {
        failed: queue({ arn }),
        inside: queue({ redrivePolicy: json({}) }),
        later: queue({ redrivePolicy: ref("set-aside", "arn") }),
        beside: queue(),
        policy: redrive(ref("beside", "url"), json({ maxReceiveCount: "3" })),
        "set-aside": queue(),
        "orders-dlq": queue(),
      },
    },
    {
      title: "what fails in a function, a rule of events, or a subscription",
      resources: {
        a: queue(),
        b: queue(),
        c: queue(),
        d: queue(),
        function: { type: "aws:lambda/function:Function", props: { deadLetterConfig: { targetArn: ref("a", "arn") } } },
        config: {
          type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
          props: { destinationConfig: { onFailure: { destination: ref("b", "arn") } } },
        },
        subscription: {
          type: "aws:sns/topicSubscription:TopicSubscription",
          props: { redrivePolicy: ref("c", "arn") },
        },
        allow: {
          type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
          props: { queueUrl: ref("d", "url"), redriveAllowPolicy: "{}" },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a redrive policy of which it is not known whose it is",
      resources: { orders: queue(), policy: redrive(UNKNOWN, json({})) },
      says: { orders: "the queueUrl of a RedrivePolicy is not known yet" },
    },
  ],
};
