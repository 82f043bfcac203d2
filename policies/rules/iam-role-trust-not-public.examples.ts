import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const trust = (...list: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
  });
const role = (...list: object[]) => ({ type: "aws:iam/role:Role", props: { assumeRolePolicy: trust(...list) } });
const object = (Statement: unknown) => ({ type: "aws:iam/role:Role", props: { assumeRolePolicy: { Statement } } });
const anyoneWhen = (test: string, key: string, value: unknown) =>
  role({ Principal: "*", Condition: { [test]: { [key]: value } } });

export const examples: Examples = {
  denied: [
    {
      title: "everyone, in every spelling",
      resources: {
        text: role({ Principal: "*" }),
        map: role({ Principal: { Service: "ec2.amazonaws.com" } }, { Sid: "All", Principal: { AWS: ["*"] } }),
        butOne: object({ Effect: "Allow", Action: "sts:AssumeRole", NotPrincipal: { AWS: "111122223333" } }),
        secret: role({ Principal: "*", Condition: { StringEquals: { "sts:ExternalId": "acme" } } }),
        anyone: role({ Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }),
      },
      says: {
        text: "Statement[0] of assumeRolePolicy lets everyone in; name accounts, roles or services",
        map: "Statement[1] (All) of assumeRolePolicy lets everyone in",
        butOne: "Statement[0] of assumeRolePolicy lets everyone in",
        secret: "Statement[0] of assumeRolePolicy lets everyone in",
        anyone: "Statement[0] of assumeRolePolicy lets everyone in",
      },
    },
    {
      title: "conditions that every account meets",
      resources: {
        named: anyoneWhen("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/deploy"),
        oneOf: anyoneWhen("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::111122223333:*", "arn:aws:iam::*:role/deploy"]),
        counted: anyoneWhen("StringLike", "aws:PrincipalAccount", "????????????"),
        spanning: anyoneWhen("StringLike", "aws:PrincipalArn", "arn:aws:iam:*role/deploy"),
        paths: anyoneWhen("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-*/r-ab12/*"),
      },
      says: {
        named: "Statement[0] of assumeRolePolicy lets everyone in",
        oneOf: "Statement[0] of assumeRolePolicy lets everyone in",
        counted: "Statement[0] of assumeRolePolicy lets everyone in",
        spanning: "Statement[0] of assumeRolePolicy lets everyone in",
        paths: "Statement[0] of assumeRolePolicy lets everyone in",
      },
    },
  ],
  allowed: [
    {
      title: "services, accounts, roles of the stack and tokens",
      resources: {
        web: role({ Principal: { Service: "ec2.amazonaws.com" } }),
        audit: role({ Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
        people: role({
          Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/acme" },
          Action: "sts:AssumeRoleWithSAML",
        }),
        chained: object({
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: ["ec2.amazonaws.com", ref("web", "name")] },
        }),
        none: { type: "aws:iam/role:Role", props: { assumeRolePolicy: "{" } },
      },
    },
    {
      title: "everyone of an organisation, and what is denied",
      resources: {
        org: role({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" } } }),
        never: role({ Effect: "Deny", Principal: "*" }),
      },
    },
    {
      title: "everyone of one account or a part of an organisation, however the rest is called",
      resources: {
        account: anyoneWhen("ArnLike", "aws:PrincipalArn", "arn:aws:iam::111122223333:*"),
        unit: anyoneWhen("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-0a1b2c3d4e/*"),
        both: role({
          Principal: "*",
          Condition: {
            ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" },
            StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" },
          },
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy and a principal that are not known",
      resources: {
        whole: { type: "aws:iam/role:Role", props: { assumeRolePolicy: UNKNOWN } },
        whom: object([{ Effect: "Allow", Action: "sts:AssumeRole", Principal: UNKNOWN }]),
      },
      says: { whole: "assumeRolePolicy is not known yet", whom: "assumeRolePolicy is not known yet" },
    },
  ],
};
