import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkDays } from "./retention";
import { checkLimits } from "./vault";

/**
 * How long a logically air-gapped vault keeps what is copied there. Nobody can change it, nor delete a copy sooner.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
 */
export interface AirGap {
  /** The fewest days, 7 or more; each rule must keep its backups as long. */
  readonly minRetentionDays: number;
  /** The most days, up to 36500. */
  readonly maxRetentionDays: number;
}

/** Limits: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateLogicallyAirGappedBackupVault.html */
export function checkAirGap(check: ArgumentCheck, airGap: AirGap, retentionDays: readonly number[]): void {
  checkDays(check, "airGap.minRetentionDays", airGap.minRetentionDays, 7);
  checkLimits(check, "airGap", airGap, retentionDays);
}

export function airGappedVault(
  name: string,
  { minRetentionDays, maxRetentionDays }: AirGap,
  encryptionKeyArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.backup.LogicallyAirGappedVault {
  return new aws.backup.LogicallyAirGappedVault(
    `${name}-air-gapped`,
    { minRetentionDays, maxRetentionDays, encryptionKeyArn, tags: { Name: `${name}-air-gapped` } },
    { parent },
  );
}
