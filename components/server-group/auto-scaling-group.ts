import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkNoSchedule, type OffHours, type OffHoursSettings, readOffHours } from "../off-hours";
import type { PredefinedMetric, Scaling } from "../scaling";
import { checkScaling } from "../scaling/scaling-checks";
import { type CapacityReservation, checkReservation, reservationInput } from "./capacity-reservation";
import { readSizes, type SizeArgs } from "./group-sizes";
import { type InstanceRefresh, instanceRefresh, type RefreshSettings, readRefresh } from "./instance-refresh";
import type { Override, TypeChoice } from "./instance-types";
import { checkHooks, hookInputs, type LifecycleHooks, lifecycleHooks } from "./lifecycle-hooks";
import { checkMaintenance, type MaintenanceArgs, maintenanceInput } from "./maintenance";
import { type PlacementGroup, placementGroupName } from "./placement-group";
import { checkPurchasing, launchInput, type Purchasing } from "./purchasing";
import { checkTermination, type TerminationArgs, terminationInput } from "./termination";
import { type Traffic, trafficInput } from "./traffic";
import { checkWarmPool, type WarmPool, warmPoolInput, warmPoolMetrics } from "./warm-pool";

/** How many servers there are, and how they come and go. */
export interface GroupArgs<Metric extends PredefinedMetric = PredefinedMetric>
  extends SizeArgs,
    MaintenanceArgs,
    TerminationArgs {
  /** When servers are added and removed. @default a target of 40 % CPU */
  readonly scaling?: readonly Scaling<Metric>[];
  /** How they are paid for. @default on demand */
  readonly purchasing?: Purchasing;
  /** Which reserved capacity they use. @default any that is open and matches */
  readonly capacityReservation?: CapacityReservation;
  /** How close together they stand. @default wherever AWS has room */
  readonly placementGroup?: PlacementGroup;
  /** Seconds after its start in which a server's health is not judged, 0–28800. @default 300 */
  readonly healthCheckGraceSeconds?: number;
  /** Whether a server whose disks do not answer is replaced. @default false */
  readonly ebsHealthChecks?: boolean;
  /** Seconds until a new server counts in the metrics that scale the group, 0 or more. @default 300 */
  readonly instanceWarmupSeconds?: number;
  /** Seconds between two changes by a scaling of type `simple`, 0 or more; the others use the warm-up. @default 300 */
  readonly cooldownSeconds?: number;
  /** Days after which a server is replaced, 1–365. @default never */
  readonly maxInstanceLifetimeDays?: number;
  /** How a new template version replaces the servers. @default without losing capacity, back if an alarm goes off */
  readonly refresh?: InstanceRefresh;
  /** Servers that have booted and wait. @default none */
  readonly warmPool?: WarmPool;
  /** What holds a server as it comes or goes, by a name of yours. @default nothing */
  readonly lifecycleHooks?: LifecycleHooks;
  /** Minutes in which an `up` waits for the servers to be healthy, 0 or more; 0 does not wait. @default 10 */
  readonly waitForCapacityMinutes?: number;
  /** When there are no servers, as nobody works; not in prod, unless said. @default never */
  readonly offHours?: OffHours;
}

/** The arguments with their defaults, checked. */
export interface GroupSettings extends Omit<GroupArgs, "offHours"> {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
  readonly scaling: readonly Scaling[];
  readonly purchasing: Purchasing;
  readonly healthCheckGraceSeconds: number;
  readonly instanceWarmupSeconds: number;
  readonly cooldownSeconds: number;
  readonly refresh: RefreshSettings;
  readonly lifecycleHooks: LifecycleHooks;
  readonly offHours: OffHoursSettings | undefined;
}

export function readGroup(check: ArgumentCheck, args: GroupArgs, types: TypeChoice, isProd: boolean): GroupSettings {
  const { scaling = [{ type: "target", metric: "cpu", target: 40 }], purchasing = { type: "onDemand" } } = args;
  const { healthCheckGraceSeconds = 300, instanceWarmupSeconds = 300, cooldownSeconds = 300 } = args;
  const { maxInstanceLifetimeDays: days = 1, waitForCapacityMinutes: minutes = 10, lifecycleHooks = {} } = args;
  const sizes = readSizes(check, args, types, isProd);
  const times = { healthCheckGraceSeconds, instanceWarmupSeconds, cooldownSeconds };
  for (const [argument, value] of Object.entries(times)) {
    check(Number.isInteger(value) && value >= 0, argument, "must be a whole number of seconds, 0 or more", value);
  }
  // The alarm of unhealthy servers looks back over three times as long, and CloudWatch over one day.
  const isShort = healthCheckGraceSeconds <= 28800;
  check(isShort, "healthCheckGraceSeconds", "must be at most 28800 seconds", healthCheckGraceSeconds);
  const isLifetime = Number.isInteger(days) && days >= 1 && days <= 365;
  check(isLifetime, "maxInstanceLifetimeDays", "must be a whole number of days between 1 and 365", days);
  const isWait = Number.isInteger(minutes) && minutes >= 0;
  check(isWait, "waitForCapacityMinutes", "must be a whole number of minutes, 0 or more", minutes);
  checkScaling(check, scaling, sizes);
  checkNoSchedule(check, args.offHours, scaling);
  const offHours = readOffHours(check, args.offHours);
  checkPurchasing(check, purchasing, types.overrides);
  if (args.capacityReservation) checkReservation(check, args.capacityReservation);
  if (args.warmPool) checkWarmPool(check, args.warmPool);
  checkMaintenance(check, args, args.capacityReservation);
  checkHooks(check, lifecycleHooks);
  checkTermination(check, args, lifecycleHooks);
  const refresh = readRefresh(check, args.refresh ?? {}, args.maintenance);
  return { ...args, ...sizes, ...times, scaling, purchasing, lifecycleHooks, refresh, offHours };
}

