import { type Block, blockOf, holds, isPrivate, sizeOf } from "./blocks";

/** How much of the public address space counts as the world. */
export interface WorldLimits {
  /** The shortest IPv4 prefix that is not yet the world: with 8, more addresses than a /8 holds are. */
  readonly maxPublicPrefix: number;
  /** The same for IPv6. */
  readonly maxPublicPrefixV6: number;
  /** Blocks that are nobody's business, such as a company's own; what lies within them does not count. */
  readonly allowedCidrs: readonly string[];
}

/**
 * The CIDRs that open a port to the world: those that do so alone, else all that do so together (`0.0.0.0/1` and
 * `128.0.0.0/1`), else none. Private addresses do not count, and neither does text that is no CIDR: AWS refuses it.
 */
export function worldwide(cidrs: readonly string[], limits: WorldLimits): string[] {
  const sources = [...new Set(cidrs)].flatMap((cidr) => {
    const block = blockOf(cidr);
    return block ? [{ cidr, blocks: [block] }] : [];
  });
  return worldwideSources(sources, limits).map(({ cidr }) => cidr);
}

type Finder = (cidrs: readonly string[]) => readonly string[];

/** The rules of a stack name the same few CIDRs again and again. */
const finders = new WeakMap<WorldLimits, Finder>();

/** `worldwide` with the same limits for many lists, of which each is looked at once. */
export function worldwideOf(limits: WorldLimits): Finder {
  const known = finders.get(limits) ?? finderOf(limits);
  finders.set(limits, known);
  return known;
}

function finderOf(limits: WorldLimits): Finder {
  const known = new Map<string, readonly string[]>();
  return (cidrs) => {
    if (cidrs.length === 0) return cidrs;
    const key = cidrs.join();
    const found = known.get(key) ?? worldwide(cidrs, limits);
    known.set(key, found);
    return found;
  };
}

/** The same of sources that hold blocks of addresses, each of one family. */
export function worldwideSources<S extends { readonly blocks: readonly Block[] }>(
  sources: readonly S[],
  limits: WorldLimits,
): S[] {
  const allowed = limits.allowedCidrs.flatMap((cidr) => blockOf(cidr) ?? []);
  const isPublic = (block: Block) => !isPrivate(block) && !allowed.some((other) => holds(other, block));
  return ([32, 128] as const).flatMap((bits) => {
    const prefix = bits === 32 ? limits.maxPublicPrefix : limits.maxPublicPrefixV6;
    const most = 1n << BigInt(bits - prefix);
    const counted = sources.flatMap((source) => {
      const blocks = source.blocks.filter((block) => block.bits === bits && isPublic(block));
      return blocks.length > 0 ? [{ source, blocks }] : [];
    });
    const alone = counted.filter(({ blocks }) => sizeOf(blocks) > most);
    if (alone.length > 0) return alone.map(({ source }) => source);
    return sizeOf(counted.flatMap(({ blocks }) => blocks)) > most ? counted.map(({ source }) => source) : [];
  });
}
