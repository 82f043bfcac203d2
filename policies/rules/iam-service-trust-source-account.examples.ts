import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const trust = (...list: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
  });
const role = (...list: object[]) => ({ type: "aws:iam/role:Role", props: { assumeRolePolicy: trust(...list) } });
const tasks = { Principal: { Service: "ecs-tasks.amazonaws.com" } };
const when = (test: string, key: string, value: unknown) => ({ Condition: { [test]: { [key]: value } } });

export const examples: Examples = {
  denied: [
    {
      title: "services that tell for whom, without a condition on it",
      resources: {
        task: role(tasks),
        both: role({ Principal: { Service: ["ec2.amazonaws.com", "scheduler.amazonaws.com"] } }),
        network: role({ ...tasks, ...when("IpAddress", "aws:SourceIp", "10.0.0.0/8") }),
        every: role({ ...tasks, ...when("ArnLike", "aws:SourceArn", "arn:aws:ecs:*:*:*") }),
        any: role({ ...tasks, ...when("StringLike", "aws:SourceAccount", "*") }),
      },
      says: {
        task: "Statement[0] of assumeRolePolicy lets in ecs-tasks.amazonaws.com for anybody; add a condition on aws:SourceAccount",
        both: "lets in scheduler.amazonaws.com for anybody",
        network: "lets in ecs-tasks.amazonaws.com for anybody",
        every: "lets in ecs-tasks.amazonaws.com for anybody",
        any: "lets in ecs-tasks.amazonaws.com for anybody",
      },
    },
    {
      title: "a service of the list",
      settings: { services: ["pipes.amazonaws.com"] },
      resources: { pipe: role({ Principal: { Service: "pipes.amazonaws.com" } }), task: role(tasks) },
      says: { pipe: "lets in pipes.amazonaws.com for anybody" },
    },
  ],
  allowed: [
    {
      title: "an account, a resource or an organisation",
      resources: {
        account: role({ ...tasks, ...when("StringEquals", "aws:SourceAccount", "111122223333") }),
        resource: role({ ...tasks, ...when("ArnLike", "aws:SourceArn", "arn:aws:ecs:eu-west-1:111122223333:*") }),
        org: role({ ...tasks, ...when("StringEquals", "aws:SourceOrgID", "o-0a1b2c3d4e") }),
      },
    },
    {
      title: "services that take a role for their own instances and functions, accounts, and what is denied",
      resources: {
        instance: role({ Principal: { Service: "ec2.amazonaws.com" } }),
        handler: role({ Principal: { Service: "lambda.amazonaws.com" } }),
        audit: role({ Principal: { AWS: "111122223333" } }),
        never: role({ ...tasks, Effect: "Deny" }),
      },
    },
    {
      title: "a policy that is not known, of which iam-role-trust-not-public tells",
      resources: { whole: { type: "aws:iam/role:Role", props: { assumeRolePolicy: UNKNOWN } } },
    },
  ],
  undecided: [
    {
      title: "an account that is not known",
      resources: {
        account: {
          type: "aws:iam/role:Role",
          props: {
            assumeRolePolicy: {
              Statement: { Effect: "Allow", ...tasks, ...when("StringEquals", "aws:SourceAccount", UNKNOWN) },
            },
          },
        },
      },
      says: {
        account: "Condition of Statement[0] of assumeRolePolicy is not known yet",
      },
    },
  ],
};
