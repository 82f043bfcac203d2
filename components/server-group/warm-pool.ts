import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Servers that have booted already and wait, for apps that take minutes to start. A server that waits runs its user
 * data before it serves; a launching lifecycle hook keeps it from the pool until it is ready.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html
 */
export interface WarmPool {
  /** The least number that wait, 0 or more. @default 0 */
  readonly minSize?: number;
  /** The greatest number of servers in the pool and the group together. @default the group's maxSize */
  readonly maxPreparedCapacity?: number;
  /**
   * How they wait: stopped (disks alone are paid), running, or hibernated, with what they have in memory. The image and
   * the type must then be ones that hibernate, and the root disk must have room for the memory.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html
   *
   * @default "stopped"
   */
  readonly state?: "stopped" | "running" | "hibernated";
  /** Whether a server that is no longer needed goes back to wait. @default false, it is terminated */
  readonly reuseOnScaleIn?: boolean;
}

export function checkWarmPool(check: ArgumentCheck, { minSize = 0, maxPreparedCapacity }: WarmPool): void {
  const isCount = (value: number) => Number.isInteger(value) && value >= 0;
  check(isCount(minSize), "warmPool.minSize", "must be a whole number, 0 or more", minSize);
  if (maxPreparedCapacity === undefined) return;
  const holds = isCount(maxPreparedCapacity) && maxPreparedCapacity >= minSize;
  const limits = `must be a whole number, at least minSize (${minSize})`;
  check(holds, "warmPool.maxPreparedCapacity", limits, maxPreparedCapacity);
}

export function warmPoolInput(pool: WarmPool): aws.types.input.autoscaling.GroupWarmPool {
  const { minSize = 0, maxPreparedCapacity, state = "stopped", reuseOnScaleIn = false } = pool;
  return {
    minSize,
    maxGroupPreparedCapacity: maxPreparedCapacity,
    poolState: { stopped: "Stopped", running: "Running", hibernated: "Hibernated" }[state],
    instanceReusePolicy: { reuseOnScaleIn },
  };
}

/** What a group with a pool says of it every minute. */
export const warmPoolMetrics = [
  "WarmPoolDesiredCapacity",
  "WarmPoolWarmedCapacity",
  "WarmPoolPendingCapacity",
  "WarmPoolTerminatingCapacity",
  "WarmPoolTotalCapacity",
  "GroupAndWarmPoolDesiredCapacity",
  "GroupAndWarmPoolTotalCapacity",
] as const;
