import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** What Data Lifecycle Manager may do. */
export interface LifecycleRole {
  readonly role: aws.iam.Role;
  readonly attachments: aws.iam.RolePolicyAttachment[];
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/dlm-prerequisites.html */
export function lifecycleRole(
  name: string,
  managedPolicy: string,
  kmsKeyArns: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): LifecycleRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Snapshots of ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "dlm.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags: { Name: `${name}-role` },
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const policyArn = pulumi.interpolate`arn:${partition}:iam::aws:policy/service-role/${managedPolicy}`;
  const attach = (key: string, arn: pulumi.Input<string>) =>
    new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn: arn }, { parent });
  const attachments = [attach("dlm", policyArn)];
  if (kmsKeyArns.length > 0) attachments.push(attach("keys", keyPolicy(name, kmsKeyArns, parent).arn));
  return { role, attachments };
}

/** AWS's own policy covers its own key for EBS alone. */
function keyPolicy(name: string, kmsKeyArns: readonly pulumi.Input<string>[], parent: pulumi.Resource): aws.iam.Policy {
  const keys = { Effect: "Allow", Resource: [...kmsKeyArns] };
  return new aws.iam.Policy(
    `${name}-keys`,
    {
      description: `Keys of the snapshots of ${name}`,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            ...keys,
            Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
          },
          {
            ...keys,
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
          },
        ],
      }),
      tags: { Name: `${name}-keys` },
    },
    { parent },
  );
}