/** What is around a group. */
export interface GroupSurroundings extends Traffic {
  readonly template: aws.ec2.LaunchTemplate;
  readonly overrides: readonly Override[];
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The names of the alarms that tell a bad version. */
  readonly rollbackAlarms: readonly pulumi.Input<string>[];
}

export function autoScalingGroup(
  name: string,
  group: GroupSettings,
  { template, overrides, tags, subnetIds, rollbackAlarms, ...traffic }: GroupSurroundings,
  parent: pulumi.Resource,
  dependsOn: pulumi.ResourceOptions["dependsOn"],
): aws.autoscaling.Group {
  const { minSize, maxSize, desiredCapacity, purchasing, placementGroup, capacityReservation, warmPool } = group;
  const { maxInstanceLifetimeDays: days, waitForCapacityMinutes: minutes } = group;
  const hooks = hookInputs(name, group.lifecycleHooks, parent);
  // Only in the group's own input do they hold its first servers, and only as it is made does it read them.
  // https://www.pulumi.com/registry/packages/aws/api-docs/autoscaling/group/
  const initial = hooks.filter((hook) => hook.lifecycleTransition === "autoscaling:EC2_INSTANCE_LAUNCHING");
  const scaled = new aws.autoscaling.Group(
    `${name}-asg`,
    {
      vpcZoneIdentifiers: subnetIds,
      minSize,
      maxSize,
      desiredCapacity,
      ...launchInput(template, overrides, purchasing, minSize),
      capacityReservationSpecification: capacityReservation && reservationInput(capacityReservation),
      placementGroup: placementGroup && placementGroupName(name, placementGroup, parent),
      ...trafficInput(traffic, group.ebsHealthChecks ?? false),
      healthCheckGracePeriod: group.healthCheckGraceSeconds,
      defaultInstanceWarmup: group.instanceWarmupSeconds,
      defaultCooldown: group.cooldownSeconds,
      maxInstanceLifetime: days === undefined ? undefined : days * 86400,
      ...maintenanceInput(group),
      instanceRefresh: instanceRefresh(group.refresh, rollbackAlarms),
      ...terminationInput(group),
      initialLifecycleHooks: initial.length > 0 ? initial : undefined,
      warmPool: warmPool && warmPoolInput(warmPool),
      waitForCapacityTimeout: minutes === undefined ? undefined : `${minutes}m`,
      enabledMetrics: enabledMetrics(overrides, warmPool),
      tags: Object.entries({ Name: name, ...tags }).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    },
    {
      parent,
      dependsOn,
      ignoreChanges: [...sizesSetElsewhere(group), ...(initial.length > 0 ? ["initialLifecycleHooks"] : [])],
      customTimeouts: deletion(group.lifecycleHooks),
    },
  );
  lifecycleHooks(name, scaled, hooks, parent);
  return scaled;
}

/** What a group reports of itself each minute, free of charge: without it CloudWatch knows no size. */
export function enabledMetrics([first]: readonly Override[], warmPool: WarmPool | undefined): aws.autoscaling.Metric[] {
  const counted = ["InService", "Pending", "Standby", "Terminating", "Total"] as const;
  return [
    "GroupMinSize",
    "GroupMaxSize",
    "GroupDesiredCapacity",
    ...counted.map((state) => `Group${state}Instances` as const),
    ...(first?.weightedCapacity ? counted.map((state) => `Group${state}Capacity` as const) : []),
    ...(warmPool ? warmPoolMetrics : []),
  ];
}

/** Sizes that run-time decides: a later `up` would otherwise set them back. */
function sizesSetElsewhere({ scaling, offHours }: GroupSettings): string[] {
  const scheduled = offHours !== undefined || scaling.some(({ type }) => type === "schedule");
  return scheduled ? ["desiredCapacity", "minSize", "maxSize"] : ["desiredCapacity"];
}

/** A group goes once its servers have, and a hook may hold each of them for longer than the 10 minutes of the provider. */
function deletion(hooks: LifecycleHooks): pulumi.CustomTimeouts | undefined {
  const held = Object.values(hooks).filter(({ at }) => at === "terminating");
  if (held.length === 0) return undefined;
  const seconds = Math.max(...held.map(({ heartbeatSeconds = 3600 }) => heartbeatSeconds));
  return { delete: `${10 + Math.ceil(seconds / 60)}m` };
}
