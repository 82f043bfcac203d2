import assert from "node:assert/strict";
import fc from "fast-check";
import type { RoutingPolicy } from "../../../components/dns-routing/policy";
import { contains, ipRange } from "../../../components/ip-range";
import { answer } from "./resolver";
import {
  anyGeolocation,
  anyGeoproximity,
  anyIpBased,
  anyLatency,
  anyMultivalue,
  anySet,
  anyWeighted,
  at,
  planned,
} from "./sets";

/** Each run plans a whole program. */
const runs = { numRuns: 40 };
const idsOf = (records: readonly { inputs: Record<string, unknown> }[]) =>
  records.map(({ inputs }) => inputs.setIdentifier);

/** What there is of each record, without what is the set's. */
async function resourcesOf(policy: RoutingPolicy) {
  const plan = await planned(policy);
  return new Map(plan.resources.map(({ urn, inputs, type }) => [urn, { inputs, type }]));
}

const anyPlace = fc.constantFrom(
  {},
  { continent: "AF" },
  { continent: "EU", country: "DE" },
  { continent: "EU", country: "FR" },
  { continent: "NA", country: "US", subdivision: "CA" },
  { continent: "NA", country: "US", subdivision: "TX" },
);
const anyAddress = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom("192.0.2.77", "10.9.8.7", "2001:db8::1"));
const anyHealth = fc.func(fc.boolean());

