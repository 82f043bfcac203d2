import type * as aws from "@pulumi/aws";
import type { AlarmSet } from "../alarm-set";

/** What the alarms watch. */
export interface WatchedJobs {
  readonly vault: aws.backup.Vault;
  /** Whether backups are copied to other vaults. */
  readonly copied: boolean;
}

/** The alarms of jobs that did not do their work. https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html */
export function jobAlarms(alarms: AlarmSet, { vault, copied }: WatchedJobs): void {
  const alarm = (role: string, metricName: string, alarmDescription: string) =>
    alarms.alarm(role, {
      alarmDescription,
      namespace: "AWS/Backup",
      metricName,
      dimensions: { BackupVaultName: vault.name },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      // AWS counts only when there is something to count.
      treatMissingData: "notBreaching",
      // The next job says nothing of this one.
      okActions: undefined,
    });
  alarm("failed", "NumberOfBackupJobsFailed", "A backup failed");
  alarm("expired", "NumberOfBackupJobsExpired", "A backup did not begin in time, or could not be deleted in time");
  if (copied) alarm("copy-failed", "NumberOfCopyJobsFailed", "A backup could not be copied");
}
