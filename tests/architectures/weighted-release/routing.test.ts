import assert from "node:assert/strict";
import { planned } from "../planned";
import { answered } from "./answered";

const release = (...set: string[]) => planned("weighted-release", undefined, ...set);
const failover = (...set: string[]) => planned("failover-release", undefined, ...set);

describe("the routing of weighted-release", () => {
  it("answers one tier alone", async () => {
    const { plan } = await release("routing={type: simple, tier: green}");
    const [alias] = Object(plan.get("release-dns-a").inputs.aliases);
    assert.equal(alias.name, plan.get("release-green-lb").outputs.dnsName);
  });

  it("answers green to some addresses, and blue to all others", async () => {
    const { plan } = await release('routing={type: ipBased, green: ["203.0.113.0/24"]}');
    assert.deepEqual(answered(plan, { address: "203.0.113.9" }), ["green"]);
    assert.deepEqual(answered(plan, { address: "198.51.100.9" }), ["blue"]);
  });

  it("fails over to the other region, from whichever tier is the primary", async () => {
    for (const [primary, secondary] of [
      ["blue", "green"],
      ["green", "blue"],
    ]) {
      const { plan } = await failover(`routing={type: failover, primary: ${primary}}`);
      const targetOf = (id: string) => Object(plan.get(`failover-dns-${id}-a`).inputs.aliases)[0].name;
      assert.equal(targetOf("primary"), plan.get(`failover-${primary}-lb`).outputs.dnsName);
      assert.equal(targetOf("secondary"), plan.get(`failover-${secondary}-lb`).outputs.dnsName);
      const ill = plan.get(`failover-${primary}-health-check`).id;
      assert.deepEqual(answered(plan), ["primary"]);
      assert.deepEqual(answered(plan, { isHealthy: (what) => what !== ill }), ["secondary"]);
    }
  });

  it("lets people move visitors by a plan, whichever tier is the primary", async () => {
    for (const [primary, standby] of [
      ["blue", "green"],
      ["green", "blue"],
    ]) {
      const { plan, judgement } = await failover(`routing={type: failover, primary: ${primary}, regionSwitch: true}`);
      const { primaryHealthCheckId, standbyHealthCheckId } = plan.get("failover-switch").outputs;
      assert.equal(plan.get("failover-dns-primary-a").inputs.healthCheckId, primaryHealthCheckId);
      assert.equal(plan.get("failover-dns-secondary-a").inputs.healthCheckId, standbyHealthCheckId);
      const regions = { blue: "us-east-1", green: "us-west-2" } as Record<string, string>;
      const { inputs } = plan.get("failover-switch-plan");
      assert.deepEqual(inputs.regions, [regions[primary ?? ""], regions[standby ?? ""]]);
      const groups = Object(inputs.workflows)[0].steps[0].ec2AsgCapacityIncreaseConfigs[0].asgs;
      assert.deepEqual(
        groups.map(({ arn }: { arn: string }) => arn),
        [primary, standby].map((id) => plan.get(`failover-${id}-asg`).outputs.arn),
      );
      assert.deepEqual(answered(plan, { isHealthy: (what) => what !== primaryHealthCheckId }), ["secondary"]);
      assert.deepEqual((await judgement).findings, []);
    }
  });

  it("answers the region that is sooner reached", async () => {
    const { plan } = await failover("routing={type: latency}");
    const near = (region: string) => (place: string) => (place === region ? 10 : 90);
    assert.deepEqual(answered(plan, { distance: near("us-east-1") }), ["blue"]);
    assert.deepEqual(answered(plan, { distance: near("us-west-2") }), ["green"]);
  });

  it("answers green to some places, and blue to all others", async () => {
    const { plan } = await failover(
      "routing={type: geolocation, green: [{continent: AS}, {country: US, subdivision: CA}]}",
    );
    assert.deepEqual(answered(plan, { place: { continent: "AS", country: "JP" } }), ["green-AS"]);
    assert.deepEqual(answered(plan, { place: { continent: "NA", country: "US", subdivision: "CA" } }), ["green-US-CA"]);
    assert.deepEqual(answered(plan, { place: { continent: "EU" } }), ["blue"]);
    assert.deepEqual(answered(plan), ["blue"]);
  });

  it("answers the region that is nearer, as biases have it", async () => {
    const { plan } = await failover("routing={type: geoproximity, biases: {blue: 0, green: 90}}");
    const distance = (place: string) => (place === "us-east-1" ? 500 : 3000);
    assert.deepEqual(answered(plan, { distance }), ["green"]);
  });

  it("answers the addresses of both tiers at once, each while it serves the website", async () => {
    const { plan, judgement } = await release("routing={type: multivalue}");
    const all = ["blue-1", "blue-2", "green-1", "green-2"];
    assert.deepEqual(answered(plan).sort(), all);
    const ill = plan.get("release-dns-blue-1-health-check");
    assert.deepEqual(answered(plan, { isHealthy: (what) => what !== ill.id }).sort(), all.slice(1));
    const [address] = Object(plan.get("release-dns-blue-1-a").inputs.records);
    assert.deepEqual([ill.inputs.ipAddress, ill.inputs.fqdn], [address, "www.example.com"]);
    assert.equal(plan.get("release-blue-lb").inputs.internal, true);
    assert.deepEqual((await judgement).findings, []);
  });
});

