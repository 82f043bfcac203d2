import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DnsRouting } from "../../components/dns-routing";
import { HealthCheck } from "../../components/health-check";
import { record } from "../../planner/record";
import { at, balancer, planned } from "./dns-routing/sets";

const common = { zoneId: "Z123", name: "www.example.com" };
const alias = (name: string) => [
  { name: balancer(name).dnsName, zoneId: "Z32O12XQLNTSW2", evaluateTargetHealth: true },
];
const value = (last: number) => ({ ...common, type: "A", records: [`192.0.2.${last}`], ttl: 60 });

describe("DnsRouting", () => {
  it("answers one target, by the records that a DnsRecord makes", async () => {
    const plan = await planned({ type: "simple", target: balancer("blue") });
    assert.deepEqual(plan.names("aws:route53/record:Record"), ["www-a", "www-aaaa"]);
    assert.deepEqual(plan.get("www-a").inputs, { ...common, type: "A", aliases: alias("blue") });
    assert.deepEqual(plan.get("www").outputs, { domainName: "www.example.com" });
  });

  it("refuses the name of the zone in place of its id", () => {
    const policy = { type: "simple", target: balancer("blue") } as const;
    return assert.rejects(
      record(() => new DnsRouting("www", { zoneId: "example.com", domainName: "www.example.com", policy })),
      {
        message: 'DNS routing "www": zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      },
    );
  });

  it("splits visitors by weight, over IPv4 and IPv6 alike", async () => {
    const records = {
      blue: { weight: 80, target: balancer("blue") },
      green: { weight: 20, target: balancer("green") },
    };
    const plan = await planned({ type: "weighted", records });
    assert.deepEqual(plan.names("aws:route53/record:Record"), [
      "www-blue-a",
      "www-blue-aaaa",
      "www-green-a",
      "www-green-aaaa",
    ]);
    for (const [id, weight] of [
      ["blue", 80],
      ["green", 20],
    ] as const) {
      for (const type of ["A", "AAAA"]) {
        assert.deepEqual(plan.get(`www-${id}-${type.toLowerCase()}`).inputs, {
          ...common,
          type,
          aliases: alias(id),
          setIdentifier: id,
          weightedRoutingPolicies: [{ weight }],
        });
      }
    }
  });

  it("fails over from a primary to a secondary", async () => {
    const plan = await planned({
      type: "failover",
      primary: { target: balancer("blue") },
      secondary: { target: balancer("green") },
    });
    assert.deepEqual(plan.get("www-primary-a").inputs, {
      ...common,
      type: "A",
      aliases: alias("blue"),
      setIdentifier: "primary",
      failoverRoutingPolicies: [{ type: "PRIMARY" }],
    });
    assert.deepEqual(plan.get("www-secondary-a").inputs.failoverRoutingPolicies, [{ type: "SECONDARY" }]);
  });

  it("answers the region that is soonest reached", async () => {
    const records = {
      europe: { region: "eu-west-1", target: at(1) },
      america: { region: "us-east-1", target: at(2) },
    };
    const plan = await planned({ type: "latency", records });
    assert.deepEqual(plan.get("www-europe-a").inputs, {
      ...value(1),
      setIdentifier: "europe",
      latencyRoutingPolicies: [{ region: "eu-west-1" }],
    });
    assert.deepEqual(plan.get("www-america-a").inputs.latencyRoutingPolicies, [{ region: "us-east-1" }]);
  });

  it("answers by continent, country, state, and everywhere else", async () => {
    const plan = await planned({
      type: "geolocation",
      records: {
        europe: { location: { continent: "EU" }, target: at(1) },
        germany: { location: { country: "DE" }, target: at(2) },
        california: { location: { country: "US", subdivision: "CA" }, target: at(3) },
        world: { location: "*", target: at(4) },
      },
    });
    const places = ["europe", "germany", "california", "world"].map(
      (id) => plan.get(`www-${id}-a`).inputs.geolocationRoutingPolicies,
    );
    assert.deepEqual(places, [
      [{ continent: "EU" }],
      [{ country: "DE" }],
      [{ country: "US", subdivision: "CA" }],
      [{ country: "*" }],
    ]);
  });

  it("answers several values at once, each while it is healthy", async () => {
    const healthCheck = { healthCheckId: "health-1" };
    const plan = await planned({ type: "multivalue", records: { one: { target: at(1), healthCheck } } });
    assert.deepEqual(plan.get("www-one-a").inputs, {
      ...value(1),
      setIdentifier: "one",
      healthCheckId: "health-1",
      multivalueAnswerRoutingPolicy: true,
    });
  });

  it("answers what is nearest: a region, a Local Zone or coordinates, as biases have it", async () => {
    const plan = await planned({
      type: "geoproximity",
      records: {
        ireland: { location: { region: "eu-west-1" }, bias: 20, target: at(1) },
        denver: { location: { localZoneGroup: "us-west-2-den-1" }, target: at(2) },
        office: { location: { latitude: 51.5, longitude: -0.12 }, bias: -99, target: at(3) },
      },
    });
    const places = ["ireland", "denver", "office"].map(
      (id) => plan.get(`www-${id}-a`).inputs.geoproximityRoutingPolicy,
    );
    assert.deepEqual(places, [
      { awsRegion: "eu-west-1", bias: 20 },
      { localZoneGroup: "us-west-2-den-1", bias: 0 },
      { coordinates: [{ latitude: "51.5", longitude: "-0.12" }], bias: -99 },
    ]);
  });

  it("answers by the visitor's address, from a collection of its own", async () => {
    const plan = await planned({
      type: "ipBased",
      records: {
        provider: { blocks: ["203.0.113.0/24", "2001:db8::/32"], target: at(1) },
        others: { blocks: "*", target: at(2) },
      },
    });
    const collection = plan.get("www-blocks");
    assert.deepEqual(collection.inputs, {});
    assert.deepEqual(plan.names("aws:route53/cidrLocation:CidrLocation"), ["www-provider-blocks"]);
    assert.deepEqual(plan.get("www-provider-blocks").inputs, {
      cidrCollectionId: collection.id,
      name: "provider",
      cidrBlocks: ["203.0.113.0/24", "2001:db8::/32"],
    });
    assert.deepEqual(plan.get("www-provider-a").inputs, {
      ...value(1),
      setIdentifier: "provider",
      cidrRoutingPolicy: { collectionId: collection.id, locationName: "provider" },
    });
    assert.deepEqual(plan.get("www-others-a").inputs.cidrRoutingPolicy, {
      collectionId: collection.id,
      locationName: "*",
    });
  });

  it("takes a health check that there is, or makes one beside its record", async () => {
    const plan = await record(() => {
      const healthCheck = new HealthCheck("blue-health", { type: "tcp", domainName: "blue.example.com", port: 443 });
      new DnsRouting("www", {
        zoneId: "Z123",
        domainName: "www.example.com",
        policy: {
          type: "weighted",
          records: {
            blue: { weight: 1, target: at(1), healthCheck },
            green: { weight: 1, target: at(2), healthCheck: { type: "https", domainName: "green.example.com" } },
          },
        },
      });
    });
    assert.equal(plan.get("www-blue-a").inputs.healthCheckId, plan.get("blue-health-check").id);
    assert.equal(plan.get("www-green-a").inputs.healthCheckId, plan.get("www-green-health-check").id);
    assert.equal(plan.get("www-green-health-check").inputs.fqdn, "green.example.com");
    assert.equal(plan.get("www-green-health").parent, plan.get("www").urn);
  });

  it("gives its name once all of its records are there", async () => {
    const plan = await record(() => {
      const { domainName } = new DnsRouting("www", {
        zoneId: pulumi.output("Z123"),
        domainName: "www.example.com",
        policy: { type: "latency", records: { here: { region: "eu-west-1", target: at(1) } } },
      });
      new DnsRouting("next", {
        zoneId: domainName.apply(() => "Z456"),
        domainName: "next.example.com",
        policy: { type: "simple", target: at(2) },
      });
    });
    assert.deepEqual(plan.get("next-a").propertyDependencies.zoneId, [plan.get("www-here-a").urn]);
  });
});
