import type { ArgumentCheck } from "../argument-checks";
import { contains, type IpRange, overlap, part, readIpRange } from "../ip-range";
import type { Tier } from "./tier";

/**
 * Where each tier lies within a VPC. Every tier has eight places, one for each zone a region can have, whether they are
 * used or not: so a new zone or tier takes a place that was always its own, and no subnet ever moves.
 *
 * Of a /16: private eight /20 (the first half), public eight /22, isolated eight /22; the last quarter stays free.
 */
const places: Record<Tier, { readonly bits: number; readonly first: number; readonly firstIpv6: number }> = {
  private: { bits: 4, first: 0, firstIpv6: 0 },
  public: { bits: 6, first: 32, firstIpv6: 8 },
  isolated: { bits: 6, first: 40, firstIpv6: 16 },
};

/** The IPv4 range of a tier in the zone with this slot, 0 to 7. */
export function subnetRange(vpc: IpRange, tier: Tier, slot: number): IpRange {
  const { bits, first } = places[tier];
  return part(vpc, vpc.prefix + bits, first + slot);
}

/** The IPv6 range of a tier in the zone with this slot, 0 to 7: a /64 of the VPC's /56. */
export function subnetRangeIpv6(vpc: IpRange, tier: Tier, slot: number): IpRange {
  return part(vpc, vpc.prefix + 8, places[tier].firstIpv6 + slot);
}

/** The subnets of a network that decide its layout. */
export interface LayoutArgs {
  readonly cidrBlock: string;
  readonly tiers: readonly Tier[];
  /** Slots of the zones, in the order of the zones. */
  readonly slots: readonly number[];
  readonly subnetCidrs: Partial<Record<Tier, readonly string[]>>;
}

/** The IPv4 range of every subnet, tier by tier, in the order of the zones. */
export type Layout = { readonly vpc: IpRange } & Readonly<Partial<Record<Tier, readonly IpRange[]>>>;

/**
 * The layout of a network, computed where `subnetCidrs` does not say.
 *
 * @throws when a range is malformed, has a size that AWS does not take, lies outside the VPC or overlaps another.
 */
export function readLayout({ cidrBlock, tiers, slots, subnetCidrs }: LayoutArgs, check: ArgumentCheck): Layout {
  const vpc = readIpRange(cidrBlock, "cidrBlock", check);
  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
  const fits = vpc.family === "ipv4" && vpc.prefix >= 16 && vpc.prefix <= 28;
  check(fits, "cidrBlock", "must be an IPv4 range from /16 to /28", cidrBlock);
  // Beyond /21 a computed public subnet is smaller than the /27 that a load balancer needs:
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  const computed = tiers.some((tier) => !subnetCidrs[tier]);
  check(
    !computed || vpc.prefix <= 21,
    "cidrBlock",
    "must be /21 or wider, or subnetCidrs given for every tier",
    cidrBlock,
  );

  const layout = Object.fromEntries(
    tiers.map((tier) => {
      const written = subnetCidrs[tier];
      const ranges = written
        ? readRanges(written, tier, vpc, slots.length, check)
        : slots.map((slot) => subnetRange(vpc, tier, slot));
      return [tier, ranges];
    }),
  );
  for (const tier of Object.keys(subnetCidrs)) {
    check(layout[tier] !== undefined, `subnetCidrs.${tier}`, "must be of one of the tiers", tiers);
  }
  const overlapping = findOverlap(layout);
  check(!overlapping, "subnetCidrs", `must not make subnets overlap: ${overlapping}`, subnetCidrs);
  return { vpc, ...layout };
}

function readRanges(written: readonly string[], tier: Tier, vpc: IpRange, count: number, check: ArgumentCheck) {
  const argument = `subnetCidrs.${tier}`;
  check(written.length === count, argument, `must hold one range for each of the ${count} zones`, written);
  return written.map((cidr) => {
    const range = readIpRange(cidr, argument, check);
    check(range.prefix >= 16 && range.prefix <= 28, argument, "must hold ranges from /16 to /28", cidr);
    check(contains(vpc, range), argument, `must lie within the VPC's ${vpc.cidr}`, cidr);
    return range;
  });
}

function findOverlap(layout: Record<string, readonly IpRange[]>): string | undefined {
  const all = Object.entries(layout).flatMap(([tier, ranges]) => ranges.map((range) => ({ tier, range })));
  for (const [index, { tier, range }] of all.entries()) {
    const other = all.slice(0, index).find((earlier) => overlap(earlier.range, range));
    if (other) return `${other.tier} ${other.range.cidr} and ${tier} ${range.cidr}`;
  }
  return undefined;
}
