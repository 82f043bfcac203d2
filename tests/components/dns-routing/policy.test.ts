import assert from "node:assert/strict";
import type { Location } from "../../../components/dns-routing/geolocation";
import type { RoutingPolicy } from "../../../components/dns-routing/policy";
import { at, balancer, planned } from "./sets";

const weighted = (record: object, id = "blue"): RoutingPolicy => ({
  type: "weighted",
  records: { [id]: { weight: 1, target: at(1), ...record } },
});
const latency = (region: string): RoutingPolicy => ({ type: "latency", records: { blue: { region, target: at(1) } } });
const geolocation = (location: object): RoutingPolicy => ({
  type: "geolocation",
  records: { blue: { location: location as Location, target: at(1) }, rest: { location: "*", target: at(2) } },
});
const geoproximity = (record: object): RoutingPolicy => ({
  type: "geoproximity",
  records: { blue: { location: { region: "eu-west-1" }, target: at(1), ...record } },
});
const ipBased = (blocks: readonly string[], id = "blue"): RoutingPolicy => ({
  type: "ipBased",
  records: { [id]: { blocks, target: at(1) }, rest: { blocks: "*", target: at(2) } },
});
const multivalue = (target: object): RoutingPolicy =>
  ({ type: "multivalue", records: { blue: { target } } }) as unknown as RoutingPolicy;
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`r-${index}`, { weight: 1, target: at(1) }]));
const placed = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `r-${index}`,
      { location: { latitude: index, longitude: 0 }, target: at(1) },
    ]),
  );

