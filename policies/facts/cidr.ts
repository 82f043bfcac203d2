import ipaddr from "ipaddr.js";

/** How much of the public address space counts as the world. */
export interface WorldLimits {
  /** The shortest IPv4 prefix that is not yet the world: with 8, more addresses than a /8 holds are. */
  readonly maxPublicPrefix: number;
  /** The same for IPv6. */
  readonly maxPublicPrefixV6: number;
  /** Blocks that are nobody's business, such as a company's own; what lies within them does not count. */
  readonly allowedCidrs: readonly string[];
}

interface Block {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * The CIDRs that open a port to the world: those that do so alone, else all that do so together (`0.0.0.0/1` and
 * `128.0.0.0/1`), else none. Private addresses do not count, and neither does text that is no CIDR: AWS refuses it.
 */
export function worldwide(cidrs: readonly string[], limits: WorldLimits): string[] {
  const allowed = limits.allowedCidrs.flatMap((cidr) => parse(cidr) ?? []);
  return ([32, 128] as const).flatMap((bits) => {
    const prefix = bits === 32 ? limits.maxPublicPrefix : limits.maxPublicPrefixV6;
    const most = 1n << BigInt(bits - prefix);
    const counted = [...new Set(cidrs)].flatMap((cidr) => {
      const block = parse(cidr);
      const counts = block?.bits === bits && !isPrivate(block) && !allowed.some((other) => holds(other, block));
      return counts ? [{ cidr, block }] : [];
    });
    const alone = counted.filter(({ block }) => sizeOf([block]) > most);
    if (alone.length > 0) return alone.map(({ cidr }) => cidr);
    return sizeOf(counted.map(({ block }) => block)) > most ? counted.map(({ cidr }) => cidr) : [];
  });
}

/** A block in any spelling; an address without a prefix is itself. */
function parse(text: string): Block | undefined {
  const written = text.trim();
  const cidr = written.includes("/") ? written : `${written}/${written.includes(":") ? 128 : 32}`;
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bits = address.kind() === "ipv4" ? 32 : 128;
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const host = (1n << BigInt(bits - prefix)) - 1n;
  return { bits, first: value & ~host, last: value | host };
}

const privateBlocks = [
  // https://www.iana.org/assignments/iana-ipv4-special-registry and the IPv6 one: not reachable over the internet.
  ...["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
  ...["fc00::/7", "fe80::/10"],
].flatMap((cidr) => parse(cidr) ?? []);

function isPrivate(block: Block): boolean {
  return privateBlocks.some((other) => holds(other, block));
}

function holds(outer: Block, inner: Block): boolean {
  return outer.bits === inner.bits && outer.first <= inner.first && inner.last <= outer.last;
}

/** How many addresses the blocks hold together; one that lies in two of them counts once. */
function sizeOf(blocks: readonly Block[]): bigint {
  let size = 0n;
  let end = -1n;
  for (const { first, last } of blocks.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const from = first > end ? first : end + 1n;
    if (last < from) continue;
    size += last - from + 1n;
    end = last;
  }
  return size;
}
