import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const statements = (...list: object[]) => ({
  Version: "2012-10-17",
  Statement: list.map((one) => ({ Effect: "Allow", ...one })),
});
const policy = (...list: object[]) => of("policy:Policy", { policy: statements(...list) });
const everywhere = (Action: unknown, rest: object = {}) => policy({ Action, Resource: "*", ...rest });

export const examples: Examples = {
  denied: [
    {
      title: "on every resource what can be limited to some",
      resources: {
        reads: everywhere(["s3:GetObject", "S3:Put*", "ec2:DescribeInstances"]),
        buckets: policy({ Action: "s3:GetObject", Resource: ["arn:aws:s3:::*", "arn:aws:s3:::acme-shop/*"] }),
        logs: policy({ Action: "logs:PutLogEvents", Resource: "arn:aws:logs:*:*:*" }),
        groups: policy({ Action: "logs:PutLogEvents", Resource: "arn:aws:logs:*:*:log-group:*" }),
        others: policy({ Action: "sqs:SendMessage", NotResource: "arn:aws:sqs:eu-west-1:111122223333:audit" }),
        inside: of("role:Role", {
          inlinePolicies: [{ policy: JSON.stringify(statements({ Action: "sns:Publish", Resource: "*" })) }],
        }),
      },
      says: {
        reads: "Statement[0] of policy allows s3:getobject, s3:put* on every resource; name the ARNs in Resource",
        buckets: "allows s3:getobject on every resource",
        logs: "allows logs:putlogevents on every resource",
        groups: "allows logs:putlogevents on every resource",
        others: "allows sqs:sendmessage on every resource",
        inside: "Statement[0] of inlinePolicies[0].policy allows sns:publish on every resource",
      },
    },
    {
      title: "conditions that limit nothing about the resource",
      resources: {
        network: everywhere("s3:GetObject", { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
        not: everywhere("s3:GetObject", { Condition: { StringNotEquals: { "aws:ResourceTag/team": "ops" } } }),
        any: everywhere("s3:GetObject", { Condition: { StringLike: { "aws:ResourceTag/team": "*" } } }),
      },
      says: { network: "allows s3:getobject", not: "allows s3:getobject", any: "allows s3:getobject" },
    },
  ],
  allowed: [
    {
      title: "what AWS allows on every resource or none, and most of which is so",
      resources: {
        lists: everywhere([
          "ec2:DescribeInstances",
          "ec2:Describe*",
          "s3:ListAllMyBuckets",
          "ecr:GetAuthorizationToken",
        ]),
        sessions: everywhere(["ssmmessages:CreateControlChannel", "ssmmessages:*", "cloudwatch:PutMetricData"]),
      },
    },
    {
      title: "resources by name, also those of the stack",
      resources: {
        topic: { type: "aws:sns/topic:Topic", props: {} },
        send: policy({ Action: "sns:Publish", Resource: ref("topic", "arn") }),
        read: policy({ Action: "s3:GetObject", Resource: ["arn:aws:s3:::acme-shop/*", "arn:aws:s3:::acme-*"] }),
        logs: policy({ Action: "logs:*", Resource: "arn:aws:logs:eu-west-1:111122223333:log-group:/acme/*" }),
        hers: policy({ Action: "iam:ChangePassword", Resource: "arn:aws:iam::*:user/acme-*" }),
      },
    },
    {
      title: "conditions on the resource, or on a key of the service",
      resources: {
        tagged: everywhere("ec2:TerminateInstances", {
          Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } },
        }),
        cluster: everywhere("ecs:RunTask", {
          Condition: { ArnEquals: { "ecs:cluster": "arn:aws:ecs:eu-west-1:1:cluster/a" } },
        }),
      },
    },
    {
      title:
        "actions of the list, of services that the tables do not have, and everything, which another policy denies",
      settings: { allowActions: ["S3:List*"] },
      resources: { list: everywhere(["s3:ListBucket", "acme:Do", "s3"]), all: everywhere("*") },
    },
    {
      title: "a policy that is not known, of which iam-no-admin-policy tells",
      resources: { whole: of("policy:Policy", { policy: UNKNOWN }) },
    },
  ],
  undecided: [
    {
      title: "actions and conditions that are not known",
      resources: {
        action: everywhere(UNKNOWN),
        tagged: everywhere("s3:GetObject", { Condition: { StringEquals: { "aws:ResourceTag/team": UNKNOWN } } }),
      },
      says: {
        action: "Action of Statement[0] of policy is not known yet",
        tagged: "Condition of Statement[0] of policy is not known yet",
      },
    },
  ],
};
