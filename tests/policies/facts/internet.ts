import fc from "fast-check";

/** A block of addresses: its first address, and how many of its bits are fixed. */
export interface Piece {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly prefix: number;
}

/** The whole internet of a family, cut into blocks: each number halves one of the blocks there are. */
export function splits(bits: 32 | 128): fc.Arbitrary<Piece[]> {
  return fc.array(fc.nat(), { maxLength: 60 }).map((cuts) => {
    const pieces: Piece[] = [{ bits, first: 0n, prefix: 0 }];
    for (const cut of cuts) {
      const [piece] = pieces.splice(cut % pieces.length, 1);
      if (!piece) continue;
      const prefix = piece.prefix + 1;
      pieces.push({ bits, first: piece.first, prefix }, { bits, first: piece.first + size(piece) / 2n, prefix });
    }
    return pieces;
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
