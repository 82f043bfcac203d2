import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const topic = (props: object) => ({ type: "aws:sns/topic:Topic", props: { name: "orders", ...props } });
const beside = (arn: unknown, policy: unknown) => ({
  type: "aws:sns/topicPolicy:TopicPolicy",
  props: { arn, policy },
});
const json = (statement: object) => JSON.stringify({ Statement: [statement] });
const refusal = {
  Effect: "Deny",
  Principal: "*",
  Action: "sns:Publish",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const examples: Examples = {
  denied: [
    {
      title: "topics without a policy, or with one that allows",
      resources: {
        bare: topic({}),
        open: topic({ policy: json({ ...refusal, Effect: "Allow" }) }),
        other: topic({}),
        policy: beside(ref("other", "arn"), json({ ...refusal, Action: "sns:Get*" })),
      },
      says: {
        bare: "no policy of it denies sns:Publish where aws:SecureTransport is false; add one",
        open: "no policy of it denies sns:Publish",
        other: "no policy of it denies sns:Publish",
      },
    },
  ],
  allowed: [
    {
      title: "a policy inside a topic, and one beside it",
      resources: {
        inside: topic({ policy: json({ ...refusal, Action: "sns:*" }) }),
        other: topic({}),
        policy: beside(ref("other", "arn"), json(refusal)),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { other: topic({}), policy: beside(ref("other", "arn"), UNKNOWN) },
      says: { other: "its policy is not known yet" },
    },
    {
      title: "a policy of which it is not known whose it is",
      resources: { bare: topic({}), policy: beside(UNKNOWN, json(refusal)) },
      says: { bare: "its policy is not known yet" },
    },
  ],
};
