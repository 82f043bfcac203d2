import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../components/argument-checks";
import { contains, type IpRange, ipRange, isWorldwide, overlap, part, readIpRange } from "../../components/ip-range";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  assert.ok(holds, `${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

function known(cidr: string): IpRange {
  const range = ipRange(cidr);
  assert.ok(range, cidr);
  return range;
}

describe("an IP range", () => {
  it("reads IPv4 and IPv6 and writes them in one spelling", () => {
    assert.equal(readIpRange("10.0.0.0/8", "range", check).cidr, "10.0.0.0/8");
    const ipv6 = readIpRange("2001:0DB8:0::/32", "range", check);
    assert.deepEqual([ipv6.cidr, ipv6.family, ipv6.prefix], ["2001:db8::/32", "ipv6", 32]);
    assert.equal(readIpRange("0:0:0:0:0:0:0:0/0", "range", check).cidr, "::/0");
  });

  for (const written of [
    "",
    "10.0.0.0",
    "10.1/16",
    "10.0.0.0/33",
    "010.0.0.0/8",
    "256.0.0.0/8",
    "::/129",
    "fe80::%eth0/64",
    "ten",
  ]) {
    it(`refuses ${JSON.stringify(written)}, which is no CIDR`, () => {
      const sentence = `range must be an IPv4 or IPv6 range in CIDR form, got ${JSON.stringify(written)}`;
      assert.throws(() => readIpRange(written, "range", check), { message: sentence });
    });
  }

  it("refuses bits beyond the prefix and says the range that was meant", () => {
    assert.throws(() => readIpRange("10.0.0.1/8", "range", check), {
      message: 'range must have no bits set beyond its prefix (10.0.0.0/8), got "10.0.0.1/8"',
    });
    assert.throws(() => readIpRange("2001:db8::1/64", "range", check), /\(2001:db8::\/64\), got "2001:db8::1\/64"/);
  });

  it("cuts a range into parts, in IPv4 and IPv6", () => {
    assert.equal(part(known("10.0.0.0/16"), 20, 15).cidr, "10.0.240.0/20");
    assert.equal(part(known("255.255.255.0/24"), 32, 255).cidr, "255.255.255.255/32");
    assert.equal(part(known("2001:db8:0:ff00::/56"), 64, 255).cidr, "2001:db8:0:ffff::/64");
  });

  it("contains and overlaps as the addresses do", () => {
    const range = fc
      .tuple(fc.nat(255), fc.integer({ min: 0, max: 8 }))
      .map(([byte, bits]) => ({ first: byte & (0xff << (8 - bits)) & 0xff, bits }));
    fc.assert(
      fc.property(range, range, (one, other) => {
        const addresses = ({ first, bits }: typeof one) =>
          Array.from({ length: 2 ** (8 - bits) }, (_, at) => first + at);
        const [left, right] = [one, other].map(({ first, bits }) => known(`192.0.2.${first}/${24 + bits}`));
        assert.ok(left && right);
        const shared = addresses(other).filter((address) => addresses(one).includes(address));
        assert.equal(overlap(left, right), shared.length > 0);
        assert.equal(contains(left, right), shared.length === addresses(other).length);
      }),
    );
    assert.equal(overlap(known("0.0.0.0/0"), known("::/0")), false);
  });

  it("takes for the world whatever is wider than /8 or /16", () => {
    const wide = ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/7", "::/0", "8000::/1", "2000::/3", "2000::/15"];
    assert.deepEqual(
      wide.filter((cidr) => isWorldwide(known(cidr))),
      wide,
    );
    assert.deepEqual(
      ["10.0.0.0/8", "2001::/16"].filter((cidr) => isWorldwide(known(cidr))),
      [],
    );
  });
});