describe("the second region of weighted-release", () => {
  it("puts green into the second region, by a provider with the stack's default tags", async () => {
    const { plan } = await failover();
    const provider = plan.get("failover-2-provider");
    const tags = { Project: "tierwork", Environment: "dev", Owner: "platform-team" };
    assert.equal(provider.inputs.region, "us-west-2");
    assert.deepEqual(JSON.parse(String(provider.inputs.defaultTags)), { tags });
    const reference = `${provider.urn}::${provider.id}`;
    const inSecond = plan.resources.filter((resource) => resource.provider === reference);
    assert.ok(inSecond.every(({ name }) => /^failover-(2|green)-/.test(name)));
    const elsewhere = plan.resources.filter(({ name, custom }) => custom && /^failover-(2|green)-/.test(name));
    assert.deepEqual(
      elsewhere.filter((resource) => resource.provider !== reference).map(({ name }) => name),
      // Route 53 is in no region, but its metrics are in one.
      ["failover-2-provider", "failover-green-health-check", "failover-green-health-unhealthy"],
    );
    assert.match(String(plan.get("failover-green-lb").outputs.arn), /:us-west-2:/);
    assert.match(String(plan.get("failover-green-lb").outputs.dnsName), /\.us-west-2\.elb\.amazonaws\.com$/);
    assert.match(String(plan.get("failover-2-cert-certificate").outputs.arn), /:us-west-2:/);
    assert.match(String(plan.get("failover-2-waf-acl").outputs.arn), /:us-west-2:/);
    assert.equal(plan.get("failover-2-net-public-a").inputs.availabilityZone, "us-west-2a");
    assert.equal(plan.get("failover-2-net-vpc").inputs.cidrBlock, "10.1.0.0/16");
    assert.deepEqual(plan.get("failover-green-lb").outputs.tagsAll, { ...tags, Name: "failover-green-lb" });
    assert.equal(plan.get("failover-blue-lb").provider, plan.get("failover-net-vpc").provider);
  });

  it("gives the second region a network of its own kind, if told", async () => {
    const named = await failover("network={zones: [us-east-1a, us-east-1c], nat: single, cidrBlock: 10.8.0.0/16}");
    assert.deepEqual(named.plan.get("failover-2-net-vpc").inputs.cidrBlock, "10.1.0.0/16");
    assert.equal(named.plan.get("failover-2-net-public-b").inputs.availabilityZone, "us-west-2b");
    const stated = await failover("secondNetwork={zones: 3, nat: perZone, cidrBlock: 10.2.0.0/16, ipv6: true}");
    assert.equal(stated.plan.get("failover-2-net-vpc").inputs.cidrBlock, "10.2.0.0/16");
    assert.deepEqual(
      [stated.plan.get("failover-green-lb"), stated.plan.get("failover-blue-lb")].map(
        ({ inputs }) => inputs.ipAddressType,
      ),
      ["dualstack", "ipv4"],
    );
  });
});
