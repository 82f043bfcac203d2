import { asList, asNumber, asText, at, UNKNOWN, type Unknown } from "./value";

/** How many different instance types something may launch. Where preview cannot tell, the two bounds differ. */
export interface TypeCount {
  readonly atLeast: number;
  readonly atMost: number;
}

/** True when some of an Auto Scaling group's instances may be Spot Instances by its own words, not by its template's. */
export function launchesSpot(props: unknown): boolean | Unknown {
  const policy = at(props, "mixedInstancesPolicy");
  if (policy === UNKNOWN) return UNKNOWN;
  const distribution = at(policy, "instancesDistribution");
  // Every instance is an On-Demand one unless the group says otherwise.
  const onDemand = asNumber(at(distribution, "onDemandPercentageAboveBaseCapacity")) ?? 100;
  if (onDemand === UNKNOWN) return UNKNOWN;
  const base = asNumber(at(distribution, "onDemandBaseCapacity")) ?? 0;
  const max = asNumber(at(props, "maxSize"));
  const isAllBase = typeof base === "number" && typeof max === "number" && base >= max;
  return onDemand < 100 && !isAllBase;
}

/**
 * The instance types that the overrides of an Auto Scaling group name; `undefined` when it has none, and so leaves the
 * type to its launch template. Requirements (`instanceRequirements`) stand for all types that meet them.
 */
export function overrideTypes(props: unknown): TypeCount | undefined {
  const policy = at(props, "mixedInstancesPolicy");
  const overrides = policy === UNKNOWN ? UNKNOWN : asList(at(policy, "launchTemplate", "overrides"));
  if (overrides === UNKNOWN) return { atLeast: 1, atMost: Number.POSITIVE_INFINITY };
  if (overrides.length === 0) return undefined;
  const requires = overrides.map((override) => at(override, "instanceRequirements")).some((part) => part !== undefined);
  if (requires) return { atLeast: Number.POSITIVE_INFINITY, atMost: Number.POSITIVE_INFINITY };
  return countTypes(overrides.map((override) => at(override, "instanceType")));
}

/** The different types of a list. */
export function countTypes(list: readonly unknown[]): TypeCount {
  const texts = list.map(asText);
  const known = new Set(texts.filter((type) => typeof type === "string" && type !== ""));
  const unknowns = texts.filter((type) => type === UNKNOWN).length;
  return { atLeast: Math.max(known.size, unknowns > 0 ? 1 : 0), atMost: known.size + unknowns };
}
