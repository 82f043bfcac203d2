import fc from "fast-check";

/** A block of addresses: its first address, and how many of its bits are fixed. */
export interface Piece {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly prefix: number;
}

/**
 * The whole internet of a family, cut into blocks: first evenly, into a few wide ones or into many narrow ones, of which
 * none is the world alone; then each number halves one of the blocks there are.
 */
export function splits(bits: 32 | 128): fc.Arbitrary<Piece[]> {
  const cuts = fc.array(fc.nat(), { maxLength: 60 });
  return fc.tuple(fc.constantFrom(0, 3, 9), cuts).map(([even, cuts]) => {
    const pieces = Array.from({ length: 2 ** even }, (_, index): Piece => {
      return { bits, first: BigInt(index) << BigInt(bits - even), prefix: even };
    });
    for (const cut of cuts) {
      const [piece] = pieces.splice(cut % pieces.length, 1);
      if (!piece) continue;
      const prefix = piece.prefix + 1;
      pieces.push({ bits, first: piece.first, prefix }, { bits, first: piece.first + size(piece) / 2n, prefix });
    }
    return pieces;
  });
}

/** As many of the blocks, in their order, as hold no more addresses together than one block of the prefix. */
export function atMost(pieces: readonly Piece[], prefix: number): Piece[] {
  const [first] = pieces;
  let left = first ? size({ ...first, prefix }) : 0n;
  return pieces.filter((piece) => {
    if (size(piece) > left) return false;
    left -= size(piece);
    return true;
  });
}

/** How many addresses a block has. */
export function size({ bits, prefix }: Piece): bigint {
  return 2n ** BigInt(bits - prefix);
}

/** A block as a CIDR. */
export function text({ bits, first, prefix }: Piece): string {
  if (bits === 32) return `${[24n, 16n, 8n, 0n].map((shift) => (first >> shift) & 255n).join(".")}/${prefix}`;
  const groups = Array.from({ length: 8 }, (_, index) => (first >> BigInt(112 - 16 * index)) & 0xffffn);
  return `${groups.map((group) => group.toString(16)).join(":")}/${prefix}`;
}
