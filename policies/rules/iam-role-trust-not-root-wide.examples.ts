import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const trust = (...list: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
  });
const role = (...list: object[]) => ({ type: "aws:iam/role:Role", props: { assumeRolePolicy: trust(...list) } });
const own = { allowedAccountIds: JSON.stringify(["123456789012"]) };
const root = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
const when = (test: string, key: string, value: unknown) => ({ Condition: { [test]: { [key]: value } } });

export const examples: Examples = {
  denied: [
    {
      title: "all of another account, by its ARN and by its digits",
      provider: own,
      resources: {
        arn: role(root),
        digits: role({ Principal: { AWS: ["123456789012", "111122223333"] } }),
        china: role({ Principal: { AWS: "arn:aws-cn:iam::111122223333:root" } }),
      },
      says: {
        arn: "Statement[0] of assumeRolePolicy lets in all of account 111122223333; name a role, or add a condition on sts:ExternalId",
        digits: "lets in all of account 111122223333",
        china: "lets in all of account 111122223333",
      },
    },
    {
      title: "conditions that anybody there meets",
      provider: own,
      resources: {
        any: role({ ...root, ...when("StringLike", "sts:ExternalId", "*") }),
        unless: role({ ...root, ...when("BoolIfExists", "aws:MultiFactorAuthPresent", "true") }),
        without: role({ ...root, ...when("Bool", "aws:MultiFactorAuthPresent", "false") }),
        place: role({ ...root, ...when("IpAddress", "aws:SourceIp", "203.0.113.0/24") }),
      },
      says: {
        any: "lets in all of account 111122223333",
        unless: "lets in all of account 111122223333",
        without: "lets in all of account 111122223333",
        place: "lets in all of account 111122223333",
      },
    },
  ],
  allowed: [
    {
      title: "another account with an external id, a second factor, an organisation or a principal",
      provider: own,
      resources: {
        id: role({ ...root, ...when("StringEquals", "sts:ExternalId", "acme-4711") }),
        factor: role({ ...root, ...when("Bool", "aws:MultiFactorAuthPresent", true) }),
        org: role({ ...root, ...when("StringEquals", "aws:PrincipalOrgID", "o-0a1b2c3d4e") }),
        principal: role({ ...root, ...when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/ci-*") }),
      },
    },
    {
      title: "roles of another account, the account itself, services and what is denied",
      provider: own,
      resources: {
        named: role({ Principal: { AWS: "arn:aws:iam::111122223333:role/ci" } }),
        self: role({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
        service: role({ Principal: { Service: "ec2.amazonaws.com" } }),
        never: role({ ...root, Effect: "Deny" }),
      },
    },
    {
      title: "an account of the list",
      provider: own,
      settings: { accounts: ["111122223333"] },
      resources: { audit: role(root) },
    },
    {
      title: "a policy that is not known, of which iam-role-trust-not-public tells",
      resources: { whole: { type: "aws:iam/role:Role", props: { assumeRolePolicy: UNKNOWN } } },
    },
  ],
  undecided: [
    {
      title: "a condition that is not known",
      provider: own,
      resources: {
        id: {
          type: "aws:iam/role:Role",
          props: {
            assumeRolePolicy: {
              Statement: [
                {
                  Effect: "Allow",
                  Action: "sts:AssumeRole",
                  ...root,
                  ...when("StringEquals", "sts:ExternalId", UNKNOWN),
                },
              ],
            },
          },
        },
      },
      says: {
        id: "Condition of Statement[0] of assumeRolePolicy is not known yet",
      },
    },
    {
      title: "an account that may be the stack's own",
      resources: { other: { type: "aws:sns/topic:Topic", props: { arn: UNKNOWN } }, audit: role(root) },
      says: { audit: "the account of the stack is not known yet" },
    },
  ],
};
