import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { type Peer, readPeer } from "../../../components/secure-sg-pair/peer";
import { type Rule, ruleName } from "../../../components/secure-sg-pair/rule";

const check: ArgumentCheck = (holds, argument, requirement) => assert.ok(holds, `${argument} ${requirement}`);

const hex = fc.nat(0xffff);
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const anyPeer: fc.Arbitrary<Peer> = fc.oneof(
  fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `10.${a}.${b}.0/24`),
  fc.tuple(hex, hex).map(([a, b]) => `2001:db8:${a.toString(16)}:${b.toString(16)}::/64`),
  word.map((name): Peer => ({ type: "securityGroup", id: `sg-${name}`, name })),
  word.map((name): Peer => ({ type: "prefixList", id: `pl-${name}`, name: `list-${name}` })),
);
const anyRule = fc.record({
  direction: fc.constantFrom("in", "out"),
  protocol: fc.constantFrom("tcp", "udp"),
  port: fc.integer({ min: 1, max: 65535 }),
  peer: anyPeer.map((peer) => readPeer(peer, "peer", check)),
  purpose: fc.constantFrom("Listener", "Calls"),
});

const content = ({ direction, protocol, port, peer }: Rule) => JSON.stringify([direction, protocol, port, peer.target]);

describe("the name of a rule", () => {
  it("is the same for the same content and another for any other", () => {
    fc.assert(
      fc.property(anyRule, anyRule, (one, other) => {
        assert.equal(ruleName("shop-app", one) === ruleName("shop-app", other), content(one) === content(other));
        assert.equal(ruleName("shop-app", { ...one, purpose: "Other" }), ruleName("shop-app", one));
      }),
    );
  });

  it("says TCP where no protocol is said", () => {
    fc.assert(
      fc.property(anyRule, ({ protocol: _, ...rule }) => {
        assert.equal(ruleName("shop-app", rule), ruleName("shop-app", { ...rule, protocol: "tcp" }));
      }),
    );
  });

  it("does not depend on how a range is spelled, and never holds the separator of URNs", () => {
    const named = (cidr: string) =>
      ruleName("shop-app", { direction: "in", port: 443, peer: readPeer(cidr, "peer", check), purpose: "Listener" });
    assert.equal(named("2001:DB8:0::/48"), named("2001:0db8::/48"));
    assert.equal(named("::/0"), "shop-app-in-tcp-443-0:0:0:0:0:0:0:0/0");
    fc.assert(fc.property(anyRule, (rule) => assert.ok(!ruleName("shop-app", rule).includes("::"))));
  });
});
