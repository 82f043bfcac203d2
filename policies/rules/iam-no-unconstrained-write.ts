import { allowedAt, judgeDangerous } from "../facts/dangerous-grants";
import { identityPolicyTypes } from "../facts/identity-policies";
import { rule } from "../rule";

/** What `NotAction` is asked about. */
const examples = [
  "s3:PutObject",
  "s3:DeleteObject",
  "ec2:TerminateInstances",
  "dynamodb:PutItem",
  "lambda:InvokeFunction",
];

export const iamNoUnconstrainedWrite = rule({
  name: "iam-no-unconstrained-write",
  displayName: "No policy changes everything",
  description:
    "No policy of a user, a group, a role or a permission set may change every resource where AWS can limit it to some, unless a condition on the resource or a key of the service limits it.",
  why: "A mistake or an intruder can then change or delete what belongs to other applications.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "Name in Resource what may be changed, or add a condition such as aws:ResourceTag.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    judgeDangerous(resource, (statement) => allowedAt(statement, "write", examples), "name the ARNs", verdicts);
  },
});
