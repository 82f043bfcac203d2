import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkHealthyPercents, type Maintenance } from "./maintenance";

/**
 * Limits: https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
 *
 * The provider gives the group its new version before it starts the refresh, so AWS may roll back to that very version
 * (terraform-provider-aws#34189): an alarm stops the roll-out, and an `up` of the old template ends it.
 */
export interface InstanceRefresh {
  /** The percentage of the servers that stays in service, 0–100. @default that of maintenance, or 100 */
  readonly minHealthyPercent?: number;
  /**
   * The percentage that old and new servers may reach together, 100–200, at most 100 more than the other.
   *
   * @default that of maintenance, or 150, or 100 more than the other if that is less
   */
  readonly maxHealthyPercent?: number;
  /** Whether an alarm of the tier stops and reverts it. While one is on, none can start. @default true */
  readonly rollbackOnAlarm?: boolean;
  /** Where it stops for a while: at these percentages of replaced servers, the last of them 100. @default it does not stop */
  readonly checkpoints?: Checkpoints;
  /** Whether a server that is already as it should be is left alone. @default true */
  readonly skipMatching?: boolean;
  /** What is done with servers that are in standby. @default "ignore" */
  readonly standbyInstances?: "ignore" | "terminate" | "wait";
  /** What is done with servers that are protected from scaling in. @default "ignore" */
  readonly scaleInProtectedInstances?: "ignore" | "refresh" | "wait";
}

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-adding-checkpoints-instance-refresh.html */
export interface Checkpoints {
  /** Percentages between 1 and 100, the lowest first; without 100 as the last, the rest stays as it is. */
  readonly percents: readonly number[];
  /** Seconds at each, 0–172800. @default 3600 */
  readonly delaySeconds?: number;
}

/** The arguments with their defaults, checked. */
export interface RefreshSettings extends InstanceRefresh {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly rollbackOnAlarm: boolean;
}

export function readRefresh(
  check: ArgumentCheck,
  args: InstanceRefresh,
  maintenance: Maintenance | undefined,
): RefreshSettings {
  const { minHealthyPercent = maintenance?.minHealthyPercent ?? 100, rollbackOnAlarm = true } = args;
  const usual = maintenance?.maxHealthyPercent ?? 150;
  const { maxHealthyPercent = Math.min(usual, minHealthyPercent + 100) } = args;
  checkHealthyPercents(check, "refresh", { minHealthyPercent, maxHealthyPercent });
  if (args.checkpoints) checkCheckpoints(check, args.checkpoints);
  return { ...args, minHealthyPercent, maxHealthyPercent, rollbackOnAlarm };
}

/** Limits: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html */
function checkCheckpoints(check: ArgumentCheck, { percents, delaySeconds = 3600 }: Checkpoints): void {
  const argument = "refresh.checkpoints.percents";
  check(percents.length > 0, argument, "must name at least one percentage", percents);
  percents.forEach((percent, index) => {
    const isPercent = Number.isInteger(percent) && percent >= 1 && percent <= 100;
    check(isPercent, argument, "must be whole numbers between 1 and 100", percent);
    check(percent > (percents[index - 1] ?? 0), argument, "must ascend", percents);
  });
  const isDelay = Number.isInteger(delaySeconds) && delaySeconds >= 0 && delaySeconds <= 172800;
  const limits = "must be a whole number of seconds between 0 and 172800";
  check(isDelay, "refresh.checkpoints.delaySeconds", limits, delaySeconds);
}

/** @param rollbackAlarms the names of the alarms that tell a bad version */
export function instanceRefresh(
  refresh: RefreshSettings,
  rollbackAlarms: readonly pulumi.Input<string>[],
): aws.types.input.autoscaling.GroupInstanceRefresh {
  const { rollbackOnAlarm, checkpoints, skipMatching = true, standbyInstances, scaleInProtectedInstances } = refresh;
  return {
    strategy: "Rolling",
    preferences: {
      minHealthyPercentage: refresh.minHealthyPercent,
      maxHealthyPercentage: refresh.maxHealthyPercent,
      skipMatching,
      autoRollback: true,
      alarmSpecification: rollbackOnAlarm && rollbackAlarms.length > 0 ? { alarms: [...rollbackAlarms] } : undefined,
      checkpointPercentages: checkpoints && [...checkpoints.percents],
      checkpointDelay: checkpoints && String(checkpoints.delaySeconds ?? 3600),
      standbyInstances: standbyInstances && capitalised(standbyInstances),
      scaleInProtectedInstances: scaleInProtectedInstances && capitalised(scaleInProtectedInstances),
    },
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
