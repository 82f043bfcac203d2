import assert from "node:assert/strict";
import { recordType } from "../../../policies/facts/dns-records";
import { exclusiveType, placeOf, recordSetsOf } from "../../../policies/facts/record-sets";
import { UNKNOWN } from "../../../policies/facts/value";

const record = (props: Record<string, unknown>) => recordSetsOf({ type: recordType, props }).sets;
const zone = (resourceRecordSets: unknown) => recordSetsOf({ type: exclusiveType, props: { resourceRecordSets } });

describe("the records of Route 53", () => {
  it("are the same in a resource of their own and in a zone that is written whole", () => {
    const own = record({
      name: "www",
      type: "A",
      setIdentifier: "first",
      failoverRoutingPolicies: [{ type: "PRIMARY" }],
      aliases: [{ name: "lb", evaluateTargetHealth: "true" }],
    });
    const aliasTarget = { dnsName: "lb", evaluateTargetHealth: true };
    const { sets } = zone([{ name: "www", type: "A", setIdentifier: "first", failover: "PRIMARY", aliasTarget }]);
    assert.deepEqual(
      sets.map((set) => ({ ...set, place: [] })),
      own,
    );
    assert.deepEqual([...own, ...sets].map(placeOf), [undefined, "resourceRecordSets[0]"]);
  });

  it("tell by what Route 53 chooses between them", () => {
    const routings = [
      { weightedRoutingPolicies: [{ weight: 0 }] },
      { latencyRoutingPolicies: [{ region: "eu-west-1" }] },
      { multivalueAnswerRoutingPolicy: "true" },
      { multivalueAnswerRoutingPolicy: false, geolocationRoutingPolicies: [{ country: "GB" }] },
      { weightedRoutingPolicies: UNKNOWN },
    ].map((props) => record(props)[0]?.routing);
    assert.deepEqual(routings, ["weighted", "latency", "multivalue", undefined, UNKNOWN]);
    const { sets } = zone([{ weight: 0 }, { region: "eu-west-1" }, { multiValueAnswer: true }, { name: "plain" }]);
    assert.deepEqual(
      sets.map(({ routing }) => routing),
      ["weighted", "latency", "multivalue", undefined],
    );
  });

  it("answer values, of which some may not be known", () => {
    assert.deepEqual(record({ records: ["203.0.113.7", UNKNOWN] })[0]?.values, ["203.0.113.7", UNKNOWN]);
    assert.deepEqual(record({ records: UNKNOWN })[0]?.values, [UNKNOWN]);
    const { sets } = zone([{ resourceRecords: [{ value: "203.0.113.7" }, UNKNOWN] }]);
    assert.deepEqual(sets[0]?.values, ["203.0.113.7", UNKNOWN]);
  });

  it("are not known while their list is not", () => {
    assert.deepEqual(zone(UNKNOWN), { sets: [], unknownLists: ["resourceRecordSets"] });
  });
});
