import { backupSettings, backupsOf } from "../facts/backup-selections";
import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { anyOf, known } from "../facts/three-valued";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const fileSystemKind: Kind = { types: ["aws:efs/fileSystem:FileSystem"], keys: ["id"] };

export const efsBackup = rule({
  name: "efs-backup",
  displayName: "EFS file systems are backed up",
  description: "Every EFS file system has automatic backups, or is selected by a plan of AWS Backup.",
  why: "Files that are deleted, overwritten, or encrypted by an intruder come back only from a backup.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-2",
  remediationSteps:
    'Add an aws.efs.BackupPolicy with the status "ENABLED", or an aws.backup.Selection that names the file system.',
  controls: { fsbp: ["EFS.2", "EFS.7"] },
  settings: backupSettings,
  types: [],
  subjects: fileSystemKind.types,
  stack({ stack, settings, on }) {
    const backups = backupsOf(stack, settings.selectedTags);
    const automatic = automaticBackups(stack);
    for (const fileSystem of stack.ofType(...fileSystemKind.types)) {
      const isBackedUp = anyOf([automatic.get(fileSystem) ?? isOneZone(fileSystem), backups.include(fileSystem)]);
      if (isBackedUp === UNKNOWN) on(fileSystem).undecided("whether its BackupPolicy or a backup selection takes it");
      else if (!isBackedUp) {
        on(fileSystem).deny(
          'it has no BackupPolicy with the status "ENABLED" and no backup selection takes it; add one',
        );
      }
    }
  },
});

/** Whether the backup policy of each file system that has one turns automatic backups on. */
function automaticBackups(stack: Stack): Map<StackResource, boolean | Unknown> {
  return new Map(
    stack.ofType("aws:efs/backupPolicy:BackupPolicy").flatMap((policy) => {
      const [fileSystem] = named(stack, policy, "fileSystemId", at(policy.props, "fileSystemId"), fileSystemKind);
      const status = asText(at(policy.props, "backupPolicy", "status"));
      return fileSystem ? [[fileSystem, known(status, (text) => text === "ENABLED")] as const] : [];
    }),
  );
}

/**
 * AWS backs up a One Zone file system unless it is told not to.
 * https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html#efs-CreateFileSystem-request-Backup
 */
function isOneZone(fileSystem: StackResource): boolean | Unknown {
  return known(asText(at(stated(fileSystem).props, "availabilityZoneName")), (zone) => (zone ?? "") !== "");
}
