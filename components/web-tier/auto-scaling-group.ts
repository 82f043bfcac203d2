import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Scaling } from "../scaling";
import { checkScaling } from "../scaling/scaling-checks";
import { checkPurchasing, launchInput, type Purchasing } from "./purchasing";

/** How many servers there are, and how they come and go. */
export interface GroupArgs {
  /**
   * The least number of servers, 2 or more so that the loss of a zone is survived. Where a schedule changes the sizes,
   * this and maxSize are only what the group begins with.
   *
   * @default 2 in dev, 3 in prod
   */
  readonly minSize?: number;
  /** The greatest number of servers. @default twice minSize */
  readonly maxSize?: number;
  /** The number of servers to begin with. Later it is for the scaling to decide. @default minSize */
  readonly desiredCapacity?: number;
  /** When servers are added and removed. @default a target of 40 % CPU */
  readonly scaling?: readonly Scaling[];
  /** How they are paid for. @default on demand */
  readonly purchasing?: Purchasing;
  /** Seconds after its start in which a server's health is not judged, 0–28800. @default 300 */
  readonly healthCheckGraceSeconds?: number;
  /** Seconds until a new server counts in the metrics that scale the group, 0 or more. @default 300 */
  readonly instanceWarmupSeconds?: number;
  /** Seconds between two changes by a simple scaling policy, 0 or more; the kinds offered here use the warm-up. @default 300 */
  readonly cooldownSeconds?: number;
  /** Days after which a server is replaced, 1–365. @default never */
  readonly maxInstanceLifetimeDays?: number;
  /** How a new template version replaces the servers. @default without losing capacity, back if an alarm goes off */
  readonly refresh?: InstanceRefresh;
}

/**
 * Limits: https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
 *
 * The provider gives the group its new version before it starts the refresh, so AWS may roll back to that very version
 * (terraform-provider-aws#34189): an alarm stops the roll-out, and an `up` of the old template ends it.
 */
export interface InstanceRefresh {
  /** The percentage of the servers that stays in service, 0–100. @default 100 */
  readonly minHealthyPercent?: number;
  /**
   * The percentage that old and new servers may reach together, 100–200, at most 100 more than the other.
   *
   * @default 150, or 100 more than the other if that is less
   */
  readonly maxHealthyPercent?: number;
  /** Whether an alarm of the tier stops and reverts it. While one is on, none can start. @default true */
  readonly rollbackOnAlarm?: boolean;
}

/** The arguments with their defaults, checked. */
export interface GroupSettings extends Required<Omit<GroupArgs, "maxInstanceLifetimeDays">> {
  readonly maxInstanceLifetimeDays: number | undefined;
  readonly refresh: Required<InstanceRefresh>;
}

export function readGroup(check: ArgumentCheck, args: GroupArgs, fallbackSize: number): GroupSettings {
  const { minSize = fallbackSize, maxSize = 2 * minSize, desiredCapacity = minSize } = args;
  const { scaling = [{ type: "target", metric: "cpu", target: 40 }], purchasing = { type: "onDemand" } } = args;
  const { healthCheckGraceSeconds = 300, instanceWarmupSeconds = 300, cooldownSeconds = 300 } = args;
  const { maxInstanceLifetimeDays } = args;
  const isMin = Number.isInteger(minSize) && minSize >= 2;
  check(isMin, "minSize", "must be at least 2 to span two zones", minSize);
  check(Number.isInteger(maxSize) && maxSize >= minSize, "maxSize", `must be at least minSize (${minSize})`, maxSize);
  const within = Number.isInteger(desiredCapacity) && desiredCapacity >= minSize && desiredCapacity <= maxSize;
  const limits = `must be between minSize (${minSize}) and maxSize (${maxSize})`;
  check(within, "desiredCapacity", limits, desiredCapacity);
  const times = { healthCheckGraceSeconds, instanceWarmupSeconds, cooldownSeconds };
  for (const [argument, value] of Object.entries(times)) {
    check(Number.isInteger(value) && value >= 0, argument, "must be a whole number of seconds, 0 or more", value);
  }
  // The alarm of unhealthy servers looks back over three times as long, and CloudWatch over one day.
  const isShort = healthCheckGraceSeconds <= 28800;
  check(isShort, "healthCheckGraceSeconds", "must be at most 28800 seconds", healthCheckGraceSeconds);
  const days = maxInstanceLifetimeDays ?? 1;
  const isLifetime = Number.isInteger(days) && days >= 1 && days <= 365;
  check(isLifetime, "maxInstanceLifetimeDays", "must be a whole number of days between 1 and 365", days);
  checkScaling(check, scaling, { minSize, maxSize });
  checkPurchasing(check, purchasing);
  const refresh = readRefresh(check, args.refresh ?? {});
  const sizes = { minSize, maxSize, desiredCapacity };
  return { ...sizes, ...times, scaling, purchasing, maxInstanceLifetimeDays, refresh };
}

