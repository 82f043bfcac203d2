import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkHourlyRecurrence, type HourlyRecurrence } from "../hourly-recurrence";
import { isRegion } from "../region";
import { awsCron } from "../scaling/aws-cron";
import { type MalwareScan, scanActions } from "./malware-scan";
import { checkRetention, lifecycleInput, type Retention } from "./retention";

/** When backups are made (`0 5 * * *` is each day at five), and how long they are kept. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html */
export interface BackupRule extends Retention, HourlyRecurrence {
  /** Minutes in which a backup must begin, 60–52560000. @default 480 */
  readonly startWindowMinutes?: number;
  /** Minutes in which a backup must be done once it has begun, startWindowMinutes or more. @default 10080 */
  readonly completionWindowMinutes?: number;
  /**
   * Whether what can be (S3, RDS, Aurora, SAP HANA) is kept so that it can be restored to any second; for 35 days at
   * most. https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
   *
   * @default false
   */
  readonly continuous?: boolean;
  /** Whether its backups are looked into for malware. @default they are not */
  readonly malwareScan?: MalwareScan;
  /** Copies in other regions. @default none */
  readonly copies?: readonly BackupCopy[];
}

/** A copy in a vault of another region, kept as long as the rule keeps its own unless it says for how many days. */
export interface BackupCopy extends Partial<Retention> {
  /** e.g. `eu-central-1`. A plan makes one vault in each. */
  readonly region: string;
}

/** A rule with its defaults, checked. */
export interface RuleSettings
  extends Required<Omit<BackupRule, keyof Retention | "timeZone" | "malwareScan" | "copies">> {
  readonly name: string;
  readonly timeZone: string | undefined;
  readonly malwareScan: MalwareScan | undefined;
  readonly retention: Retention;
  readonly copies: readonly CopySettings[];
}

export interface CopySettings {
  readonly region: string;
  readonly retention: Retention;
}

export function readRules(check: ArgumentCheck, rules: Readonly<Record<string, BackupRule>>): RuleSettings[] {
  const entries = Object.entries(rules);
  check(entries.length > 0, "rules", "must hold at least one rule", rules);
  return entries.map(([name, rule]) => {
    const isName = /^[a-zA-Z0-9_.-]{1,50}$/.test(name);
    check(isName, "rules", "must have names of letters, digits, -, _ and ., at most 50", name);
    return readRule(check, name, rule);
  });
}

function readRule(check: ArgumentCheck, name: string, rule: BackupRule): RuleSettings {
  const { recurrence, timeZone, continuous = false, copies = [] } = rule;
  const { startWindowMinutes = 480, completionWindowMinutes = Math.max(10080, startWindowMinutes) } = rule;
  const place = `rules.${name}`;
  checkHourlyRecurrence(check, place, rule);
  checkMinutes(check, `${place}.startWindowMinutes`, startWindowMinutes, 60);
  checkMinutes(check, `${place}.completionWindowMinutes`, completionWindowMinutes, startWindowMinutes);
  checkRetention(check, place, rule);
  if (continuous) {
    const { deleteAfterDays, coldStorageAfterDays } = rule;
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery-retention-period.html
    const limit = "must be at most 35 for continuous backups";
    check(deleteAfterDays <= 35, `${place}.deleteAfterDays`, limit, deleteAfterDays);
    // What is kept for at most 35 days never lasts in cold storage.
    const isWarm = coldStorageAfterDays === undefined;
    check(isWarm, `${place}.coldStorageAfterDays`, "must be left out for continuous backups", coldStorageAfterDays);
  }
  return {
    name,
    recurrence,
    timeZone,
    startWindowMinutes,
    completionWindowMinutes,
    continuous,
    malwareScan: rule.malwareScan,
    retention: rule,
    copies: readCopies(check, place, copies, rule),
  };
}

function checkMinutes(check: ArgumentCheck, argument: string, minutes: number, least: number): void {
  const most = 52560000;
  const isMinutes = Number.isInteger(minutes) && minutes >= least && minutes <= most;
  check(isMinutes, argument, `must be a whole number between ${least} and ${most}`, minutes);
}

function readCopies(
  check: ArgumentCheck,
  rulePlace: string,
  copies: readonly BackupCopy[],
  rule: BackupRule,
): CopySettings[] {
  const regions = copies.map(({ region }) => region);
  check(new Set(regions).size === regions.length, `${rulePlace}.copies`, "must not repeat a region", regions);
  return copies.map(({ region, ...own }, index) => {
    const place = `${rulePlace}.copies[${index}]`;
    check(isRegion(region), `${place}.region`, 'must be a region such as "eu-west-1"', region);
    const { deleteAfterDays, coldStorageAfterDays, optInToArchive } = rule;
    // A copy that says how long it is kept says all of it.
    const retention: Retention =
      own.deleteAfterDays === undefined
        ? { deleteAfterDays, coldStorageAfterDays, optInToArchive, ...own }
        : { ...own, deleteAfterDays: own.deleteAfterDays };
    checkRetention(check, place, retention);
    return { region, retention };
  });
}

/** The vaults that a plan writes to. */
export interface PlanVaults {
  readonly vaultName: pulumi.Input<string>;
  /** The ARNs of the vaults in other regions. */
  readonly copyVaultArns: Readonly<Record<string, pulumi.Input<string>>>;
  /** The ARN of the air-gapped vault, if there is one. */
  readonly airGappedVaultArn: pulumi.Input<string> | undefined;
}

export function ruleInput(
  rule: RuleSettings,
  { vaultName, copyVaultArns, airGappedVaultArn }: PlanVaults,
): aws.types.input.backup.PlanRule {
  const away = rule.copies.flatMap(({ region, retention }) => {
    const destinationVaultArn = copyVaultArns[region];
    return destinationVaultArn === undefined ? [] : [{ destinationVaultArn, lifecycle: lifecycleInput(retention) }];
  });
  // Air-gapped copies cannot be deleted sooner, and are kept as long as the others.
  const { deleteAfterDays } = rule.retention;
  const apart = airGappedVaultArn
    ? [{ destinationVaultArn: airGappedVaultArn, lifecycle: lifecycleInput({ deleteAfterDays }) }]
    : [];
  const copyActions = [...away, ...apart];
  return {
    ruleName: rule.name,
    targetVaultName: vaultName,
    schedule: awsCron(rule.recurrence),
    scheduleExpressionTimezone: rule.timeZone,
    startWindow: rule.startWindowMinutes,
    completionWindow: rule.completionWindowMinutes,
    enableContinuousBackup: rule.continuous ? true : undefined,
    lifecycle: lifecycleInput(rule.retention),
    copyActions: copyActions.length > 0 ? copyActions : undefined,
    scanActions: rule.malwareScan && scanActions(rule.malwareScan),
  };
}