describe("a set of DNS records", () => {
  it("answers weighted records exactly in proportion to their weights", () =>
    fc.assert(
      fc.asyncProperty(anyWeighted, async (policy) => {
        const plan = await planned(policy);
        const sum = Object.values(policy.records).reduce((total, { weight }) => total + weight, 0);
        const counted: Record<string, number> = {};
        for (let roll = 0; roll < sum; roll += 1) {
          const [id] = idsOf(answer(plan, { type: "A", dice: (roll + 0.5) / sum }));
          counted[String(id)] = (counted[String(id)] ?? 0) + 1;
        }
        for (const [id, { weight }] of Object.entries(policy.records)) assert.equal(counted[id] ?? 0, weight, id);
      }),
      runs,
    ));

  it("answers no weighted record that is unhealthy while another is healthy", () =>
    fc.assert(
      fc.asyncProperty(anyWeighted, anyHealth, fc.nat(999), async (policy, isWell, roll) => {
        const watched = Object.entries(policy.records).map(([id, each]) => [
          id,
          { ...each, healthCheck: { healthCheckId: id } },
        ]);
        const plan = await planned({ type: "weighted", records: Object.fromEntries(watched) });
        const [id] = idsOf(answer(plan, { type: "A", dice: roll / 1000, isHealthy: isWell }));
        const healthy = Object.keys(policy.records).filter((each) => isWell(each));
        assert.ok(healthy.length === 0 || healthy.includes(String(id)), String(id));
      }),
      runs,
    ));

  it("answers everybody, wherever they are, whatever address they have and whatever is healthy", () =>
    fc.assert(
      fc.asyncProperty(anySet, anyPlace, anyAddress, anyHealth, async (policy, place, address, isHealthy) => {
        const plan = await planned(policy);
        const answers = answer(plan, { type: "A", place, address, isHealthy, distance: (name) => name.length });
        assert.ok(policy.type === "multivalue" ? answers.length >= 1 : answers.length === 1, String(answers.length));
      }),
      { numRuns: 100 },
    ));

  it("answers one of primary and secondary: the first that is healthy, and the primary when neither is", () =>
    fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), async (primary, secondary) => {
        const plan = await planned({
          type: "failover",
          primary: { target: at(1), healthCheck: { healthCheckId: "one" } },
          secondary: { target: at(2), healthCheck: { healthCheckId: "two" } },
        });
        const isHealthy = (what: string) => (what === "one" ? primary : secondary);
        assert.deepEqual(idsOf(answer(plan, { type: "A", isHealthy })), [
          primary || !secondary ? "primary" : "secondary",
        ]);
      }),
      runs,
    ));

  it("answers the smallest place that holds a visitor and is healthy", () =>
    fc.assert(
      fc.asyncProperty(anyGeolocation, anyPlace, async (policy, place) => {
        const [found] = idsOf(answer(await planned(policy), { type: "A", place }));
        const size = (id: string) => {
          const location = policy.records[id]?.location;
          if (location === "*" || location === undefined) return 4;
          return "continent" in location ? 3 : "subdivision" in location ? 1 : 2;
        };
        const holds = (id: string) => {
          const location = policy.records[id]?.location;
          return location === "*" || Object.entries(location ?? {}).every(([key, code]) => Object(place)[key] === code);
        };
        assert.ok(holds(String(found)), `${found} holds the visitor`);
        const smaller = Object.keys(policy.records).filter((id) => holds(id) && size(id) < size(String(found)));
        assert.deepEqual(smaller, []);
      }),
      runs,
    ));

  it("answers the record whose blocks hold a visitor's address, or the one for everyone else", () =>
    fc.assert(
      fc.asyncProperty(anyIpBased, anyAddress, async (policy, address) => {
        const [found] = idsOf(answer(await planned(policy), { type: "A", address }));
        const client = ipRange(`${address}/${address.includes(":") ? 128 : 32}`);
        const holds = (block: string) => {
          const range = ipRange(block);
          return range !== undefined && client !== undefined && contains(range, client);
        };
        const holders = Object.entries(policy.records).filter(([, { blocks }]) => blocks !== "*" && blocks.some(holds));
        const others = Object.entries(policy.records).filter(([, { blocks }]) => blocks === "*");
        assert.deepEqual(
          [found],
          (holders.length > 0 ? holders : others).map(([id]) => id),
        );
      }),
      runs,
    ));

  it("answers the region that is nearest, as far as biases let it", () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(anyLatency, anyGeoproximity), anyHealth, async (policy, kilometres) => {
        const distance = (place: string) => (kilometres(place) ? 100 : 9000);
        const [found] = answer(await planned(policy), { type: "A", distance });
        const id = String(found?.inputs.setIdentifier);
        if (policy.type === "geoproximity") return assert.ok(id in policy.records);
        const farOf = (each: string) => distance(policy.records[each]?.region ?? "");
        assert.ok(Object.keys(policy.records).every((other) => farOf(id) <= farOf(other)));
      }),
      runs,
    ));

  it("answers at most eight values, and unhealthy ones only when all are", () =>
    fc.assert(
      fc.asyncProperty(anyMultivalue, anyHealth, async (policy, isHealthy) => {
        const answers = answer(await planned(policy), { type: "A", isHealthy });
        const all = Object.values(policy.records);
        const isWell = (id: unknown) => isHealthy(String(policy.records[String(id)]?.healthCheck.healthCheckId));
        const well = all.filter(({ healthCheck }) => isHealthy(healthCheck.healthCheckId)).length;
        assert.equal(answers.length, Math.min(8, well || all.length));
        assert.ok(well === 0 || idsOf(answers).every(isWell));
      }),
      runs,
    ));

  it("touches no other record when one goes", () =>
    fc.assert(
      fc.asyncProperty(anySet, fc.nat(), async (policy, which) => {
        const ids = Object.keys(policy.records);
        const gone = ids[which % ids.length] ?? "";
        const { [gone]: _, ...records } = policy.records as Record<string, object>;
        const before = await resourcesOf(policy);
        // What would leave visitors without an answer is refused: of that another test tells.
        const after = await resourcesOf({ ...policy, records } as RoutingPolicy).catch((error: Error) => {
          assert.match(error.message, /^DNS routing "www": policy\.records must/);
        });
        if (!after) return;
        for (const [urn, resource] of after) assert.deepEqual(before.get(urn), resource, urn);
        const lost = [...before.keys()].filter((urn) => !after.has(urn));
        assert.ok(lost.length >= 1 && lost.every((urn) => urn.includes(`::www-${gone}-`)), lost.join());
      }),
      { numRuns: 80 },
    ));
});
