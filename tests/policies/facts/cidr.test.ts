import assert from "node:assert/strict";
import fc from "fast-check";
import { worldwide } from "../../../policies/facts/cidr";
import { atMost, type Piece, splits, text } from "./internet";

const limits = { maxPublicPrefix: 8, maxPublicPrefixV6: 8, allowedCidrs: [] };

describe("what opens to the world", () => {
  for (const bits of [32, 128] as const) {
    it(`is the internet of ${bits}-bit addresses, however it is cut into blocks`, () => {
      fc.assert(
        fc.property(splits(bits), (pieces) => {
          const cidrs = pieces.map(text);
          const found = worldwide(cidrs, limits);
          assert(found.length > 0 && found.every((cidr) => cidrs.includes(cidr)));
        }),
      );
    });

    it(`is no choice of ${bits}-bit blocks that leaves no more addresses than are allowed`, () => {
      fc.assert(
        fc.property(splits(bits), (pieces) => {
          assert.deepEqual(worldwide(atMost(pieces, 8).map(text), limits), []);
        }),
      );
    });

    it(`does not depend on the order of ${bits}-bit blocks, on repeats, or on text that is no CIDR`, () => {
      const mixed = splits(bits).chain((pieces) =>
        fc.tuple(fc.constant(pieces), fc.shuffledSubarray([...pieces, ...pieces]), fc.array(fc.string())),
      );
      fc.assert(
        fc.property(mixed, ([pieces, shuffled, noise]) => {
          const once = (some: readonly Piece[]) => [...new Set(some.map(text))];
          const expected = worldwide(once(pieces.filter((piece) => shuffled.includes(piece))), limits);
          const words = noise.filter((word) => !/[\d:]/.test(word));
          assert.deepEqual(worldwide([...words, ...shuffled.map(text)], limits).sort(), expected.sort());
        }),
      );
    });
  }

  it("counts an address that lies in two blocks once", () => {
    assert.deepEqual(worldwide(["8.0.0.0/8", "8.0.0.0/9", "8.128.0.0/9"], limits), []);
    assert.deepEqual(worldwide(["8.0.0.0/8", "9.0.0.0/32"], limits), ["8.0.0.0/8", "9.0.0.0/32"]);
  });

  it("is told apart by family", () => {
    assert.deepEqual(worldwide(["8.0.0.0/8", "2a00::/8"], limits), []);
    assert.deepEqual(worldwide(["0.0.0.0/0", "::/0"], limits), ["0.0.0.0/0", "::/0"]);
  });

  it("is a /0 in every spelling", () => {
    for (const spelling of ["0.0.0.0/0", "255.255.255.255/0", " 0.0.0.0/00 ", "::/0", "0::/0", "0:0:0:0:0:0:0:0/0"]) {
      assert.deepEqual(worldwide([spelling], limits), [spelling]);
    }
  });

  it("leaves out private addresses and allowed blocks", () => {
    assert.deepEqual(worldwide(["10.0.0.0/8", "172.16.0.0/12", "100.64.0.0/10", "fc00::/7"], limits), []);
    assert.deepEqual(worldwide(["10.0.0.0/7"], limits), ["10.0.0.0/7"]);
    assert.deepEqual(worldwide(["16.0.0.0/7"], { ...limits, allowedCidrs: ["16.0.0.0/6"] }), []);
    assert.deepEqual(worldwide(["16.0.0.0/6"], { ...limits, allowedCidrs: ["16.0.0.0/7"] }), ["16.0.0.0/6"]);
  });

  it("never throws, whatever the text is", () => {
    const cidr = fc.oneof(fc.string(), fc.stringMatching(/^[\d.:a-f]{0,12}\/[\d-]{0,4}$/));
    fc.assert(fc.property(fc.array(cidr), (cidrs) => Array.isArray(worldwide(cidrs, limits))));
  });
});
