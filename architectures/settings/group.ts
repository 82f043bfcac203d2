import { z } from "zod";
import { offHours } from "./off-hours";
import { groupScaling, scaling } from "./scaling";

const count = z.number();
const text = z.string();
const flag = z.boolean();

const onDemandStrategy = z.enum(["prioritized", "lowestPrice"]);
const spotStrategy = z.union(
  [
    z.enum(["priceCapacityOptimized", "capacityOptimized", "capacityOptimizedPrioritized"]),
    z.strictObject({ type: z.literal("lowestPrice"), pools: count }),
  ],
  "must be priceCapacityOptimized, capacityOptimized, capacityOptimizedPrioritized, or a map with type: lowestPrice and pools",
);

const purchasing = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("onDemand"), onDemandStrategy: onDemandStrategy.optional() }),
  z.strictObject({ type: z.literal("spot"), spotStrategy: spotStrategy.optional() }),
  z.strictObject({
    type: z.literal("mixed"),
    onDemandBase: count.optional(),
    onDemandPercent: count.optional(),
    onDemandStrategy: onDemandStrategy.optional(),
    spotStrategy: spotStrategy.optional(),
  }),
]);

/** Which reserved capacity is used. */
export const capacityReservation = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({
    type: z.literal("targeted"),
    reservations: z.union(
      [z.strictObject({ ids: z.array(text) }), z.strictObject({ resourceGroupArns: z.array(text) })],
      "must hold ids or resourceGroupArns",
    ),
    only: flag.optional(),
  }),
  z.strictObject({ type: z.literal("capacityBlock"), reservationId: text }),
]);

/** How close together servers stand. */
export const placementGroup = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("spread") }),
  z.strictObject({ type: z.literal("partition"), partitions: count }),
  z.strictObject({ type: z.literal("cluster") }),
  z.strictObject({ type: z.literal("existing"), name: text }),
]);

const notice = { roleArn: text.optional(), metadata: text.optional() };

const lifecycleHook = z.strictObject({
  at: z.enum(["launching", "terminating"]),
  heartbeatSeconds: count.optional(),
  defaultResult: z.enum(["continue", "abandon"]).optional(),
  notify: z
    .union(
      [z.strictObject({ topicArn: text, ...notice }), z.strictObject({ queueArn: text, ...notice })],
      "must hold topicArn or queueArn",
    )
    .optional(),
});

const refresh = z.strictObject({
  minHealthyPercent: count.optional(),
  maxHealthyPercent: count.optional(),
  rollbackOnAlarm: flag.optional(),
  checkpoints: z.strictObject({ percents: z.array(count), delaySeconds: count.optional() }).optional(),
  skipMatching: flag.optional(),
  standbyInstances: z.enum(["ignore", "terminate", "wait"]).optional(),
  scaleInProtectedInstances: z.enum(["ignore", "refresh", "wait"]).optional(),
});

const warmPool = z.strictObject({
  minSize: count.optional(),
  maxPreparedCapacity: count.optional(),
  state: z.enum(["stopped", "running", "hibernated"]).optional(),
  reuseOnScaleIn: flag.optional(),
});

const terminationPolicy = z.union([
  z.enum([
    "AllocationStrategy",
    "ClosestToNextInstanceHour",
    "Default",
    "NewestInstance",
    "OldestInstance",
    "OldestLaunchTemplate",
  ]),
  z.strictObject({ functionArn: text }),
]);

const suspendedProcess = z.enum([
  "AddToLoadBalancer",
  "AlarmNotification",
  "AZRebalance",
  "HealthCheck",
  "InstanceRefresh",
  "Launch",
  "ReplaceUnhealthy",
  "ScheduledActions",
  "Terminate",
]);

/** How many servers there are. */
export const sizes = {
  minSize: count.optional(),
  maxSize: count.optional(),
  desiredCapacity: count.optional(),
};

/** How servers come and go, however many they are and whatever makes them more. */
export const groupConduct = {
  purchasing: purchasing.optional(),
  capacityReservation: capacityReservation.optional(),
  placementGroup: placementGroup.optional(),
  healthCheckGraceSeconds: count.optional(),
  ebsHealthChecks: flag.optional(),
  instanceWarmupSeconds: count.optional(),
  cooldownSeconds: count.optional(),
  maxInstanceLifetimeDays: count.optional(),
  maintenance: z.strictObject({ minHealthyPercent: count, maxHealthyPercent: count }).optional(),
  zoneDistribution: z.enum(["balancedBestEffort", "balancedOnly", "reservationsThenBalanced"]).optional(),
  refresh: refresh.optional(),
  warmPool: warmPool.optional(),
  lifecycleHooks: z.record(text, lifecycleHook).optional(),
  retainOnAbandonedHook: flag.optional(),
  terminationPolicies: z.array(terminationPolicy).optional(),
  protectFromScaleIn: flag.optional(),
  suspendedProcesses: z.array(suspendedProcess).optional(),
  waitForCapacityMinutes: count.optional(),
  offHours: offHours.optional(),
};

/** How many servers there are behind an Application Load Balancer, and when that changes. */
export const group = { ...sizes, scaling: scaling.optional(), ...groupConduct };

/** How many servers there are whose requests nobody counts, and when that changes. */
export const serverGroup = { ...sizes, scaling: groupScaling.optional(), ...groupConduct };
