import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import type { Family } from "./routes";
import { subnetRoutes, vpcOf } from "./subnet-routes";
import { UNKNOWN, type Unknown } from "./value";

/** What the default route of a subnet makes it: open to the internet, able to call out, or neither. */
export type Tier = "public" | "private" | "isolated";

/**
 * Whether a default route of a subnet leads to an internet gateway.
 *
 * @default family - either of the two
 */
export function isPublic(stack: Stack, subnet: StackResource, family?: Family): boolean | Unknown {
  const { defaultRoutes, doubt } = subnetRoutes(stack, subnet);
  const open = defaultRoutes.filter(
    (route) =>
      (route.target === "internet gateway" || route.target === UNKNOWN) &&
      (family === undefined || route.family === family || route.family === UNKNOWN),
  );
  if (open.some(({ target, isCertain }) => isCertain && target !== UNKNOWN)) return true;
  return open.length > 0 || doubt !== undefined ? UNKNOWN : false;
}

/**
 * Whether an internet gateway serves a subnet: directly, or behind a firewall, to whose endpoint the default route leads.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export function isServed(stack: Stack, subnet: StackResource): boolean | Unknown {
  const isInspected = subnetRoutes(stack, subnet).defaultRoutes.some(
    ({ target, isCertain }) => isCertain && target === "VPC endpoint",
  );
  return isInspected || isPublic(stack, subnet);
}

/** The tier of a subnet. */
export function tierOf(stack: Stack, subnet: StackResource): Tier | Unknown {
  const open = isPublic(stack, subnet);
  if (open !== false) return open === true ? "public" : UNKNOWN;
  const { defaultRoutes } = subnetRoutes(stack, subnet);
  if (defaultRoutes.some(({ isCertain }) => isCertain)) return "private";
  return defaultRoutes.length > 0 ? UNKNOWN : "isolated";
}

/** The subnets of each VPC that the stack makes, by tier; `UNKNOWN` holds those whose tier is not known. */
export function subnetTiers(stack: Stack): Map<StackResource, Map<Tier | Unknown, StackResource[]>> {
  const vpcs = new Map<StackResource, Map<Tier | Unknown, StackResource[]>>();
  for (const subnet of stack.ofType("aws:ec2/subnet:Subnet")) {
    const vpc = vpcOf(stack, subnet);
    if (vpc?.type !== "aws:ec2/vpc:Vpc") continue;
    const byTier = vpcs.get(vpc) ?? new Map<Tier | Unknown, StackResource[]>();
    vpcs.set(vpc, byTier);
    const tier = tierOf(stack, subnet);
    const others = byTier.get(tier);
    if (others) others.push(subnet);
    else byTier.set(tier, [subnet]);
  }
  return vpcs;
}
