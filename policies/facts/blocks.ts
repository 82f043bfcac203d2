import ipaddr from "ipaddr.js";

/** A run of addresses of one family. */
export interface Block {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** A CIDR in any spelling; an address without a prefix is itself. Undefined when the text is neither. */
export function blockOf(text: string): Block | undefined {
  const written = text.trim();
  const cidr = written.includes("/") ? written : `${written}/${written.includes(":") ? 128 : 32}`;
  if (!ipaddr.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bits = address.kind() === "ipv4" ? 32 : 128;
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const host = (1n << BigInt(bits - prefix)) - 1n;
  return { bits, first: value & ~host, last: value | host };
}

/** True when every address of the inner block lies in the outer one. */
export function holds(outer: Block, inner: Block): boolean {
  return outer.bits === inner.bits && outer.first <= inner.first && inner.last <= outer.last;
}

const privateBlocks = [
  // https://www.iana.org/assignments/iana-ipv4-special-registry and the IPv6 one: not reachable over the internet.
  ...["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
  ...["fc00::/7", "fe80::/10"],
].flatMap((cidr) => blockOf(cidr) ?? []);

/** True for addresses that nobody reaches over the internet. */
export function isPrivate(block: Block): boolean {
  return privateBlocks.some((other) => holds(other, block));
}

/** How many addresses the blocks, all of one family, hold together; one that lies in two of them counts once. */
export function sizeOf(blocks: readonly Block[]): bigint {
  return merged(blocks).reduce((size, { first, last }) => size + last - first + 1n, 0n);
}

/** What is left of a block without others. */
export function without(block: Block, others: readonly Block[]): Block[] {
  const left: Block[] = [];
  let { first } = block;
  for (const other of merged(others.filter(({ bits }) => bits === block.bits))) {
    if (other.last < first || other.first > block.last) continue;
    if (other.first > first) left.push({ ...block, first, last: other.first - 1n });
    first = other.last + 1n;
  }
  return first <= block.last ? [...left, { ...block, first }] : left;
}

/** The same addresses of one family in blocks that lie apart, in order. */
export function merged(blocks: readonly Block[]): Block[] {
  const apart: Block[] = [];
  for (const block of blocks.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = apart.at(-1);
    if (!before || before.last + 1n < block.first) apart.push(block);
    else if (before.last < block.last) apart[apart.length - 1] = { ...before, last: block.last };
  }
  return apart;
}
