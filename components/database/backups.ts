import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** What is kept of a database, and where one comes from. */
export interface BackupArgs {
  /** Days to any second of which it can be restored, 1–35. @default 7 in dev, 30 in prod */
  readonly backupDays?: number;
  /** When the daily backup is made, in UTC, half an hour or more, e.g. `"03:00-03:30"`. @default AWS chooses */
  readonly backupWindow?: string;
  /** A copy of the backups in another region. @default none */
  readonly backupCopy?: BackupCopy;
  /**
   * Whether a snapshot is made as it is deleted, which stays until you delete it, and the daily backups stay for their
   * backupDays.
   *
   * @default true in prod, false in dev
   */
  readonly finalSnapshot?: boolean;
  /**
   * The name or ARN of the snapshot that it is made of. It then has the databases and the administrator that the snapshot
   * has, with a new password. Leave it as it is afterwards: a change of it makes another database in place of this one.
   *
   * @default an empty database
   */
  readonly restoreFrom?: string;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html */
export interface BackupCopy {
  /** Another region, e.g. `eu-central-1`; AWS pairs not every region with every other. */
  readonly region: string;
  /** The ARN of a KMS key there. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Days to any second of which the copy can be restored, 1–35. @default backupDays */
  readonly days?: number;
}

/** The backups with their defaults, checked. */
export interface BackupSettings extends BackupArgs {
  readonly backupDays: number;
  readonly finalSnapshot: boolean;
}

export function readBackups(check: ArgumentCheck, args: BackupArgs, isProd: boolean): BackupSettings {
  const { backupDays = isProd ? 30 : 7, finalSnapshot = isProd, backupWindow, backupCopy, restoreFrom } = args;
  checkDays(check, "backupDays", backupDays);
  check(restoreFrom !== "", "restoreFrom", "must be the name or the ARN of a snapshot", restoreFrom);
  if (backupCopy) {
    const { region, days = backupDays } = backupCopy;
    const isOther = isRegion(region) && region !== new pulumi.Config("aws").get("region");
    check(isOther, "backupCopy.region", 'must be another region, such as "eu-central-1"', region);
    checkDays(check, "backupCopy.days", days);
  }
  return { backupDays, finalSnapshot, backupWindow, backupCopy, restoreFrom };
}

function checkDays(check: ArgumentCheck, argument: string, days: number): void {
  const isDays = Number.isInteger(days) && days >= 1 && days <= 35;
  check(isDays, argument, "must be a whole number between 1 and 35", days);
}

export function backupInput(
  { backupDays, backupWindow, finalSnapshot, restoreFrom }: BackupSettings,
  identifier: pulumi.Output<string>,
) {
  return {
    snapshotIdentifier: restoreFrom,
    backupRetentionPeriod: backupDays,
    backupWindow,
    deleteAutomatedBackups: !finalSnapshot,
    skipFinalSnapshot: !finalSnapshot,
    finalSnapshotIdentifier: finalSnapshot ? pulumi.interpolate`${identifier}-final` : undefined,
  } satisfies Partial<aws.rds.InstanceArgs>;
}

/** The copy belongs to the region that has it. */
export function copyBackups(
  name: string,
  instance: aws.rds.Instance,
  { backupDays, backupCopy }: BackupSettings,
  parent: pulumi.Resource,
): void {
  if (!backupCopy) return;
  const { region, kmsKeyArn, days = backupDays } = backupCopy;
  new aws.rds.InstanceAutomatedBackupsReplication(
    `${name}-backup-copy`,
    { sourceDbInstanceArn: instance.arn, kmsKeyId: kmsKeyArn, retentionPeriod: days, region },
    { parent },
  );
}
