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
      title: "it on every resource, in every form of a policy",
      resources: {
        all: everywhere(["iam:CreateAccessKey", "sts:AssumeRole"]),
        inside: of("role:Role", {
          inlinePolicies: [
            {
              policy: JSON.stringify(statements({ Action: ["iam:CreateAccessKey", "sts:AssumeRole"], Resource: "*" })),
            },
          ],
        }),
        others: policy({ NotAction: "cloudtrail:*", NotResource: "arn:aws:s3:::acme-audit" }),
      },
      says: {
        all: "Statement[0] of policy allows iam:CreateAccessKey, sts:AssumeRole on every resource; name the users, roles or databases",
        inside: "Statement[0] of inlinePolicies[0].policy allows",
        others: "Statement[0] of policy allows",
      },
    },
  ],
  allowed: [
    {
      title: "it on what is named, known or not",
      resources: {
        bucket: { type: "aws:s3/bucket:Bucket", props: {} },
        named: policy({
          Action: ["iam:CreateAccessKey", "sts:AssumeRole"],
          Resource: ["arn:aws:iam::111122223333:role/deploy", ref("bucket", "arn")],
        }),
      },
    },
    {
      title: "other actions, what is denied, and what a condition narrows",
      resources: {
        other: everywhere(["ecr:GetAuthorizationToken", "sts:GetSessionToken", "sts:GetCallerIdentity"]),
        never: everywhere(["iam:CreateAccessKey", "sts:AssumeRole"], { Effect: "Deny" }),
        tagged: everywhere(["iam:CreateAccessKey", "sts:AssumeRole"], {
          Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } },
        }),
      },
    },
    { title: "everything on everything, which another policy denies", resources: { admin: everywhere("*") } },
    {
      title: "a policy that is not known, of which iam-no-admin-policy tells",
      resources: { whole: of("policy:Policy", { policy: UNKNOWN }) },
    },
  ],
  undecided: [
    {
      title: "actions and conditions that are not known",
      resources: {
        action: everywhere(["ec2:DescribeInstances", UNKNOWN]),
        tagged: everywhere(["iam:CreateAccessKey", "sts:AssumeRole"], {
          Condition: { StringEquals: { "aws:ResourceTag/team": UNKNOWN } },
        }),
      },
      says: {
        action: "Action of Statement[0] of policy is not known yet",
        tagged: "Condition of Statement[0] of policy is not known yet",
      },
    },
  ],
};
