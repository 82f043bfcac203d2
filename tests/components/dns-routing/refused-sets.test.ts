import assert from "node:assert/strict";
import fc from "fast-check";
import type { RoutingPolicy } from "../../../components/dns-routing/policy";
import { anyGeolocation, anyGeoproximity, anyIpBased, anyLatency, anySet, anyWeighted, at, planned } from "./sets";

/** Each run plans a whole program. */
const runs = { numRuns: 40 };

/** Ways to spoil a set, and what is then said. */
const spoilt: Record<string, [fc.Arbitrary<RoutingPolicy>, RegExp]> = {
  "whose weights are all 0": [
    anyWeighted.map((policy) => changed(policy, (record) => ({ ...record, weight: 0 }))),
    /must have one record or more with a weight above 0/,
  ],
  "with a weight out of range": [
    fc
      .tuple(anyWeighted, fc.oneof(fc.integer({ min: 256 }), fc.integer({ max: -1 }), fc.constant(0.5)))
      .map(([policy, weight]) => changed(policy, (record) => ({ ...record, weight }))),
    /weight must be a whole number between 0 and 255/,
  ],
  "of places without an answer for everywhere else": [
    anyGeolocation.map((policy) => without(policy, ({ location }) => location === "*")),
    /must have one record for "\*"|must hold 1 to 100 records/,
  ],
  "of blocks without an answer for everyone else": [
    anyIpBased.map((policy) => without(policy, ({ blocks }) => blocks === "*")),
    /must have exactly one record for "\*"|must hold 1 to 100 records/,
  ],
  "with two records for one region or place": [
    fc.oneof(anyLatency, anyGeoproximity, anyGeolocation).map((policy) => {
      const [twin] = Object.values(policy.records);
      return { ...policy, records: { ...policy.records, twin: { ...twin, target: at(99) } } } as RoutingPolicy;
    }),
    /must differ from that of/,
  ],
  "with blocks that overlap": [
    anyIpBased.map((policy) => {
      const records = { one: { blocks: ["203.0.0.0/16"] }, two: { blocks: ["203.0.113.0/24"] } };
      const added = changed({ type: "ipBased", records } as unknown as RoutingPolicy, (record) => ({
        ...record,
        target: at(99),
      }));
      return { ...policy, records: { ...policy.records, ...Object(added).records } } as RoutingPolicy;
    }),
    /must not overlap/,
  ],
  "with records of different types": [
    anySet.map(
      (policy) =>
        ({
          ...policy,
          records: { ...spare(policy, { recordType: "AAAA", values: ["2001:db8::1"] }), ...policy.records },
        }) as RoutingPolicy,
    ),
    /target must be of the same types as that of/,
  ],
  "that is remembered for different times": [
    anySet.map(
      (policy) =>
        ({
          ...policy,
          records: { ...spare(policy, { ...at(99), ttlSeconds: 5 }), ...policy.records },
        }) as RoutingPolicy,
    ),
    /ttlSeconds must be that of/,
  ],
};

function changed(policy: RoutingPolicy, change: (record: Record<string, unknown>) => object): RoutingPolicy {
  const entries = Object.entries(Object(policy).records as Record<string, Record<string, unknown>>);
  return { ...policy, records: Object.fromEntries(entries.map(([id, each]) => [id, change(each)])) } as RoutingPolicy;
}

function without<Each>(
  policy: { readonly type: string; readonly records: Record<string, Each> },
  isGone: (record: Each) => boolean,
): RoutingPolicy {
  const kept = Object.entries(policy.records).filter(([, each]) => !isGone(each));
  return { ...policy, records: Object.fromEntries(kept) } as unknown as RoutingPolicy;
}

/** One more record of a policy, for a place that no other is for. */
function spare({ type }: { readonly type: string }, target: object): Record<string, object> {
  const when: Record<string, object> = {
    weighted: { weight: 1 },
    latency: { region: "me-south-1" },
    geolocation: { location: { country: "JP" } },
    geoproximity: { location: { region: "me-south-1" } },
    ipBased: { blocks: ["203.0.113.0/24"] },
  };
  return { spare: { ...when[type], target } };
}

describe("a set of DNS records is refused", () => {
  for (const [title, [policies, sentence]] of Object.entries(spoilt)) {
    it(title, () =>
      fc.assert(
        fc.asyncProperty(policies, (policy) => assert.rejects(planned(policy), sentence)),
        runs,
      ),
    );
  }
});
