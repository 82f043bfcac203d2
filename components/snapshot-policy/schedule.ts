import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkHourlyRecurrence } from "../hourly-recurrence";
import { isRegion } from "../region";
import { awsCron } from "../scaling/aws-cron";

/** When snapshots are made, and how long they are kept. */
export interface SnapshotSchedule {
  /**
   * The five fields of a Unix cron expression, in UTC, at most once an hour: minute, hour, day of the month, month, day of
   * the week. `0 3 * * *` is each day at three; a snapshot is begun within the hour.
   */
  readonly recurrence: string;
  /**
   * How many of each volume or instance are kept, 1–1000; or for how many days each is, 1–36500. A policy can never change
   * from the one to the other: https://docs.aws.amazon.com/ebs/latest/userguide/modify.html
   */
  readonly keep: { readonly count: number } | { readonly days: number };
  /** Copies in other regions, at most 3. @default none */
  readonly copies?: readonly SnapshotCopy[];
  /** Snapshots of which volumes are at full speed at once; of images there are none. @default none */
  readonly fastRestore?: FastRestore;
}

/**
 * Of the newest snapshots, as many or as many days as `keep` counts. AWS bills each of them for each zone and each hour,
 * which comes to some hundred USD a month: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
 */
export type FastRestore = {
  /** Zones by name, 1–10, e.g. `eu-west-1a`. */
  readonly zones: readonly string[];
} & ({ readonly count: number } | { readonly days: number });

/** An encrypted copy in another region. */
export interface SnapshotCopy {
  /** e.g. `eu-central-1`. */
  readonly region: string;
  /** Days until it is deleted, 1–36500. */
  readonly days: number;
  /** The ARN of a KMS key there. @default the account's default key for EBS there */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Limits: https://docs.aws.amazon.com/dlm/latest/APIReference/API_Schedule.html */
export function checkSchedules(
  check: ArgumentCheck,
  schedules: Readonly<Record<string, SnapshotSchedule>>,
  isImages: boolean,
): void {
  const entries = Object.entries(schedules);
  const isFew = entries.length >= 1 && entries.length <= 4;
  check(isFew, "schedules", "must hold between 1 and 4 schedules", entries.length);
  for (const [name, schedule] of entries) {
    const isName = /^[0-9A-Za-z _-]{1,120}$/.test(name);
    check(isName, "schedules", "must have names of letters, digits, spaces, - and _, at most 120", name);
    checkSchedule(check, `schedules.${name}`, schedule);
    checkFastRestore(check, `schedules.${name}.fastRestore`, schedule, isImages);
  }
  // https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
  const counted = entries.filter(([, { keep }]) => "count" in keep).length;
  const isAlike = counted === 0 || counted === entries.length;
  check(isAlike, "schedules", "must all keep by count or all by days", Object.fromEntries(entries.map(keepOf)));
}

function keepOf([name, { keep }]: [string, SnapshotSchedule]): [string, SnapshotSchedule["keep"]] {
  return [name, keep];
}

function checkSchedule(check: ArgumentCheck, place: string, { recurrence, keep, copies = [] }: SnapshotSchedule): void {
  checkHourlyRecurrence(check, place, { recurrence });
  if ("count" in keep) checkWhole(check, `${place}.keep.count`, keep.count, 1000);
  else checkWhole(check, `${place}.keep.days`, keep.days, 36500);
  const regions = copies.map(({ region }) => region);
  check(copies.length <= 3, `${place}.copies`, "must be at most 3", copies.length);
  check(new Set(regions).size === regions.length, `${place}.copies`, "must not repeat a region", regions);
  copies.forEach(({ region, days }, index) => {
    const copy = `${place}.copies[${index}]`;
    check(isRegion(region), `${copy}.region`, 'must be a region such as "eu-west-1"', region);
    checkWhole(check, `${copy}.days`, days, 36500);
  });
}

/** https://docs.aws.amazon.com/dlm/latest/APIReference/API_FastRestoreRule.html */
function checkFastRestore(
  check: ArgumentCheck,
  place: string,
  { keep, fastRestore }: SnapshotSchedule,
  isImages: boolean,
): void {
  if (!fastRestore) return;
  check(!isImages, place, "must be left out of images, as only snapshots have it", fastRestore);
  const { zones } = fastRestore;
  const areZones = zones.every((zone) => /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/.test(zone));
  check(areZones, `${place}.zones`, 'must be zones such as "eu-west-1a"', zones);
  check(zones.length >= 1 && zones.length <= 10, `${place}.zones`, "must be between 1 and 10 zones", zones);
  const [newest, unit] = "count" in fastRestore ? [fastRestore.count, "count"] : [fastRestore.days, "days"];
  const [kept, keptUnit] = "count" in keep ? [keep.count, "count"] : [keep.days, "days"];
  check(unit === keptUnit, place, `must have ${keptUnit}, as keep has`, fastRestore);
  checkWhole(check, `${place}.${unit}`, newest, kept);
}

function checkWhole(check: ArgumentCheck, argument: string, value: number, most: number): void {
  const isWhole = Number.isInteger(value) && value >= 1 && value <= most;
  check(isWhole, argument, `must be a whole number between 1 and ${most}`, value);
}

/** @param target the property that names a region: DLM has one for snapshots and another for images */
export function scheduleInput(
  name: string,
  { recurrence, keep, copies = [], fastRestore }: SnapshotSchedule,
  { target, tags }: { readonly target: "target" | "targetRegion"; readonly tags: Readonly<Record<string, string>> },
): aws.types.input.dlm.LifecyclePolicyPolicyDetailsSchedule {
  return {
    name,
    createRule: { cronExpression: awsCron(recurrence) },
    retainRule: "count" in keep ? { count: keep.count } : inDays(keep.days),
    copyTags: true,
    tagsToAdd: { ...tags },
    fastRestoreRule: fastRestore && {
      availabilityZones: [...fastRestore.zones],
      ...("count" in fastRestore ? { count: fastRestore.count } : inDays(fastRestore.days)),
    },
    crossRegionCopyRules:
      copies.length === 0
        ? undefined
        : copies.map(({ region, days, kmsKeyArn }) => ({
            [target]: region,
            encrypted: true,
            cmkArn: kmsKeyArn,
            copyTags: true,
            retainRule: inDays(days),
          })),
  };
}

function inDays(interval: number) {
  return { interval, intervalUnit: "DAYS" };
}
