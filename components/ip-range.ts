import ipaddr from "ipaddr.js";
import type { ArgumentCheck } from "./argument-checks";

/** A range of IPv4 or IPv6 addresses. */
export interface IpRange {
  readonly family: "ipv4" | "ipv6";
  /** Canonical CIDR text: `10.0.0.0/16`, `2001:db8::/32`. */
  readonly cidr: string;
  readonly prefix: number;
  readonly first: ipaddr.IPv4 | ipaddr.IPv6;
}

/**
 * The range that a person wrote as an argument.
 *
 * @throws when it is not a CIDR, or has bits set beyond its prefix: AWS would quietly take another range.
 */
export function readIpRange(written: string, argument: string, check: ArgumentCheck): IpRange {
  const range = ipRange(written);
  check(range !== undefined, argument, "must be an IPv4 or IPv6 range in CIDR form", written);
  const network = part(range, range.prefix, 0);
  check(network.cidr === range.cidr, argument, `must have no bits set beyond its prefix (${network.cidr})`, written);
  return range;
}

/** The range of a CIDR, host bits and all; undefined when the text is none. */
export function ipRange(cidr: string): IpRange | undefined {
  // ipaddr.js reads shorthand ("10.1/16"), octal and zone ids, which AWS does not.
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr))
    return { family: "ipv4", ...described(ipaddr.IPv4.parseCIDR(cidr)) };
  if (cidr.includes("%") || !ipaddr.IPv6.isValidCIDR(cidr)) return undefined;
  return { family: "ipv6", ...described(ipaddr.IPv6.parseCIDR(cidr)) };
}

/** The `index`-th range of `prefix` bits within a range, counted from its start. */
export function part(range: IpRange, prefix: number, index: number): IpRange {
  const size = range.first.toByteArray().length;
  const first = range.first.toByteArray().reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const room = BigInt(size * 8 - range.prefix);
  const start = ((first >> room) << room) + (BigInt(index) << BigInt(size * 8 - prefix));
  const bytes = Array.from({ length: size }, (_, at) => Number((start >> BigInt(8 * (size - 1 - at))) & 255n));
  return { family: range.family, ...described([ipaddr.fromByteArray(bytes), prefix]) };
}

/** True when every address of `inner` is in `outer`. */
export function contains(outer: IpRange, inner: IpRange): boolean {
  return outer.prefix <= inner.prefix && overlap(outer, inner);
}

/** True when an address is in both. */
export function overlap(one: IpRange, other: IpRange): boolean {
  if (one.family !== other.family) return false;
  const prefix = Math.min(one.prefix, other.prefix);
  return part({ ...one, prefix }, prefix, 0).cidr === part({ ...other, prefix }, prefix, 0).cidr;
}

/** True for a range that stands for "anyone": wider than the widest block that one organisation holds. */
export function isWorldwide({ family, prefix }: IpRange): boolean {
  return prefix < (family === "ipv4" ? 8 : 16);
}

function described([first, prefix]: [ipaddr.IPv4 | ipaddr.IPv6, number]) {
  return { first, prefix, cidr: `${first.toString()}/${prefix}` };
}
