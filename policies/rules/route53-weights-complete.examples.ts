import { type Examples, ref } from "../examples";

const record = (setIdentifier: unknown, weight: unknown, props: Record<string, unknown> = {}) => ({
  type: "aws:route53/record:Record",
  props: {
    zoneId: "Z1",
    name: "www.example.com",
    type: "A",
    setIdentifier,
    weightedRoutingPolicies: [{ weight }],
    records: ["203.0.113.7"],
    ...props,
  },
});
const zone = (...resourceRecordSets: unknown[]) => ({
  type: "aws:route53/recordsExclusive:RecordsExclusive",
  props: { zoneId: "Z2", resourceRecordSets },
});
const hosted = { type: "aws:route53/zone:Zone", props: { name: "example.com" } };
const parameter = { type: "aws:ssm/parameter:Parameter", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "one weighted record alone, also beside others of another name, type or zone",
      resources: {
        blue: record("blue", 100),
        green: record("green", 100, { type: "AAAA" }),
        other: record("other", 100, { zoneId: "Z9" }),
        zone: zone({ name: "www", type: "A", setIdentifier: "a", weight: 1 }),
      },
      says: {
        blue: "it is the only weighted record; add the others, or leave out its weight",
        green: "it is the only weighted record",
        other: "it is the only weighted record",
        zone: "it is the only weighted record at resourceRecordSets[0]",
      },
    },
    {
      title: "records that all weigh nothing",
      resources: { blue: record("blue", 0), green: record("green", "0", { name: "WWW.example.com." }) },
      says: { blue: "all records of its name weigh 0, which Route 53 takes for equal; set the weight of one above 0" },
    },
    {
      title: "a record without an identifier",
      resources: { blue: record(undefined, 90), green: record("green", 10) },
      says: { blue: "setIdentifier is not set; name what tells it from the others" },
    },
  ],
  allowed: [
    {
      title: "two records of a name, of which one may weigh nothing",
      resources: {
        blue: record("blue", 100),
        green: record("green", 0),
        zone: zone(
          { name: "www", type: "A", setIdentifier: "a", weight: 1 },
          { name: "www", type: "A", setIdentifier: "b", weight: 3 },
        ),
      },
    },
    {
      title: "two records whose zone and name come from other resources",
      resources: {
        hosted,
        blue: record("blue", 100, { zoneId: ref("hosted", "zoneId"), name: ref("hosted", "name") }),
        green: record("green", 0, { zoneId: ref("hosted", "zoneId"), name: ref("hosted", "name") }),
      },
    },
    {
      title: "records without a weight",
      resources: { plain: { type: "aws:route53/record:Record", props: { zoneId: "Z1", name: "a", type: "A" } } },
    },
  ],
  undecided: [
    {
      title: "a name, or a weight, that is not known",
      resources: {
        parameter,
        hosted,
        blue: record("blue", 100, { name: ref("hosted", "name") }),
        one: record("one", 0),
        two: record("two", ref("parameter", "value")),
      },
      says: { blue: "name is not known yet", one: "weight is not known yet" },
    },
  ],
};
