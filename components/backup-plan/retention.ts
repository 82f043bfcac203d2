import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/** How long a backup is kept, and where. */
export interface Retention {
  /** Days until a backup is deleted, 1–36500; at least 90 more than coldStorageAfterDays. */
  readonly deleteAfterDays: number;
  /**
   * Days after which it moves to cold storage, 1 or more, where its service has that: what is kept there costs less, for
   * 90 days at least. https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   *
   * @default never
   */
  readonly coldStorageAfterDays?: number;
  /**
   * Whether snapshots of EBS move to cold storage too: they become whole copies there, so only for those that are made
   * once a month or less often. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
   *
   * @default false
   */
  readonly optInToArchive?: boolean;
}

/** Limits: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
export function checkRetention(check: ArgumentCheck, place: string, retention: Retention): void {
  const { deleteAfterDays, coldStorageAfterDays: cold, optInToArchive = false } = retention;
  checkDays(check, `${place}.deleteAfterDays`, deleteAfterDays);
  if (cold === undefined) {
    const argument = `${place}.optInToArchive`;
    check(!optInToArchive, argument, "must be left out without coldStorageAfterDays", optInToArchive);
    return;
  }
  checkDays(check, `${place}.coldStorageAfterDays`, cold);
  const least = cold + 90;
  const requirement = `must be at least ${least}, 90 days after coldStorageAfterDays`;
  check(deleteAfterDays >= least, `${place}.deleteAfterDays`, requirement, deleteAfterDays);
}

/** @throws unless it is a number of days for which AWS Backup keeps something. */
export function checkDays(check: ArgumentCheck, argument: string, days: number, least = 1, most = 36500): void {
  const isDays = Number.isInteger(days) && days >= least && days <= most;
  check(isDays, argument, `must be a whole number between ${least} and ${most}`, days);
}

export function lifecycleInput({
  deleteAfterDays,
  coldStorageAfterDays,
  optInToArchive,
}: Retention): aws.types.input.backup.PlanRuleLifecycle {
  return {
    deleteAfter: deleteAfterDays,
    coldStorageAfter: coldStorageAfterDays,
    optInToArchiveForSupportedResources: optInToArchive,
  };
}
