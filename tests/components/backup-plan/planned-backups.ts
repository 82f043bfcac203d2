import { BackupPlan, type BackupPlanArgs } from "../../../components/backup-plan";
import type { BackupRule } from "../../../components/backup-plan/rule";
import { record } from "../../../planner/record";

/** The plan of backups called "safe". */
export const plannedBackups = (args: BackupPlanArgs, environment: "dev" | "prod" = "dev") =>
  record(() => new BackupPlan("safe", args), { environment });

/** A rule that is right. */
export const daily: BackupRule = { recurrence: "0 5 * * *", deleteAfterDays: 7 };
