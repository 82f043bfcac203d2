import type { ArgumentCheck } from "../argument-checks";
import { contains, type IpRange, ipRange, overlap, part, readIpRange } from "../ip-range";
import { checkNetmask, type IpamAllocation } from "./ipam";
import type { Tier } from "./tier";

/**
 * Where each tier lies within a VPC. Every tier has eight places, one for each zone a region can have, whether they are
 * used or not: so a new zone or tier takes a place that was always its own, and no subnet ever moves.
 *
 * Of a /16: private eight /20 (the first half), public eight /22, isolated eight /22, inspection eight /23; the rest of
 * the last quarter stays free.
 */
const places: Record<Tier, { readonly bits: number; readonly first: number; readonly firstIpv6: number }> = {
  private: { bits: 4, first: 0, firstIpv6: 0 },
  public: { bits: 6, first: 32, firstIpv6: 8 },
  isolated: { bits: 6, first: 40, firstIpv6: 16 },
  inspection: { bits: 7, first: 96, firstIpv6: 24 },
};

/** The IPv4 range of a tier in the zone with this slot, 0 to 7. */
export function subnetRange(vpc: IpRange, tier: Tier, slot: number): IpRange {
  const { bits, first } = places[tier];
  return part(vpc, vpc.prefix + bits, first + slot);
}

/** The IPv6 range of a tier in the zone with this slot, 0 to 7: a /64, the only size AWS's subnets have. */
export function subnetRangeIpv6(vpc: IpRange, tier: Tier, slot: number): IpRange {
  return part(vpc, 64, places[tier].firstIpv6 + slot);
}

/** What decides the layout of a network. */
export interface LayoutArgs {
  readonly cidrBlock: string | IpamAllocation;
  readonly secondaryCidrs?: readonly string[];
  readonly tiers: readonly Tier[];
  /** Slots of the zones, in the order of the zones. */
  readonly slots: readonly number[];
  readonly subnetCidrs: Partial<Record<Tier, readonly string[]>>;
}

/** The IPv4 ranges of a network that are known before it is made, tier by tier, in the order of the zones. */
export interface Layout extends Readonly<Partial<Record<Tier, readonly IpRange[]>>> {
  /** Undefined where IPAM gives it. */
  readonly vpc: IpRange | undefined;
  readonly secondary: readonly IpRange[];
}

/**
 * The layout of a network, computed where `subnetCidrs` does not say.
 *
 * @throws when a range is malformed, has a size that AWS does not take, lies outside the VPC or overlaps another.
 */
export function readLayout(args: LayoutArgs, check: ArgumentCheck): Layout {
  const { cidrBlock, secondaryCidrs = [], tiers, slots, subnetCidrs } = args;
  const vpc = typeof cidrBlock === "string" ? readVpcRange(cidrBlock, "cidrBlock", check) : undefined;
  if (typeof cidrBlock === "object") checkNetmask(cidrBlock, "cidrBlock", [16, 28], check);
  const secondary = readSecondaryRanges(secondaryCidrs, vpc, check);
  const own = vpc ? [vpc, ...secondary] : secondary;
  // Beyond /21 a computed public subnet is smaller than the /27 that a load balancer needs:
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  const fits = (typeof cidrBlock === "string" ? (vpc?.prefix ?? 0) : cidrBlock.netmaskLength) <= 21;
  const computed = tiers.some((tier) => !subnetCidrs[tier]);
  check(!computed || fits, "cidrBlock", "must be /21 or wider, or subnetCidrs given for every tier", cidrBlock);

  const subnets: Partial<Record<Tier, readonly IpRange[]>> = {};
  for (const tier of tiers) {
    const written = subnetCidrs[tier];
    if (written) subnets[tier] = readRanges(written, tier, own, slots.length, check);
    else if (vpc) subnets[tier] = slots.map((slot) => subnetRange(vpc, tier, slot));
  }
  for (const tier of Object.keys(subnetCidrs)) {
    check(
      tiers.some((known) => known === tier),
      `subnetCidrs.${tier}`,
      "must be of one of the tiers",
      tiers,
    );
  }
  const overlapping = findOverlap(subnets);
  check(!overlapping, "subnetCidrs", `must not make subnets overlap: ${overlapping}`, subnetCidrs);
  return { vpc, secondary, ...subnets };
}

/** A VPC has five ranges at most: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
function readSecondaryRanges(cidrs: readonly string[], vpc: IpRange | undefined, check: ArgumentCheck): IpRange[] {
  check(cidrs.length <= 4, "secondaryCidrs", "must hold at most 4 ranges, as a VPC has five at most", cidrs);
  const ranges = cidrs.map((cidr) => readVpcRange(cidr, "secondaryCidrs", check));
  for (const [index, range] of ranges.entries()) {
    const earlier = vpc ? [vpc, ...ranges.slice(0, index)] : ranges.slice(0, index);
    const other = earlier.find((one) => overlap(one, range));
    check(!other, "secondaryCidrs", `must not overlap ${other?.cidr}, which the VPC has already`, range.cidr);
  }
  return ranges;
}

/** What each host takes for itself, for its link or for many hosts at once: CreateVpc refuses it. */
const neverOfVpc = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"].flatMap((cidr) => ipRange(cidr) ?? []);

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
function readVpcRange(cidr: string, argument: string, check: ArgumentCheck): IpRange {
  const range = readIpRange(cidr, argument, check);
  const fits = range.family === "ipv4" && range.prefix >= 16 && range.prefix <= 28;
  check(fits, argument, "must be an IPv4 range from /16 to /28", cidr);
  const refused = neverOfVpc.find((whole) => overlap(whole, range));
  check(!refused, argument, `must not lie in ${refused?.cidr}, of which AWS makes no VPC`, cidr);
  return range;
}

function readRanges(
  written: readonly string[],
  tier: Tier,
  own: readonly IpRange[],
  count: number,
  check: ArgumentCheck,
): IpRange[] {
  const argument = `subnetCidrs.${tier}`;
  check(written.length === count, argument, `must hold one range for each of the ${count} zones`, written);
  return written.map((cidr) => {
    const range = readIpRange(cidr, argument, check);
    check(range.prefix >= 16 && range.prefix <= 28, argument, "must hold ranges from /16 to /28", cidr);
    const isInside = own.some((whole) => contains(whole, range));
    const whole = own.map((one) => one.cidr).join(", ") || "secondaryCidrs, as the range of IPAM is not known yet";
    check(isInside, argument, `must lie within the VPC's ${whole}`, cidr);
    return range;
  });
}

function findOverlap(layout: Readonly<Record<string, readonly IpRange[]>>): string | undefined {
  const all = Object.entries(layout).flatMap(([tier, ranges]) => ranges.map((range) => ({ tier, range })));
  for (const [index, { tier, range }] of all.entries()) {
    const other = all.slice(0, index).find((earlier) => overlap(earlier.range, range));
    if (other) return `${other.tier} ${other.range.cidr} and ${tier} ${range.cidr}`;
  }
  return undefined;
}
