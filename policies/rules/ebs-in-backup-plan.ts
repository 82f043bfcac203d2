import { attachedVolumes } from "../facts/attached-volumes";
import { backupSettings, backupsOf } from "../facts/backup-selections";
import { anyOf } from "../facts/three-valued";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ebsInBackupPlan = rule({
  name: "ebs-in-backup-plan",
  displayName: "EBS volumes are in a backup plan",
  description: "Every EBS volume, or an instance that it is attached to, is selected by a plan of AWS Backup.",
  why: "A volume lives in one zone, and what is deleted or overwritten on it is gone unless a backup has it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-28",
  remediationSteps: "Add an aws.backup.Selection that names the volume by its ARN or by one of its tags.",
  controls: { fsbp: ["EC2.28"] },
  settings: backupSettings,
  types: [],
  subjects: ["aws:ebs/volume:Volume", "aws:ebs/volumeCopy:VolumeCopy"],
  stack({ stack, settings, on }) {
    const backups = backupsOf(stack, settings.selectedTags);
    for (const { volume, instances } of attachedVolumes(stack)) {
      // The backup of an instance holds a snapshot of every volume that is attached to it.
      const isBackedUp = anyOf([volume, ...instances].map((resource) => backups.include(resource)));
      if (isBackedUp === UNKNOWN) on(volume).undecided("whether a backup selection of this stack takes it");
      else if (!isBackedUp)
        on(volume).deny("no backup selection of this stack takes it; select it by its ARN or a tag");
    }
  },
});
