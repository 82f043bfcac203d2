import { attachedVolumes } from "../facts/attached-volumes";
import { backupSettings, backupsOf } from "../facts/backup-selections";
import { snapshotPoliciesOf } from "../facts/snapshot-policies";
import { anyOf } from "../facts/three-valued";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const snapshotLifecycle = rule({
  name: "snapshot-lifecycle",
  displayName: "EBS volumes have snapshots that come and go by a schedule",
  description:
    "Every EBS volume has snapshots by a lifecycle policy of Data Lifecycle Manager or a plan of AWS Backup.",
  why: "What is deleted or overwritten on a volume is gone unless a snapshot has it, and those made by hand are forgotten.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html",
  remediationSteps:
    "Add an aws.dlm.LifecyclePolicy whose targetTags hold a tag of the volume, or an aws.backup.Selection.",
  controls: {},
  settings: backupSettings,
  types: [],
  stack({ stack, settings, on }) {
    const backups = backupsOf(stack, settings.selectedTags);
    const policies = snapshotPoliciesOf(stack);
    for (const attached of attachedVolumes(stack)) {
      const { volume, instances } = attached;
      const isKept = anyOf([
        policies.include(attached),
        ...[volume, ...instances].map((resource) => backups.include(resource)),
      ]);
      if (isKept === UNKNOWN) on(volume).undecided("whether a lifecycle policy or a backup selection takes it");
      else if (!isKept) on(volume).deny("no lifecycle policy and no backup selection takes it; give it a tag of one");
    }
  },
});
