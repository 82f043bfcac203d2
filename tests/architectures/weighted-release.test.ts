import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";
import { answered } from "./weighted-release/answered";

const release = (...set: string[]) => planned("weighted-release", undefined, ...set);
const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(release(...set), typeof message === "string" ? { message } : message);

const page = (plan: Plan, template: string) =>
  Buffer.from(String(plan.get(template).inputs.userData), "base64").toString();

describe("the architecture weighted-release", () => {
  for (const stack of ["weighted-release", "failover-release"]) {
    it(`plans on ${stack} as the golden plan shows, with nothing that a policy finds fault with`, async () => {
      const { plan, judgement, region } = await planned(stack);
      const shown = text(
        { plan, judgement: await judgement, region, notes: [] },
        { colors: createColors(false), inputs: false },
      );
      const name = stack === "weighted-release" ? "weighted-release.plan.txt" : "weighted-release.failover.plan.txt";
      assertGolden(join(__dirname, name), shown);
      assert.deepEqual((await judgement).findings, []);
      assert.ok(plan.resources.filter(({ custom }) => custom).length >= 100);
    });
  }

  it("sends four visitors in five to blue and one to green, as long as both are healthy", async () => {
    const { plan } = await release();
    const shown = Array.from({ length: 100 }, (_, roll) => answered(plan, { dice: (roll + 0.5) / 100 })[0]);
    assert.equal(shown.filter((id) => id === "blue").length, 80);
    assert.equal(shown.filter((id) => id === "green").length, 20);
    const health = plan.get("release-blue-health-check").id;
    const isHealthy = (what: string) => what !== health;
    assert.deepEqual(answered(plan, { dice: 0, isHealthy }), ["green"]);
  });

  it("leads to the load balancers of both tiers, over IPv4 and IPv6", async () => {
    const { plan } = await release();
    for (const [id, weight] of [
      ["blue", 80],
      ["green", 20],
    ] as const) {
      const { dnsName, zoneId } = plan.get(`release-${id}-lb`).outputs;
      const common = {
        zoneId: "Z0123456789EXAMPLE",
        name: "www.example.com",
        aliases: [{ name: dnsName, zoneId, evaluateTargetHealth: true }],
        setIdentifier: id,
        healthCheckId: plan.get(`release-${id}-health-check`).id,
        weightedRoutingPolicies: [{ weight }],
      };
      assert.deepEqual(plan.get(`release-dns-${id}-a`).inputs, { ...common, type: "A" });
      assert.deepEqual(plan.get(`release-dns-${id}-aaaa`).inputs, { ...common, type: "AAAA" });
    }
    assert.equal(plan.outputs.url, "https://www.example.com");
  });

  it("checks each tier over HTTPS, and tells a topic in us-east-1 when it is unhealthy", async () => {
    const { plan } = await release("alarms.notify.email=operations@example.com");
    const { inputs } = plan.get("release-green-health-check");
    assert.deepEqual(
      [inputs.type, inputs.fqdn, inputs.port, inputs.resourcePath],
      ["HTTPS", plan.get("release-green-lb").outputs.dnsName, 443, "/health"],
    );
    const alarm = plan.get("release-green-health-unhealthy").inputs;
    assert.deepEqual([alarm.region, alarm.alarmActions], ["us-east-1", [plan.outputs.healthAlarmTopicArn]]);
    assert.equal(plan.get("release-health-alarms-email").inputs.endpoint, "operations@example.com");
  });

  it("gives both tiers one network, certificate and web ACL, and a page that says which tier it is", async () => {
    const { plan } = await release();
    assert.deepEqual(plan.names("aws:ec2/vpc:Vpc"), ["release-net-vpc"]);
    assert.deepEqual(plan.names("aws:acm/certificate:Certificate"), ["release-cert-certificate"]);
    assert.deepEqual(plan.names("aws:wafv2/webAcl:WebAcl"), ["release-waf-acl"]);
    const { arn } = plan.get("release-waf-acl").outputs;
    for (const id of ["blue", "green"]) {
      assert.equal(
        plan.get(`release-${id}-https`).inputs.certificateArn,
        plan.get("release-cert").outputs.certificateArn,
      );
      assert.equal(plan.get(`release-${id}-web-acl`).inputs.webAclArn, arn);
      assert.match(page(plan, `release-${id}-template`), new RegExp(`^tier=${id}$`, "m"));
    }
  });

  it("lets one tier differ: its user data, its size, its instances", async () => {
    const { plan } = await release('green={userData: "#!/bin/sh\\necho new", minSize: 3, healthCheck: {path: /ready}}');
    assert.equal(page(plan, "release-green-template"), "#!/bin/sh\necho new");
    assert.deepEqual(
      [plan.get("release-green-asg").inputs.minSize, plan.get("release-blue-asg").inputs.minSize],
      [3, 2],
    );
    assert.equal(plan.get("release-green-health-check").inputs.resourcePath, "/ready");
    assert.equal(plan.get("release-blue-health-check").inputs.resourcePath, "/health");
  });

  it("lets AWS take a failing zone out of both load balancers, if told", async () => {
    const { plan, judgement } = await release('zonalAutoshift={practiceWindows: {allowed: ["Tue:09:00-Tue:15:00"]}}');
    for (const id of ["blue", "green"]) {
      const { resourceArn, allowedWindows } = plan.get(`release-${id}-autoshift-configuration`).inputs;
      assert.equal(resourceArn, plan.get(`release-${id}-lb`).outputs.arn);
      assert.deepEqual(allowedWindows, ["Tue:09:00-Tue:15:00"]);
    }
    assert.deepEqual((await judgement).findings, []);
  });

  it("moves weights without touching anything else", async () => {
    const before = await release();
    const after = await release("routing.weights={blue: 0, green: 100}");
    const changed = before.plan.resources.filter(
      ({ urn, inputs }) =>
        JSON.stringify(inputs) !== JSON.stringify(after.plan.resources.find((other) => other.urn === urn)?.inputs),
    );
    assert.deepEqual(
      changed.map(({ name }) => name),
      ["release-dns-blue-a", "release-dns-blue-aaaa", "release-dns-green-a", "release-dns-green-aaaa"],
    );
    assert.equal(after.plan.resources.length, before.plan.resources.length);
  });

  describe("refuses in one sentence", () => {
    const setting = "tierwork:settings";
    it("a stack without a domain", () =>
      assert.rejects(
        record(() => createArchitecture(), { config: { "tierwork:architecture": "weighted-release" } }),
        { message: `${setting}.domain must be a map, got nothing` },
      ));
    for (const type of ["failover", "latency", "geoproximity"]) {
      it(`${type} routing without a second region`, () =>
        refused(
          [`routing={type: ${type}}`],
          `${setting}.secondRegion: must be given for ${type} routing, which compares places`,
        ));
    }
    it("a second region that is the first", () =>
      refused(
        ["secondRegion=us-east-1"],
        `${setting}.secondRegion must differ from aws:region, got "us-east-1" for both`,
      ));
    it("a second region that is none", () =>
      refused(
        ["secondRegion=mars-north-1"],
        `${setting}.secondRegion: must be a region of AWS, perhaps "eu-north-1", got "mars-north-1"`,
      ));
    it("a second network without a region", () =>
      refused(["secondNetwork.zones=2"], `${setting}.secondNetwork: must be left out without a secondRegion`));
    it("one web ACL in two regions", () =>
      refused(
        ["secondRegion=us-west-2", "waf.webAclArn=arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b"],
        `${setting}.waf.webAclArn: must not be one that is there already: it cannot be in both regions`,
      ));
    it("weights of 0 alone", () =>
      refused(
        ["routing.weights={blue: 0, green: 0}"],
        "tierwork:settings.routing.weights: must not both be 0, or nobody is answered",
      ));
    it("a policy that there is not", () =>
      refused(["routing.type=roundRobin"], /tierwork:settings\.routing\.type must be one of "simple", "weighted"/));
    it("a place that there is not", () =>
      refused(
        ["routing={type: geolocation, green: [Europe]}", "secondRegion=eu-west-1"],
        `${setting}.routing.green[0] must be a map with a continent, a country, or country: US and a subdivision, got "Europe"`,
      ));
    it("a topic of one region for alarms of several", () =>
      refused(["alarms.notify.topicArn=arn"], /tierwork:settings\.alarms\.notify/));
    it("a name that is too long for its load balancers", () =>
      refused(
        ["name=the-release-of-spring"],
        /web tier "the-release-of-spring-blue": name must be at most 21 letters/,
      ));
  });
});
