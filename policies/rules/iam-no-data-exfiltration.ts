import { judgeDangerous } from "../facts/dangerous-grants";
import { identityPolicyTypes } from "../facts/identity-policies";
import { rule } from "../rule";

/** The actions that hand out what buckets, parameters and secrets hold. */
const actions = [
  ...["s3:GetObject", "s3:GetObjectVersion", "secretsmanager:GetSecretValue"],
  ...["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"],
];

export const iamNoDataExfiltration = rule({
  name: "iam-no-data-exfiltration",
  displayName: "No policy reads the data of everything",
  description:
    "No policy of a user, a group, a role or a permission set may read the objects of every bucket, or every secret or parameter.",
  why: "One application that is broken into then gives away the data and the secrets of all others in the account.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "Name in Resource the buckets, the secrets and the paths of parameters that are read.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    judgeDangerous(resource, actions, "name the buckets, secrets or parameters", verdicts);
  },
});
