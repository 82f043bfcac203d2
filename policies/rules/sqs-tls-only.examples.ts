import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const queue = (props: object) => ({ type: "aws:sqs/queue:Queue", props: { name: "orders", ...props } });
const beside = (queueUrl: unknown, policy: unknown) => ({
  type: "aws:sqs/queuePolicy:QueuePolicy",
  props: { queueUrl, policy },
});
const json = (statement: object) => JSON.stringify({ Statement: [statement] });
const refusal = {
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const examples: Examples = {
  denied: [
    {
      title: "queues without a policy, or with one that allows",
      resources: {
        bare: queue({}),
        open: queue({ policy: json({ ...refusal, Effect: "Allow" }) }),
        other: queue({}),
        policy: beside(ref("other", "url"), json({ ...refusal, Action: "sqs:Get*" })),
      },
      says: {
        bare: "no policy of it denies sqs:* where aws:SecureTransport is false; add one",
        open: "no policy of it denies sqs:*",
        other: "no policy of it denies sqs:*",
      },
    },
  ],
  allowed: [
    {
      title: "a policy inside a queue, and one beside it",
      resources: {
        inside: queue({ policy: json({ ...refusal, Action: "sqs:*" }) }),
        other: queue({}),
        policy: beside(ref("other", "url"), json(refusal)),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { other: queue({}), policy: beside(ref("other", "url"), UNKNOWN) },
      says: { other: "its policy is not known yet" },
    },
    {
      title: "a policy of which it is not known whose it is",
      resources: { bare: queue({}), policy: beside(UNKNOWN, json(refusal)) },
      says: { bare: "its policy is not known yet" },
    },
  ],
};
