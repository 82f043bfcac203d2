import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A role, and what says that it may do its work. */
export interface BackupRole {
  readonly role: aws.iam.Role;
  readonly attachments: aws.iam.RolePolicyAttachment[];
}

export interface BackupRoleArgs {
  /** Policies beside AWS's own, by a name. */
  readonly policyArns: Readonly<Record<string, pulumi.Input<string>>>;
  /** Whether backups are looked into for malware. */
  readonly scans: boolean;
}

/** The names of AWS's own policies among those of a role. */
export const ownPolicies: readonly string[] = ["backup", "restore", "scans"];

/**
 * The role by which AWS Backup reads what it backs up, and writes what it restores.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 */
export function backupRole(name: string, { policyArns, scans }: BackupRoleArgs, parent: pulumi.Resource): BackupRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Backups of ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags: { Name: `${name}-role` },
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const managed = (policy: string) => pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}`;
  const attached = {
    backup: managed("service-role/AWSBackupServiceRolePolicyForBackup"),
    restore: managed("service-role/AWSBackupServiceRolePolicyForRestores"),
    ...(scans && { scans: managed("AWSBackupServiceRolePolicyForScans") }),
    ...policyArns,
  };
  const attachments = Object.entries(attached).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn }, { parent }),
  );
  return { role, attachments };
}
