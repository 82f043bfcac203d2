import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const json = (...list: object[]) =>
  JSON.stringify({
    Statement: list.map((one) => ({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*", ...one })),
  });
const queue = (props: object) => ({ type: "aws:sqs/queue:Queue", props: { name: "orders", ...props } });
const policy = (written: unknown) => ({
  type: "aws:sqs/queuePolicy:QueuePolicy",
  props: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/orders", policy: written },
});
const from = (sourceArn: unknown) =>
  policy(json({ Principal: "*", Condition: { ArnLike: { "aws:SourceArn": sourceArn } } }));
const service = { Service: "sns.amazonaws.com" };
const root = { AWS: "arn:aws:iam::111122223333:root" };

export const examples: Examples = {
  denied: [
    {
      title: "everyone, inside a queue and beside it",
      resources: {
        inside: queue({ policy: json({ Principal: "*" }) }),
        beside: policy(json({ Principal: root }, { Principal: { AWS: ["*"] }, Action: "sqs:*" })),
      },
      says: {
        inside: "Statement[0] of policy lets everyone in; name accounts, roles or services",
        beside: "Statement[1] of policy lets everyone in",
      },
    },
    {
      title: "every bucket, topic or account as the source",
      resources: {
        buckets: from("arn:aws:s3:::*"),
        topics: from("arn:aws:sns:*:*:*"),
        oneOf: from(["arn:aws:s3:::photos", "arn:aws:sns:eu-west-1:*:orders"]),
        accounts: policy(json({ Principal: "*", Condition: { StringLike: { "aws:SourceAccount": "*" } } })),
      },
      says: {
        buckets: "Statement[0] of policy lets everyone in",
        topics: "Statement[0] of policy lets everyone in",
        oneOf: "Statement[0] of policy lets everyone in",
        accounts: "Statement[0] of policy lets everyone in",
      },
    },
    {
      title: "every action, for a role or a service",
      resources: {
        role: policy(json({ Principal: { AWS: "arn:aws:iam::111122223333:role/web" }, Action: "SQS:*" })),
        service: policy(json({ Principal: service, Action: ["*"] })),
        rest: policy(json({ Principal: service, Action: undefined, NotAction: "sqs:DeleteQueue" })),
      },
      says: {
        role: "Statement[0] of policy allows every action; name those that are needed",
        service: "Statement[0] of policy allows every action",
        rest: "Statement[0] of policy allows every action",
      },
    },
  ],
  allowed: [
    {
      title: "a topic or a bucket that may send, the account itself, and no policy",
      resources: {
        bare: queue({}),
        topic: policy(
          json({
            Principal: "*",
            Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders" } },
          }),
        ),
        bucket: from("arn:aws:s3:::photos"),
        // As AWS's own pages write the ARN of a bucket.
        colons: from("arn:aws:s3:*:*:photos"),
        account: from("arn:aws:sns:*:111122223333:*"),
        service: policy(json({ Principal: service })),
        owner: policy(json({ Principal: root, Action: "SQS:*" }, { Principal: { AWS: "111122223333" }, Action: "*" })),
        never: policy(json({ Effect: "Deny", Principal: "*", Action: "sqs:*" })),
        narrow: policy(
          json({
            Principal: service,
            Action: "sqs:*",
            Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
          }),
        ),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: {
        inside: queue({ policy: UNKNOWN }),
        beside: policy(UNKNOWN),
        principal: policy({ Statement: { Effect: "Allow", Principal: UNKNOWN, Action: "sqs:SendMessage" } }),
      },
      says: {
        inside: "policy is not known yet",
        beside: "policy is not known yet",
        principal: "policy is not known yet",
      },
    },
  ],
};
