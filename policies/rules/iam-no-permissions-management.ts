import { allowedAt, judgeDangerous } from "../facts/dangerous-grants";
import { identityPolicyTypes } from "../facts/identity-policies";
import type { Statement } from "../facts/policy-statements";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What `NotAction` is asked about: the changes of permissions that matter most. */
const examples = [
  ...["iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:CreatePolicyVersion", "iam:UpdateAssumeRolePolicy"],
  ...["kms:PutKeyPolicy", "kms:CreateGrant", "s3:PutBucketPolicy", "s3:PutBucketAcl", "lambda:AddPermission"],
  ...["secretsmanager:PutResourcePolicy", "sns:AddPermission", "sqs:AddPermission", "ecr:SetRepositoryPolicy"],
];

export const iamNoPermissionsManagement = rule({
  name: "iam-no-permissions-management",
  displayName: "No policy changes the permissions of everything",
  description:
    "No policy of a user, a group, a role or a permission set may change who has access to every resource: policies of IAM, of keys, of buckets and of whatever else has some.",
  why: "Who may change permissions everywhere can give themselves all that they lack.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html",
  remediationSteps:
    "Name in Resource the roles, keys or buckets whose permissions may be changed, and limit new roles by a permissions boundary.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    judgeDangerous(resource, managing, "name the roles, keys, buckets or others", verdicts);
  },
});

/** Another rule says who may pass roles on. */
function managing(statement: Statement) {
  const allowed = allowedAt(statement, "permissions", examples);
  return allowed === UNKNOWN ? UNKNOWN : allowed.filter((action) => action !== "iam:PassRole");
}
