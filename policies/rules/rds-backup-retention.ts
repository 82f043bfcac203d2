import { clusterType, instanceType, isReplica } from "../facts/databases";
import { asNumber, at, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { integer } from "../settings";

export const rdsBackupRetention = rule({
  name: "rds-backup-retention",
  displayName: "Databases can be restored to any second of a week",
  description: "Databases of RDS and Aurora in production keep their backups for a week or more.",
  why: "Rows that are deleted or garbled by mistake are often missed for days, and then only an older backup has them.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
  remediationSteps: "Set backupRetentionPeriod to 7 days or more, at most 35.",
  controls: { fsbp: ["RDS.11"] },
  settings: {
    minDays: integer(7, "The days for which backups must be kept.", { minimum: 1, maximum: 35 }),
  },
  types: [clusterType, instanceType],
  resource({ resource, settings: { minDays }, deny, undecided }) {
    if (isReplica(resource)) return;
    const stated = asNumber(at(resource.props, "backupRetentionPeriod"));
    const days = stated ?? daysUnsaid(resource);
    if (days === UNKNOWN) return undecided("backupRetentionPeriod");
    if (days >= minDays) return;
    const says = stated === undefined ? `not set, which is ${days}` : days;
    deny(`backupRetentionPeriod is ${says}; set it to ${minDays} or more`);
  },
  remediate(resource, { minDays }) {
    const days = asNumber(at(resource.props, "backupRetentionPeriod")) ?? daysUnsaid(resource);
    if (isReplica(resource) || days === UNKNOWN || days >= minDays) return [];
    return [{ path: ["backupRetentionPeriod"], value: minDays }];
  },
});

/** An instance has no backups unless it is asked for them, and a cluster those of a day: the provider's defaults. */
function daysUnsaid({ type }: Resource): number {
  return type === instanceType ? 0 : 1;
}
