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
      title: "all actions of services, on something as well",
      resources: {
        bucket: policy({ Action: ["s3:*", "S3:GetObject", "sqs:**"], Resource: "arn:aws:s3:::acme-shop" }),
        inside: of("role:Role", {
          inlinePolicies: [{ policy: JSON.stringify(statements({ Action: "logs:*", Resource: "*" })) }],
        }),
        all: policy({ Action: "*", Resource: "arn:aws:s3:::acme-shop" }),
      },
      says: {
        bucket: "Statement[0] of policy allows s3:*, sqs:**; name the actions that are needed",
        inside: "Statement[0] of inlinePolicies[0].policy allows logs:*",
        all: "allows *; name",
      },
    },
    {
      title: "all actions but some",
      resources: { power: policy({ NotAction: ["iam:*", "organizations:*"], Resource: "*" }) },
      says: { power: "Statement[0] of policy allows all actions but those of NotAction; name them in Action" },
    },
  ],
  allowed: [
    {
      title: "named actions, parts of a service, and what is denied",
      resources: {
        read: everywhere(["s3:GetObject", "s3:List*", "ec2:Describe*"]),
        never: everywhere("iam:*", { Effect: "Deny" }),
        most: policy({ Effect: "Deny", NotAction: "iam:*", Resource: "*" }),
      },
    },
    { title: "everything on everything, which another policy denies", resources: { all: everywhere("*") } },
    { title: "services of the list", settings: { allow: ["XRay:*"] }, resources: { trace: everywhere("xray:*") } },
    {
      title: "what names a resource of the stack",
      resources: {
        topic: { type: "aws:sns/topic:Topic", props: {} },
        send: policy({ Action: "sns:Publish", Resource: ref("topic", "arn") }),
      },
    },
    {
      title: "a policy that is not known, of which iam-no-admin-policy tells",
      resources: { whole: of("policy:Policy", { policy: UNKNOWN }) },
    },
  ],
  undecided: [
    {
      title: "actions that are not known",
      resources: {
        some: policy({ Action: ["s3:GetObject", UNKNOWN], Resource: "arn:aws:s3:::acme-shop/*" }),
      },
      says: { some: "Action of Statement[0] of policy is not known yet" },
    },
  ],
};