function readRefresh(check: ArgumentCheck, args: InstanceRefresh): Required<InstanceRefresh> {
  const { minHealthyPercent = 100, rollbackOnAlarm = true } = args;
  const isMin = Number.isInteger(minHealthyPercent) && minHealthyPercent >= 0 && minHealthyPercent <= 100;
  check(isMin, "refresh.minHealthyPercent", "must be a whole number between 0 and 100", minHealthyPercent);
  const most = minHealthyPercent + 100;
  const { maxHealthyPercent = Math.min(150, most) } = args;
  const isMax = Number.isInteger(maxHealthyPercent) && maxHealthyPercent >= 100 && maxHealthyPercent <= most;
  const limits = `must be a whole number between 100 and ${most}, 100 more than minHealthyPercent`;
  check(isMax, "refresh.maxHealthyPercent", limits, maxHealthyPercent);
  return { minHealthyPercent, maxHealthyPercent, rollbackOnAlarm };
}

/** Everything about a group that the tier makes beside it. */
export interface GroupSurroundings {
  readonly template: aws.ec2.LaunchTemplate;
  readonly instanceTypes: readonly string[];
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly target: aws.lb.TargetGroup;
  /** The alarms that tell a bad version. */
  readonly rollbackAlarms: readonly aws.cloudwatch.MetricAlarm[];
}

export function autoScalingGroup(
  name: string,
  group: GroupSettings,
  { template, instanceTypes, tags, subnetIds, target, rollbackAlarms }: GroupSurroundings,
  opts: pulumi.CustomResourceOptions,
): aws.autoscaling.Group {
  const { minSize, maxSize, desiredCapacity, scaling, purchasing, maxInstanceLifetimeDays: days } = group;
  return new aws.autoscaling.Group(
    `${name}-asg`,
    {
      vpcZoneIdentifiers: subnetIds,
      minSize,
      maxSize,
      desiredCapacity,
      ...launchInput(template, instanceTypes, purchasing, minSize),
      targetGroupArns: [target.arn],
      healthCheckType: "ELB",
      healthCheckGracePeriod: group.healthCheckGraceSeconds,
      defaultInstanceWarmup: group.instanceWarmupSeconds,
      defaultCooldown: group.cooldownSeconds,
      maxInstanceLifetime: days === undefined ? undefined : days * 86400,
      instanceRefresh: instanceRefresh(group.refresh, rollbackAlarms),
      enabledMetrics: [
        "GroupMinSize",
        "GroupMaxSize",
        "GroupDesiredCapacity",
        "GroupInServiceInstances",
        "GroupPendingInstances",
        "GroupStandbyInstances",
        "GroupTerminatingInstances",
        "GroupTotalInstances",
      ],
      tags: Object.entries({ Name: name, ...tags }).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    },
    { ...opts, ignoreChanges: sizesSetElsewhere(scaling) },
  );
}

function instanceRefresh(
  { minHealthyPercent, maxHealthyPercent, rollbackOnAlarm }: Required<InstanceRefresh>,
  rollbackAlarms: readonly aws.cloudwatch.MetricAlarm[],
): aws.types.input.autoscaling.GroupInstanceRefresh {
  return {
    strategy: "Rolling",
    preferences: {
      minHealthyPercentage: minHealthyPercent,
      maxHealthyPercentage: maxHealthyPercent,
      skipMatching: true,
      autoRollback: true,
      alarmSpecification: rollbackOnAlarm ? { alarms: rollbackAlarms.map((alarm) => alarm.name) } : undefined,
    },
  };
}

/** Sizes that run-time decides: a later `up` would otherwise set them back. */
function sizesSetElsewhere(scaling: readonly Scaling[]): string[] {
  const scheduled = scaling.some(({ type }) => type === "schedule");
  return scheduled ? ["desiredCapacity", "minSize", "maxSize"] : ["desiredCapacity"];
}
