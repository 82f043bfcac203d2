import { judgeDangerous } from "../facts/dangerous-grants";
import { identityPolicyTypes } from "../facts/identity-policies";
import { rule } from "../rule";

/**
 * The actions whose answer holds credentials, or whose call sets them, and that can be limited to some resources:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * `ecr:GetAuthorizationToken` and `sts:GetSessionToken` cannot, and give no more than the caller may do.
 */
const actions = [
  ...["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"],
  ...["iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential"],
  ...["sts:AssumeRole", "sts:AssumeRoot", "sts:GetFederationToken"],
  ...[
    "ec2:GetPasswordData",
    "rds-db:connect",
    "redshift:GetClusterCredentials",
    "redshift:GetClusterCredentialsWithIAM",
  ],
  ...["redshift-serverless:GetCredentials", "lightsail:GetInstanceAccessDetails", "connect:GetFederationToken"],
  ...["cognito-idp:DescribeUserPoolClient"],
];

export const iamNoCredentialsExposure = rule({
  name: "iam-no-credentials-exposure",
  displayName: "No policy hands out credentials of everyone",
  description:
    "No policy of a user, a group, a role or a permission set may make or read the keys, passwords and tokens of every user, role or database.",
  why: "Who may make or read the credentials of all others can act as any of them, and limits of their own mean nothing.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "Name in Resource the users, roles or databases whose credentials are needed.",
  controls: {},
  types: identityPolicyTypes,
  resource({ resource, ...verdicts }) {
    judgeDangerous(resource, actions, "name the users, roles or databases", verdicts);
  },
});
