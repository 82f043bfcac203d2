import assert from "node:assert/strict";
import fc from "fast-check";
import { type Block, blockOf, holds, merged, sizeOf, without } from "../../../policies/facts/blocks";

/** Blocks of a small world, of which every address can be looked at. */
const block = fc
  .tuple(fc.nat(255), fc.nat(255))
  .map(([a, b]): Block => ({ bits: 32, first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) }));
const blocks = fc.array(block, { maxLength: 8 });
const world = Array.from({ length: 256 }, (_, index) => BigInt(index));

function addressesOf(some: readonly Block[]): bigint[] {
  return world.filter((address) => some.some(({ first, last }) => first <= address && address <= last));
}

describe("blocks of addresses", () => {
  it("hold, without others, what those leave, each address once", () => {
    fc.assert(
      fc.property(block, blocks, (whole, others) => {
        const left = without(whole, others);
        const expected = addressesOf([whole]).filter((address) => !addressesOf(others).includes(address));
        assert.deepEqual(addressesOf(left), expected);
        assert.equal(sizeOf(left), BigInt(expected.length));
      }),
    );
  });

  it("are the same addresses when they are merged, in order and apart", () => {
    fc.assert(
      fc.property(blocks, (some) => {
        const apart = merged(some);
        assert.deepEqual(addressesOf(apart), addressesOf(some));
        for (const [index, { first }] of apart.entries()) {
          const before = apart[index - 1];
          assert(!before || before.last + 1n < first);
        }
      }),
    );
  });

  it("are told apart by family", () => {
    const [v4, v6] = [blockOf("0.0.0.0/0"), blockOf("::/0")];
    assert(v4 && v6);
    assert(!holds(v6, v4) && !holds(v4, v6));
    assert.deepEqual(without(v4, [v6]), [v4]);
  });

  it("are read from addresses and CIDRs in any spelling, and from nothing else", () => {
    assert.deepEqual(blockOf("203.0.113.7/24"), blockOf("203.0.113.0/24"));
    assert.deepEqual(blockOf("203.0.113.7"), blockOf("203.0.113.7/32"));
    assert.deepEqual(blockOf("0:0:0:0:0:0:0:0/0"), blockOf("::/0"));
    assert.deepEqual(["", "everyone", "1.2.3.4/33", "1.2.3.4/-1", "::/129"].map(blockOf), Array(5).fill(undefined));
  });
});
