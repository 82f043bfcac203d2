import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { environment } from "../environment";
import { checkDays } from "./retention";

/** What keeps backups from being deleted before their time. https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
export type VaultLock =
  | "none"
  /** Only who may change the lock can lift it. */
  | (RetentionLimits & { readonly type: "governance" })
  /** Nobody can lift it, AWS and the account's root included: it, the vault and what is in it stay until their time is over. */
  | (RetentionLimits & {
      readonly type: "compliance";
      /** Days in which it can still be lifted, 3–36500. */
      readonly changeableForDays: number;
    });

/** How long a backup may be kept; one that says otherwise fails. */
export interface RetentionLimits {
  /** The fewest days, 1 or more. @default the fewest that a rule keeps one in the vault */
  readonly minRetentionDays?: number;
  /** The most days, up to 36500. @default any number */
  readonly maxRetentionDays?: number;
}

/** @throws when the lock is not one that AWS takes, or a backup would not be kept for as long as it asks. */
export function checkLock(check: ArgumentCheck, lock: VaultLock, retentionDays: readonly number[]): void {
  if (lock === "none") return;
  if (lock.type === "compliance") checkDays(check, "lock.changeableForDays", lock.changeableForDays, 3);
  checkLimits(check, "lock", lock, retentionDays);
}

/** @throws when limits are none, or some retention is beyond them. */
export function checkLimits(
  check: ArgumentCheck,
  place: string,
  { minRetentionDays: least = 1, maxRetentionDays: most = 36500 }: RetentionLimits,
  retentionDays: readonly number[],
): void {
  checkDays(check, `${place}.minRetentionDays`, least);
  checkDays(check, `${place}.maxRetentionDays`, most, least);
  const short = retentionDays.find((days) => days < least);
  const fits = `must be at most the days that each backup is kept (${short})`;
  check(short === undefined, `${place}.minRetentionDays`, fits, least);
  const long = retentionDays.find((days) => days > most);
  check(
    long === undefined,
    `${place}.maxRetentionDays`,
    `must be at least the days that each backup is kept (${long})`,
    most,
  );
}

export interface BackupVaultArgs {
  /** @default the provider's */
  readonly region?: string;
  /** The ARN of the key. @default one that is made */
  readonly kmsKeyArn?: pulumi.Input<string>;
  readonly lock: VaultLock;
  /** Whether its deletion deletes the backups that are in it. */
  readonly forceDestroy: boolean;
  /** The days that the backups which come into it are kept. */
  readonly retentionDays: readonly number[];
}

/** A vault, and the key that encrypts what is in it. */
export interface KeyedVault {
  readonly vault: aws.backup.Vault;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/** A vault whose backups nobody deletes by hand. */
export function backupVault(
  name: string,
  { region, lock, forceDestroy, retentionDays, ...own }: BackupVaultArgs,
  parent: pulumi.Resource,
): KeyedVault {
  const kmsKeyArn = own.kmsKeyArn ?? vaultKey(name, region, parent).arn;
  const vault = new aws.backup.Vault(name, { kmsKeyArn, forceDestroy, region, tags: { Name: name } }, { parent });
  const backupVaultName = vault.name;
  new aws.backup.VaultPolicy(
    `${name}-policy`,
    {
      backupVaultName,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "NobodyDeletes",
            Effect: "Deny",
            Principal: { AWS: "*" },
            Action: [
              "backup:DeleteRecoveryPoint",
              "backup:DisassociateRecoveryPoint",
              "backup:UpdateRecoveryPointLifecycle",
            ],
            Resource: "*",
          },
        ],
      }),
      region,
    },
    { parent },
  );
  if (lock !== "none") {
    new aws.backup.VaultLockConfiguration(
      `${name}-lock`,
      {
        backupVaultName,
        changeableForDays: lock.type === "compliance" ? lock.changeableForDays : undefined,
        minRetentionDays: lock.minRetentionDays ?? Math.min(...retentionDays),
        maxRetentionDays: lock.maxRetentionDays,
        region,
      },
      { parent },
    );
  }
  return { vault, kmsKeyArn };
}

function vaultKey(name: string, region: string | undefined, parent: pulumi.Resource): aws.kms.Key {
  return new aws.kms.Key(
    `${name}-key`,
    {
      description: `Backups in ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: environment() === "dev" ? 7 : 30,
      region,
      tags: { Name: `${name}-key` },
    },
    { parent },
  );
}
