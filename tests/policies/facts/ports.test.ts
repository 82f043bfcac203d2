import assert from "node:assert/strict";
import fc from "fast-check";
import { covers, namesOf, type Ports, port, portsBeyond, reachesOf } from "../../../policies/facts/ports";
import { UNKNOWN } from "../../../policies/facts/value";

const number = fc.oneof(fc.nat(12), fc.constantFrom(-1, 65535, undefined, UNKNOWN));
const rule = fc.record({
  protocol: fc.constantFrom("tcp", "udp", "all", "icmp", undefined, UNKNOWN),
  from: number,
  to: number,
}) satisfies fc.Arbitrary<Ports>;
const rules = fc.array(rule, { maxLength: 10 });
const protocol = fc.constantFrom("tcp" as const, "udp" as const);
const ranges = fc.array(
  fc.tuple(protocol, fc.nat(12), fc.nat(12)).map(([protocol, a, b]) => {
    return { protocol, from: Math.min(a, b), to: Math.max(a, b) };
  }),
  { maxLength: 10 },
);

describe("ports", () => {
  it("are reached by the rules that cover them, whatever the order of both", () => {
    fc.assert(
      fc.property(rules, ranges, (some, asked) => {
        const reaches = reachesOf(some, asked);
        assert.equal(
          reaches.reduce((sum, reach) => sum + reach.ranges.length, 0),
          asked.length,
        );
        for (const { ranges, sure, possible } of reaches) {
          for (const range of ranges) {
            assert.deepEqual(
              sure,
              some.filter((one) => covers(one, range) === true),
            );
            assert.deepEqual(
              possible,
              some.filter((one) => covers(one, range) !== false),
            );
          }
        }
      }),
    );
  });

  it("beyond those that are allowed are all others, and each rule is for a whole range of them or for none", () => {
    fc.assert(
      fc.property(rules, protocol, fc.uniqueArray(fc.nat(12)), (some, protocol, allowed) => {
        const beyond = portsBeyond(some, protocol, allowed);
        const found = beyond.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        const all = Array.from({ length: 65536 }, (_, index) => index);
        assert.deepEqual(
          found,
          all.filter((number) => !allowed.includes(number)),
        );
        for (const range of beyond) {
          for (const one of some) {
            const ends = [port(range.from, protocol), port(range.to, protocol)].map((end) => covers(one, end));
            for (const end of ends) assert(covers(one, range) === end || end === UNKNOWN || one.protocol === UNKNOWN);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("are named together when they touch", () => {
    const names = namesOf([port(139, "tcp"), port(137, "tcp"), port(138, "tcp"), port(138, "udp"), port(22, "tcp")]);
    assert.deepEqual(names, ["22/tcp", "137-139/tcp", "138/udp"]);
    assert.deepEqual(namesOf([{ protocol: "udp", from: 0, to: 65535 }]), ["every udp port"]);
  });
});