const ids = "policy.records must have ids of 1 to 128 letters, digits, dots, hyphens and underscores";
const sizes = "must be /1 to /24 for IPv4 and /1 to /48 for IPv6";
const refused: [string, RoutingPolicy][] = [
  ["policy.target.values must hold at least one value, got []", { type: "simple", target: { ...at(1), values: [] } }],
  ["policy.records must hold 1 to 100 records, got 0", { type: "weighted", records: {} }],
  ["policy.records must hold 1 to 100 records, got 101", { type: "weighted", records: many(101) }],
  ["policy.records must hold 1 to 30 records, got 31", { type: "geoproximity", records: placed(31) }],
  [`${ids}, got "blue tier"`, weighted({}, "blue tier")],
  [`${ids}, got "${"x".repeat(129)}"`, weighted({}, "x".repeat(129))],
  ["policy.records.blue.weight must be a whole number between 0 and 255, got 256", weighted({ weight: 256 })],
  ["policy.records.blue.weight must be a whole number between 0 and 255, got -1", weighted({ weight: -1 })],
  ["policy.records must have one record or more with a weight above 0, got [0]", weighted({ weight: 0 })],
  [
    'policy.records.blue.target.values of type A must be IPv4 addresses, "192.0.2.1", got "blue"',
    weighted({ target: { recordType: "A", values: ["blue"] } }),
  ],
  [
    "policy.records.blue.healthCheck.failureThreshold must be a whole number between 1 and 10, got 99",
    weighted({ healthCheck: { type: "http", domainName: "blue.example.com", failureThreshold: 99 } }),
  ],
  [
    'policy.records.green.target must be of the same types as that of "blue" (A), got "A and AAAA"',
    {
      type: "weighted",
      records: { blue: { weight: 1, target: at(1) }, green: { weight: 1, target: balancer("green") } },
    },
  ],
  [
    'policy.records.green.target.ttlSeconds must be that of "blue" (60), got 300',
    {
      type: "weighted",
      records: { blue: { weight: 1, target: at(1) }, green: { weight: 1, target: { ...at(2), ttlSeconds: 300 } } },
    },
  ],
  [
    "policy.primary.healthCheck must be given, or the primary is always answered, got nothing",
    { type: "failover", primary: { target: at(1) }, secondary: { target: at(2) } },
  ],
  [
    "policy.primary.healthCheck must be given, or the primary is always answered, got nothing",
    {
      type: "failover",
      primary: { target: { ...balancer("blue"), evaluateTargetHealth: false } },
      secondary: { target: balancer("green") },
    },
  ],
  [
    'policy.secondary.target must be of the same types as that of "primary" (A and AAAA), got "A"',
    { type: "failover", primary: { target: balancer("blue") }, secondary: { target: at(2) } },
  ],
  ['policy.records.blue.region must be a region such as "eu-west-1", got "Ireland"', latency("Ireland")],
  [
    'policy.records.green.region must differ from that of "blue", got "eu-west-1"',
    {
      type: "latency",
      records: { blue: { region: "eu-west-1", target: at(1) }, green: { region: "eu-west-1", target: at(2) } },
    },
  ],
  [
    'policy.records.blue.location.continent must be one of AF, AN, AS, EU, NA, OC, SA, got "Europe"',
    geolocation({ continent: "Europe" }),
  ],
  [
    `policy.records.blue.location.country must be a country's ISO 3166 code of two capital letters, such as "DE", got "Germany"`,
    geolocation({ country: "Germany" }),
  ],
  [
    `policy.records.blue.location.country must be a country's ISO 3166 code of two capital letters, perhaps "GB", got "UK"`,
    geolocation({ country: "UK" }),
  ],
  [
    `policy.records.blue.location.country must be a country's ISO 3166 code of two capital letters, such as "DE", got "ZZ"`,
    geolocation({ country: "ZZ" }),
  ],
  [
    'policy.records.blue.location.country must be US where there is a subdivision, got "DE"',
    // @ts-expect-error: the type has the US only
    { type: "geolocation", records: { blue: { location: { country: "DE", subdivision: "BY" }, target: at(1) } } },
  ],
  [
    'policy.records.blue.location.subdivision must be a state of the US in two letters, such as "CA", got "California"',
    geolocation({ country: "US", subdivision: "California" }),
  ],
  [
    'policy.records.blue.location must be a continent or a country, not both, got {"continent":"EU","country":"DE"}',
    geolocation({ continent: "EU", country: "DE" }),
  ],
  [
    'policy.records must have one record for "*", or visitors elsewhere get no answer, got ["EU"]',
    { type: "geolocation", records: { blue: { location: { continent: "EU" }, target: at(1) } } },
  ],
  [
    `policy.records.blue.target must be values: an alias cannot be one of several answers, got ${JSON.stringify(balancer("blue"))}`,
    // @ts-expect-error: the type has values only
    { type: "multivalue", records: { blue: { target: balancer("blue") } } },
  ],
  [
    'policy.records.blue.target.recordType must not be CNAME or NS, which cannot be one of several answers, got "CNAME"',
    multivalue({ recordType: "CNAME", values: ["example.org"] }),
  ],
  [
    'policy.records.blue.target.values must hold exactly one value, as each has its own health, got ["192.0.2.1","192.0.2.2"]',
    multivalue({ recordType: "A", values: ["192.0.2.1", "192.0.2.2"] }),
  ],
  ["policy.records.blue.bias must be a whole number between -99 and 99, got 100", geoproximity({ bias: 100 })],
  [
    'policy.records.blue.location.region must be a region such as "eu-west-1", got "Dublin"',
    geoproximity({ location: { region: "Dublin" } }),
  ],
  [
    'policy.records.blue.location.localZoneGroup must be a group such as "us-west-2-den-1", got "us-west-2-den-1a"',
    geoproximity({ location: { localZoneGroup: "us-west-2-den-1a" } }),
  ],
  [
    "policy.records.blue.location.latitude must be between -90 and 90, with at most two decimals, got 91",
    geoproximity({ location: { latitude: 91, longitude: 0 } }),
  ],
  [
    "policy.records.blue.location.longitude must be between -180 and 180, with at most two decimals, got 0.123",
    geoproximity({ location: { latitude: 0, longitude: 0.123 } }),
  ],
  ['policy.records.blue.blocks must be an IPv4 or IPv6 range in CIDR form, got "office"', ipBased(["office"])],
  [`policy.records.blue.blocks ${sizes}, got "192.0.2.0/25"`, ipBased(["192.0.2.0/25"])],
  [`policy.records.blue.blocks ${sizes}, got "2001:db8::/49"`, ipBased(["2001:db8::/49"])],
  [`policy.records.blue.blocks ${sizes}, got "0.0.0.0/0"`, ipBased(["0.0.0.0/0"])],
  ["policy.records.blue.blocks must hold at least one block, got []", ipBased([])],
  [
    'policy.records.blue.blocks must not overlap 10.0.0.0/8 of "blue", got "10.1.0.0/16"',
    ipBased(["10.0.0.0/8", "10.1.0.0/16"]),
  ],
  [
    "policy.records must have at most 1000 blocks in all, got 1001",
    ipBased(Array.from({ length: 1001 }, (_, index) => `10.${Math.floor(index / 256)}.${index % 256}.0/24`)),
  ],
  [
    'policy.records.a-provider-far-away must have an id of at most 16 letters, digits, hyphens and underscores, got "a-provider-far-away"',
    ipBased(["192.0.2.0/24"], "a-provider-far-away"),
  ],
  [
    'policy.records must have exactly one record for "*", or others get no answer, got ["one","two"]',
    { type: "ipBased", records: { one: { blocks: "*", target: at(1) }, two: { blocks: "*", target: at(2) } } },
  ],
];

describe("a routing policy", () => {
  for (const [sentence, policy] of refused) {
    it(`is refused: ${sentence.slice(0, 110)}`, () =>
      assert.rejects(planned(policy), { message: `DNS routing "www": ${sentence}` }));
  }

  it("is refused where its name cannot be that of a collection of blocks", () =>
    assert.rejects(planned(ipBased(["192.0.2.0/24"]), "a".repeat(50)), {
      message: `DNS routing "${"a".repeat(50)}": name must be at most 49 letters, digits, hyphens and underscores, as the collection of blocks is called after it, got "${"a".repeat(50)}"`,
    }));

  it("takes weight 0 beside others, the greatest weight, and the widest and narrowest blocks", async () => {
    await planned({
      type: "weighted",
      records: { blue: { weight: 255, target: at(1) }, green: { weight: 0, target: at(2) } },
    });
    await planned(ipBased(["128.0.0.0/1", "10.0.0.0/24", "8000::/1", "2001:db8::/48"]));
  });
});
