import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type AirGap, airGappedVault, checkAirGap } from "./backup-plan/air-gapped-vault";
import { jobAlarms } from "./backup-plan/job-alarms";
import { malwareScanning } from "./backup-plan/malware-scan";
import { checkRestoreTesting, type RestoreTesting, restoreTesting } from "./backup-plan/restore-testing";
import { backupRole, ownPolicies } from "./backup-plan/role";
import { type BackupRule, type RuleSettings, readRules, ruleInput } from "./backup-plan/rule";
import { type BackupSelection, backupSelection, readSelection } from "./backup-plan/selection";
import { backupVault, checkLock, type VaultLock } from "./backup-plan/vault";
import { environment } from "./environment";
import { type AlarmArgs, alarmTopicArn, readAlarms } from "./web-tier/alarms";

/** Arguments of {@link BackupPlan}. */
export interface BackupPlanArgs {
  /** When backups are made and how long they are kept, by a name of yours. @default each day at 5:00 UTC, for 7 days in dev, 35 in prod */
  readonly rules?: Readonly<Record<string, BackupRule>>;
  /** What is backed up. @default what has the tag `Backup: daily` */
  readonly select?: BackupSelection;
  /** What keeps backups from being deleted before their time. @default governance in prod, none in dev */
  readonly lock?: VaultLock;
  /** The ARN of the KMS key that encrypts the backups in this region. @default a key of its own */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether deleting the stack deletes the backups as well; otherwise a vault that holds some stays. @default false */
  readonly forceDestroy?: boolean;
  /** A copy of each backup in a vault that AWS keeps apart and always locked. @default none */
  readonly airGap?: AirGap;
  /** Backups that are restored for a try, each month. @default none */
  readonly restoreTesting?: RestoreTesting;
  /** ARNs of policies that the role has beside AWS's own for backup and restore, by a name; S3 needs two of its own. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Who is told when a job fails. @default a topic that nobody reads yet */
  readonly alarms?: OrNone<Pick<AlarmArgs, "notify">>;
}

/**
 * Backups of whatever has a tag: made by the clock, encrypted with a key of their own, kept for a time in which nobody
 * deletes them, and copied to other regions.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 *
 * @example
 * import { BackupPlan } from "./components/backup-plan";
 *
 * const backups = new BackupPlan("backups", {
 *   rules: {
 *     daily: {
 *       recurrence: "0 5 * * *",
 *       timeZone: "Europe/London",
 *       deleteAfterDays: 35,
 *       copies: [{ region: "eu-central-1" }],
 *     },
 *     monthly: { recurrence: "0 6 1 * *", coldStorageAfterDays: 30, deleteAfterDays: 365 },
 *   },
 *   select: { tags: { Backup: "daily" } },
 * });
 */
export class BackupPlan extends pulumi.ComponentResource {
  /** The id of the plan. */
  readonly planId: pulumi.Output<string>;
  /** The name of the vault. */
  readonly vaultName: pulumi.Output<string>;
  /** The ARN of the vault. */
  readonly vaultArn: pulumi.Output<string>;
  /** The ARNs of the vaults in other regions, by region. */
  readonly copyVaultArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** The ARN of the role that makes backups and restores them. */
  readonly roleArn: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  /** @throws when an argument is not one that AWS takes, or backups would be kept for another time than the lock asks. */
  constructor(name: string, args: BackupPlanArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:BackupPlan", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "backup plan", name);
    const isProd = environment() === "prod";
    const { lock = isProd ? { type: "governance" } : "none", forceDestroy = false, policyArns = {}, airGap } = args;
    checkName(check, name);
    const daily: BackupRule = { recurrence: "0 5 * * *", deleteAfterDays: isProd ? 35 : 7 };
    const rules = readRules(check, args.rules ?? { daily });
    const selection = readSelection(check, args.select ?? {});
    const { own, byRegion } = retentions(rules);
    checkLock(check, lock, [...own, ...Object.values(byRegion).flat()]);
    if (airGap) checkAirGap(check, airGap, own);
    if (args.restoreTesting) checkRestoreTesting(check, args.restoreTesting);
    for (const taken of ownPolicies) {
      check(!Object.hasOwn(policyArns, taken), "policyArns", "must not use the names of AWS's own policies", taken);
    }
    const alarms = readAlarms(check, args.alarms);

    const kept = { lock, forceDestroy };
    const main = { ...kept, kmsKeyArn: args.kmsKeyArn, retentionDays: own };
    const { vault, kmsKeyArn } = backupVault(`${name}-vault`, main, this);
    const copyVaults = Object.entries(byRegion).map(([region, retentionDays]) => {
      const { vault: copy } = backupVault(`${name}-${region}`, { ...kept, region, retentionDays }, this);
      return [region, copy.arn] as const;
    });
    const apart = airGap && airGappedVault(name, airGap, kmsKeyArn, this);
    this.copyVaultArns = Object.fromEntries(copyVaults);
    const vaults = {
      vaultName: vault.name,
      copyVaultArns: this.copyVaultArns,
      airGappedVaultArn: apart?.arn,
    };
    const scans = rules.some(({ malwareScan }) => malwareScan !== undefined);
    const scanning = scans ? malwareScanning(name, this) : undefined;
    const plan = new aws.backup.Plan(
      `${name}-plan`,
      {
        rules: rules.map((rule) => ruleInput(rule, vaults)),
        scanSettings: scanning?.settings,
        tags: { Name: `${name}-plan` },
      },
      { parent: this, dependsOn: scanning && [scanning.attachment] },
    );
    const { role, attachments } = backupRole(name, { policyArns, scans }, this);
    // A selection is for a role that can do its work.
    const once = { parent: this, dependsOn: attachments };
    backupSelection(name, selection, { plan, role }, once);
    if (args.restoreTesting) restoreTesting(name, args.restoreTesting, { vault, role }, once);
    const topicArn = alarms && alarmTopicArn(name, alarms, this);
    const copied = copyVaults.length > 0 || airGap !== undefined;
    if (alarms) jobAlarms(new AlarmSet(name, this, topicArn), { vault, copied });

    this.planId = plan.id;
    this.vaultName = vault.name;
    this.vaultArn = vault.arn;
    this.roleArn = role.arn;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      planId: this.planId,
      vaultName: this.vaultName,
      vaultArn: this.vaultArn,
      copyVaultArns: this.copyVaultArns,
      roleArn: this.roleArn,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}

/** A vault's name has at most 50 characters, of which a region takes 15 and Pulumi 8. */
function checkName(check: ArgumentCheck, name: string): void {
  const isName = /^[a-zA-Z0-9_-]{1,27}$/.test(name);
  check(isName, "name", "must be at most 27 letters, digits, - and _, so that names of vaults fit", name);
}

/** The days that backups are kept in this region, and in each of the others. */
function retentions(rules: readonly RuleSettings[]) {
  const own = rules.map(({ retention }) => retention.deleteAfterDays);
  const byRegion: Record<string, number[]> = {};
  for (const { region, retention } of rules.flatMap(({ copies }) => copies)) {
    byRegion[region] = [...(byRegion[region] ?? []), retention.deleteAfterDays];
  }
  return { own, byRegion };
}
