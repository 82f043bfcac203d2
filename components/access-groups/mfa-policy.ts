import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * Lets a user change the own password and manage the own second factor, and denies everything else until the user has
 * signed in with one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html
 */
export function mfaPolicy(name: string, parent: pulumi.Resource): aws.iam.Policy {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const ofAccount = (resource: string) => pulumi.interpolate`arn:${partition}:iam::${accountId}:${resource}`;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM: the name of who asks.
  const self = ofAccount("user/${aws:username}");
  return new aws.iam.Policy(
    `${name}-mfa`,
    {
      description: "Nothing without a second factor, but to set one up",
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            // These two are for no single user: IAM takes no narrower resource.
            Sid: "SeeWhatTheConsoleAsks",
            Effect: "Allow",
            Action: ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"],
            Resource: "*",
          },
          { Sid: "OwnPassword", Effect: "Allow", Action: ["iam:ChangePassword", "iam:GetUser"], Resource: self },
          {
            // A device may have any name, and belongs to nobody until it is enabled.
            Sid: "MakeDevice",
            Effect: "Allow",
            Action: "iam:CreateVirtualMFADevice",
            Resource: ofAccount("mfa/*"),
          },
          {
            Sid: "OwnDevice",
            Effect: "Allow",
            Action: [
              "iam:DeactivateMFADevice",
              "iam:EnableMFADevice",
              "iam:GetMFADevice",
              "iam:ListMFADevices",
              "iam:ResyncMFADevice",
            ],
            Resource: self,
          },
          {
            // Left out on purpose: to deactivate a device, or whoever has the password could take the factor away, and
            // to change the password, which AWS advises against before the second factor.
            Sid: "NothingElseWithoutMfa",
            Effect: "Deny",
            NotAction: [
              "iam:CreateVirtualMFADevice",
              "iam:EnableMFADevice",
              "iam:GetMFADevice",
              "iam:GetUser",
              "iam:ListMFADevices",
              "iam:ListVirtualMFADevices",
              "iam:ResyncMFADevice",
              "sts:GetSessionToken",
            ],
            Resource: "*",
            // IfExists: a request with an access key alone does not say at all whether there was a second factor.
            Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
          },
        ],
      }),
      tags: { Name: `${name}-mfa` },
    },
    { parent },
  );
}
