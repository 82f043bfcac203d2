import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const json = (...list: object[]) =>
  JSON.stringify({ Statement: list.map((one) => ({ Effect: "Allow", Action: "sns:Publish", Resource: "*", ...one })) });
const topic = (props: object) => ({ type: "aws:sns/topic:Topic", props: { name: "orders", ...props } });
const policy = (written: unknown) => ({
  type: "aws:sns/topicPolicy:TopicPolicy",
  props: { arn: "a", policy: written },
});

export const examples: Examples = {
  denied: [
    {
      title: "everyone, inside a topic and beside it",
      resources: {
        inside: topic({ policy: json({ Principal: "*" }) }),
        beside: policy(json({ Principal: { AWS: "111122223333" } }, { Principal: { AWS: ["*"] } })),
        object: policy({ Statement: [{ Effect: "Allow", Principal: "*", Action: "SNS:*", Resource: "*" }] }),
        buckets: policy(json({ Principal: "*", Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } } })),
        owners: policy(json({ Principal: "*", Condition: { StringLike: { "AWS:SourceOwner": "*" } } })),
        tls: policy(json({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } })),
      },
      says: {
        inside: "Statement[0] of policy lets everyone in; name accounts, roles or services",
        beside: "Statement[1] of policy lets everyone in",
        object: "Statement[0] of policy lets everyone in",
        buckets: "Statement[0] of policy lets everyone in",
        owners: "Statement[0] of policy lets everyone in",
        tls: "Statement[0] of policy lets everyone in",
      },
    },
    {
      title: "accounts that the settings do not list",
      settings: { accounts: ["444455556666"] },
      resources: {
        key: { type: "aws:kms/key:Key", props: { arn: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
        topic: topic({
          policy: json({ Principal: { AWS: ["111122223333", "444455556666", "arn:aws:iam::777788889999:root"] } }),
        }),
      },
      says: { topic: "Statement[0] of policy lets in 777788889999; remove it or list it in accounts" },
    },
  ],
  allowed: [
    {
      title: "the policy that AWS gives a topic, services, accounts and an organisation",
      resources: {
        bare: topic({}),
        default: topic({
          policy: json({ Principal: { AWS: "*" }, Condition: { StringEquals: { "AWS:SourceOwner": "111122223333" } } }),
        }),
        service: policy(json({ Principal: { Service: "cloudwatch.amazonaws.com" } })),
        account: policy(json({ Principal: { AWS: "111122223333" } })),
        org: policy(json({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" } } })),
        never: policy(json({ Effect: "Deny", Principal: "*" })),
      },
    },
    {
      title: "everyone who comes from one bucket",
      resources: {
        policy: policy({
          Statement: {
            Effect: "Allow",
            Principal: "*",
            Action: "sns:Publish",
            Resource: "*",
            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::mine" } },
          },
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { inside: topic({ policy: UNKNOWN }), beside: policy(UNKNOWN) },
      says: { inside: "policy is not known yet", beside: "policy is not known yet" },
    },
    {
      title: "an account in a stack whose own is not known",
      settings: { accounts: ["444455556666"] },
      resources: {
        queue: { type: "aws:sqs/queue:Queue", props: { arn: UNKNOWN } },
        topic: topic({ policy: json({ Principal: { AWS: "111122223333" } }) }),
      },
      says: { topic: "the account of the stack is not known yet" },
    },
  ],
};
