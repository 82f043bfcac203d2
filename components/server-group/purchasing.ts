import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { Override } from "./instance-types";

/**
 * How the servers are paid for. With more than one instance type a group can use whichever can be had.
 * Strategies: https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html
 */
export type Purchasing = OnDemand | Spot | Mixed;

/** Paid by the second, never taken away. */
export interface OnDemand {
  readonly type: "onDemand";
  /** Which type is tried first. @default "prioritized"; "lowestPrice" where types are chosen by attributes */
  readonly onDemandStrategy?: OnDemandStrategy;
}

/** Spare capacity: much cheaper, taken away with two minutes' notice. Several instance types make that rarer. */
export interface Spot {
  readonly type: "spot";
  /** Which capacity is taken. @default "priceCapacityOptimized" */
  readonly spotStrategy?: SpotStrategy;
}

/** A base that stays, and spare capacity for part of the rest. */
export interface Mixed {
  readonly type: "mixed";
  /** Servers (units, where types have weights) that are always on demand, 0 or more. @default the group's minSize */
  readonly onDemandBase?: number;
  /** The percentage of the others that is on demand too, 0–100. @default 0 */
  readonly onDemandPercent?: number;
  /** Which type is tried first on demand. @default "prioritized"; "lowestPrice" where types are chosen by attributes */
  readonly onDemandStrategy?: OnDemandStrategy;
  /** Which spot capacity is taken. @default "priceCapacityOptimized" */
  readonly spotStrategy?: SpotStrategy;
}

/** In the order of the list, or the cheapest first. */
export type OnDemandStrategy = "prioritized" | "lowestPrice";

/**
 * By price and by how likely it stays; by how likely it stays, in the order of the list or not; or the cheapest of so
 * many pools, 1–20, which AWS takes away most often.
 */
export type SpotStrategy =
  | "priceCapacityOptimized"
  | "capacityOptimized"
  | "capacityOptimizedPrioritized"
  | { readonly type: "lowestPrice"; readonly pools: number };

/** The types that servers are if nothing is said: with spot capacity, enough of a size to choose among. */
export function defaultInstanceTypes(purchasing: Purchasing, isProd: boolean): readonly string[] {
  const several = isProd ? ["m7g.medium", "m6g.medium", "r7g.medium"] : ["t4g.micro", "t4g.small", "t4g.medium"];
  return purchasing.type === "onDemand" ? several.slice(0, 1) : several;
}

/** @param overrides the choice of types; none where only what is paid is checked */
export function checkPurchasing(
  check: ArgumentCheck,
  purchasing: Purchasing,
  overrides: readonly Override[] = [],
): void {
  const byAttributes = overrides.some(({ instanceRequirements }) => instanceRequirements !== undefined);
  if (purchasing.type !== "spot") {
    const inOrder = byAttributes && purchasing.onDemandStrategy === "prioritized";
    check(!inOrder, "purchasing.onDemandStrategy", 'must be "lowestPrice" as attributes have no order', "prioritized");
  }
  if (purchasing.type !== "onDemand") {
    const { spotStrategy } = purchasing;
    const inOrder = byAttributes && spotStrategy === "capacityOptimizedPrioritized";
    check(!inOrder, "purchasing.spotStrategy", 'must be "capacityOptimized" as attributes have no order', spotStrategy);
    const pools = typeof spotStrategy === "object" ? spotStrategy.pools : 1;
    const isCount = Number.isInteger(pools) && pools >= 1 && pools <= 20;
    check(isCount, "purchasing.spotStrategy.pools", "must be a whole number between 1 and 20", pools);
  }
  if (purchasing.type === "mixed") checkShares(check, purchasing);
}

function checkShares(check: ArgumentCheck, { onDemandBase = 0, onDemandPercent = 0 }: Mixed): void {
  const isCount = Number.isInteger(onDemandBase) && onDemandBase >= 0;
  check(isCount, "purchasing.onDemandBase", "must be a whole number, 0 or more", onDemandBase);
  const isPercent = Number.isInteger(onDemandPercent) && onDemandPercent >= 0 && onDemandPercent <= 100;
  check(isPercent, "purchasing.onDemandPercent", "must be a whole number between 0 and 100", onDemandPercent);
}

/** What a group launches: the template alone, or the template with a choice of types and markets. */
export function launchInput(
  template: aws.ec2.LaunchTemplate,
  overrides: readonly Override[],
  purchasing: Purchasing,
  minSize: number,
): Pick<aws.autoscaling.GroupArgs, "launchTemplate" | "mixedInstancesPolicy" | "capacityRebalance"> {
  // A real number, not $Latest: only then does the group change, and refresh its instances, when the template does.
  const version = template.latestVersion.apply(String);
  if (!needsPolicy(overrides, purchasing)) return { launchTemplate: { id: template.id, version } };
  return {
    mixedInstancesPolicy: {
      instancesDistribution: distribution(overrides, purchasing, minSize),
      launchTemplate: {
        launchTemplateSpecification: { launchTemplateId: template.id, version },
        overrides: [...overrides],
      },
    },
    // Replaces a spot instance as soon as AWS says that it is likely to be taken, not after it is gone.
    capacityRebalance: purchasing.type !== "onDemand",
  };
}

/** Whether there is more to say than the template's one type, on demand. */
export function needsPolicy(overrides: readonly Override[], purchasing: Purchasing): boolean {
  const [first, ...others] = overrides;
  const isPlain = first && !first.instanceRequirements && !first.weightedCapacity && !first.launchTemplateSpecification;
  return purchasing.type !== "onDemand" || others.length > 0 || !isPlain;
}

type Distribution = aws.types.input.autoscaling.GroupMixedInstancesPolicyInstancesDistribution;

function distribution(overrides: readonly Override[], purchasing: Purchasing, minSize: number): Distribution {
  switch (purchasing.type) {
    case "onDemand":
      return {
        onDemandAllocationStrategy: onDemandStrategy(overrides, purchasing.onDemandStrategy),
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
      };
    case "spot":
      return {
        ...spotStrategy(purchasing.spotStrategy),
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 0,
      };
    case "mixed":
      return {
        onDemandAllocationStrategy: onDemandStrategy(overrides, purchasing.onDemandStrategy),
        ...spotStrategy(purchasing.spotStrategy),
        onDemandBaseCapacity: purchasing.onDemandBase ?? minSize,
        onDemandPercentageAboveBaseCapacity: purchasing.onDemandPercent ?? 0,
      };
  }
}

function onDemandStrategy([first]: readonly Override[], strategy: OnDemandStrategy | undefined): string {
  const chosen = strategy ?? (first?.instanceRequirements ? "lowestPrice" : "prioritized");
  return chosen === "prioritized" ? "prioritized" : "lowest-price";
}

function spotStrategy(strategy: SpotStrategy = "priceCapacityOptimized"): Distribution {
  if (typeof strategy === "object")
    return { spotAllocationStrategy: "lowest-price", spotInstancePools: strategy.pools };
  const words = {
    priceCapacityOptimized: "price-capacity-optimized",
    capacityOptimized: "capacity-optimized",
    capacityOptimizedPrioritized: "capacity-optimized-prioritized",
  };
  return { spotAllocationStrategy: words[strategy] };
}
