import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { contains, type IpRange, ipRange, overlap, part } from "../../../components/ip-range";
import { type LayoutArgs, readLayout, subnetRangeIpv6 } from "../../../components/network/cidr-layout";
import type { Tier } from "../../../components/network/tier";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  assert.ok(holds, `${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

const allTiers: Tier[] = ["public", "private", "isolated", "inspection"];

function layout(args: Partial<LayoutArgs>) {
  const defaults: LayoutArgs = { cidrBlock: "10.0.0.0/16", tiers: allTiers, slots: [0, 1], subnetCidrs: {} };
  return readLayout({ ...defaults, ...args }, check);
}

const cidrs = (ranges: readonly IpRange[] | undefined) => ranges?.map(({ cidr }) => cidr);

/** A VPC range of a size that the computed layout takes. */
const anyVpc = fc.tuple(fc.integer({ min: 16, max: 21 }), fc.nat(255), fc.nat(31)).map(([prefix, second, index]) => {
  const whole = ipRange(`10.${second}.0.0/16`);
  assert.ok(whole);
  return part(whole, prefix, index % 2 ** (prefix - 16)).cidr;
});
const anyTiers = fc.shuffledSubarray(allTiers, { minLength: 1 });
const anySlots = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2 });

/** Which range each tier has in each slot. */
function placed(cidrBlock: string, tiers: readonly Tier[], slots: readonly number[]) {
  const made = layout({ cidrBlock, tiers, slots });
  return tiers.flatMap((tier) => slots.map((slot, at) => ({ place: `${tier} ${slot}`, range: made[tier]?.[at] })));
}

describe("the CIDR layout", () => {
  it("gives private zones a /20, public and isolated ones a /22 of a /16", () => {
    const { private: privateRanges, public: publicRanges, isolated, inspection } = layout({ slots: [0, 1, 7] });
    assert.deepEqual(cidrs(privateRanges), ["10.0.0.0/20", "10.0.16.0/20", "10.0.112.0/20"]);
    assert.deepEqual(cidrs(publicRanges), ["10.0.128.0/22", "10.0.132.0/22", "10.0.156.0/22"]);
    assert.deepEqual(cidrs(isolated), ["10.0.160.0/22", "10.0.164.0/22", "10.0.188.0/22"]);
    assert.deepEqual(cidrs(inspection), ["10.0.192.0/23", "10.0.194.0/23", "10.0.206.0/23"]);
  });

  it("moves no subnet when zones or tiers are added, in whatever order they are named", () => {
    fc.assert(
      fc.property(anyVpc, anyTiers, anySlots, anyTiers, anySlots, (vpc, tiers, slots, moreTiers, moreSlots) => {
        const grown = placed(vpc, [...new Set([...moreTiers, ...tiers])], [...new Set([...moreSlots, ...slots])]);
        for (const { place, range } of placed(vpc, tiers, slots)) {
          assert.equal(grown.find((later) => later.place === place)?.range?.cidr, range?.cidr, place);
        }
      }),
    );
  });

  it("keeps every subnet inside the VPC, apart from the others, and large enough for its load balancer", () => {
    fc.assert(
      fc.property(anyVpc, anyTiers, anySlots, (vpc, tiers, slots) => {
        const whole = ipRange(vpc);
        const all = placed(vpc, tiers, slots);
        for (const [index, { place, range }] of all.entries()) {
          // An endpoint of a Gateway Load Balancer takes one address: AWS's smallest subnet has room for it.
          const smallest = place.startsWith("inspection") ? 28 : 27;
          assert.ok(whole && range && contains(whole, range) && range.prefix <= smallest, range?.cidr);
          for (const other of all.slice(0, index)) assert.ok(other.range && !overlap(range, other.range));
        }
      }),
    );
  });

  it("gives every tier and zone a /64 of its own in the VPC's /56", () => {
    const vpc = ipRange("2001:db8:0:ab00::/56");
    assert.ok(vpc);
    const all = allTiers.flatMap((tier) => [0, 1, 2, 3, 4, 5, 6, 7].map((slot) => subnetRangeIpv6(vpc, tier, slot)));
    assert.equal(new Set(all.map(({ cidr }) => cidr)).size, 32);
    assert.ok(all.every((range) => range.prefix === 64 && contains(vpc, range)));
    assert.equal(subnetRangeIpv6(vpc, "public", 2).cidr, "2001:db8:0:ab0a::/64");
  });

  it("gives every tier and zone a /64 of its own in whatever IPAM gives a VPC", () => {
    for (const cidr of ["2001:db8:a000::/44", "2001:db8::/48", "2001:db8:0:f000::/52", "2001:db8:0:ab00::/56"]) {
      const vpc = ipRange(cidr);
      assert.ok(vpc);
      const all = allTiers.flatMap((tier) => [0, 7].map((slot) => subnetRangeIpv6(vpc, tier, slot)));
      assert.equal(new Set(all.map((range) => range.cidr)).size, 8);
      assert.ok(all.every((range) => range.prefix === 64 && contains(vpc, range)));
    }
  });

  it("leaves to IPAM what only IPAM knows, and takes what is given in secondary ranges", () => {
    const made = layout({
      cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 20 },
      secondaryCidrs: ["100.64.0.0/16"],
      tiers: ["public", "private"],
      subnetCidrs: { private: ["100.64.0.0/18", "100.64.64.0/18"] },
    });
    assert.deepEqual([made.vpc, made.public, cidrs(made.secondary)], [undefined, undefined, ["100.64.0.0/16"]]);
    assert.deepEqual(cidrs(made.private), ["100.64.0.0/18", "100.64.64.0/18"]);
  });

  it("takes the ranges that it is given, beside computed ones", () => {
    const made = layout({ tiers: ["public", "private"], subnetCidrs: { public: ["10.0.240.0/24", "10.0.241.0/24"] } });
    assert.deepEqual(cidrs(made.public), ["10.0.240.0/24", "10.0.241.0/24"]);
    assert.deepEqual(cidrs(made.private), ["10.0.0.0/20", "10.0.16.0/20"]);
    assert.equal(made.isolated, undefined);
  });

  it("takes a small VPC when every tier has its ranges", () => {
    const made = layout({
      cidrBlock: "10.0.0.0/26",
      tiers: ["private"],
      subnetCidrs: { private: ["10.0.0.0/28", "10.0.0.16/28"] },
    });
    assert.deepEqual(cidrs(made.private), ["10.0.0.0/28", "10.0.0.16/28"]);
  });

  const refused: [string, Partial<LayoutArgs>, string][] = [
    [
      "a VPC wider than /16",
      { cidrBlock: "10.0.0.0/15" },
      'cidrBlock must be an IPv4 range from /16 to /28, got "10.0.0.0/15"',
    ],
    [
      "a VPC of loopback addresses",
      { cidrBlock: "127.0.0.0/16" },
      'cidrBlock must not lie in 127.0.0.0/8, of which AWS makes no VPC, got "127.0.0.0/16"',
    ],
    ["a VPC of no addresses", { cidrBlock: "0.10.0.0/16" }, "cidrBlock must not lie in 0.0.0.0/8"],
    ["a VPC of link-local addresses", { cidrBlock: "169.254.0.0/16" }, "cidrBlock must not lie in 169.254.0.0/16"],
    ["a VPC of multicast addresses", { cidrBlock: "239.255.0.0/20" }, "cidrBlock must not lie in 224.0.0.0/4"],
    [
      "a secondary range of link-local addresses",
      { secondaryCidrs: ["169.254.128.0/20"] },
      'secondaryCidrs must not lie in 169.254.0.0/16, of which AWS makes no VPC, got "169.254.128.0/20"',
    ],
    ["an IPv6 VPC", { cidrBlock: "2001:db8::/20" }, "cidrBlock must have no bits set"],
    ["an IPv6 range of a fitting size", { cidrBlock: "2000::/16" }, "cidrBlock must be an IPv4 range from /16 to /28"],
    [
      "a VPC too small to compute",
      { cidrBlock: "10.0.0.0/22" },
      'cidrBlock must be /21 or wider, or subnetCidrs given for every tier, got "10.0.0.0/22"',
    ],
    [
      "a VPC too small to compute, of IPAM",
      { cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 22 } },
      "cidrBlock must be /21 or wider, or subnetCidrs given for every tier",
    ],
    [
      "a size that no VPC has, of IPAM",
      { cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 15 } },
      "cidrBlock.netmaskLength must be a whole number from 16 to 28, got 15",
    ],
    [
      "half a size",
      { cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 19.5 } },
      "cidrBlock.netmaskLength must be a whole number from 16 to 28, got 19.5",
    ],
    [
      "ranges within what IPAM gives",
      {
        cidrBlock: { ipamPoolId: "ipam-pool-1", netmaskLength: 20 },
        subnetCidrs: { public: ["10.0.240.0/24", "10.0.241.0/24"] },
      },
      "subnetCidrs.public must lie within the VPC's secondaryCidrs, as the range of IPAM is not known yet",
    ],
    [
      "a secondary range over the first",
      { secondaryCidrs: ["10.0.128.0/20"] },
      'secondaryCidrs must not overlap 10.0.0.0/16, which the VPC has already, got "10.0.128.0/20"',
    ],
    [
      "two secondary ranges that overlap",
      { secondaryCidrs: ["100.64.0.0/16", "100.64.128.0/20"] },
      "secondaryCidrs must not overlap 100.64.0.0/16, which the VPC has already",
    ],
    [
      "a secondary range of IPv6",
      { secondaryCidrs: ["2001:db8::/20"] },
      "secondaryCidrs must have no bits set beyond its prefix",
    ],
    [
      "a secondary range wider than /16",
      { secondaryCidrs: ["100.64.0.0/10"] },
      'secondaryCidrs must be an IPv4 range from /16 to /28, got "100.64.0.0/10"',
    ],
    [
      "five secondary ranges",
      { secondaryCidrs: [1, 2, 3, 4, 5].map((second) => `10.${second}.0.0/16`) },
      "secondaryCidrs must hold at most 4 ranges, as a VPC has five at most",
    ],
    [
      "too few ranges",
      { subnetCidrs: { public: ["10.0.240.0/24"] } },
      "subnetCidrs.public must hold one range for each of the 2 zones",
    ],
    [
      "a range outside the VPC",
      { subnetCidrs: { public: ["10.0.240.0/24", "10.1.0.0/24"] } },
      'subnetCidrs.public must lie within the VPC\'s 10.0.0.0/16, got "10.1.0.0/24"',
    ],
    [
      "a subnet below /28",
      { subnetCidrs: { public: ["10.0.240.0/29", "10.0.241.0/24"] } },
      'subnetCidrs.public must hold ranges from /16 to /28, got "10.0.240.0/29"',
    ],
    [
      "ranges of a tier that is not there",
      { tiers: ["private"], subnetCidrs: { public: ["10.0.240.0/24", "10.0.241.0/24"] } },
      "subnetCidrs.public must be of one of the tiers",
    ],
    [
      "two given ranges that overlap",
      { subnetCidrs: { public: ["10.0.240.0/24", "10.0.240.128/25"] } },
      "subnetCidrs must not make subnets overlap: public 10.0.240.0/24 and public 10.0.240.128/25",
    ],
    [
      "a given range over a computed one",
      { subnetCidrs: { public: ["10.0.0.0/24", "10.0.240.0/24"] } },
      "subnetCidrs must not make subnets overlap: public 10.0.0.0/24 and private 10.0.0.0/20",
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => layout(args),
        (error: Error) => error.message.startsWith(sentence) || assert.fail(error.message),
      );
    });
  }
});
