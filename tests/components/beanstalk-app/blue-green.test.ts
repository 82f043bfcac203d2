import assert from "node:assert/strict";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import type { BlueGreen } from "../../../components/beanstalk-app/blue-green";
import { app, optionsOf, settingsOf, shared, single, worker } from "./planned-app";

const domain = { name: "shop.example.com", zoneId: "Z123" };
const both = (blueGreen: BlueGreen) => app({ domain, blueGreen });
const alias = (plan: Awaited<ReturnType<typeof app>>) => Object(plan.get("shop-dns-a").inputs.aliases)[0];

describe("blue and green environments", () => {
  it("are two of one application, alike in every option", async () => {
    const plan = await both({ live: "blue" });
    assert.deepEqual(plan.names("aws:elasticbeanstalk/environment:Environment"), ["shop-blue", "shop-green"]);
    assert.equal(plan.ofType("aws:elasticbeanstalk/application:Application").length, 1);
    assert.deepEqual(settingsOf(plan, "shop-blue"), settingsOf(plan, "shop-green"));
    assert.ok(optionsOf(plan, "aws:autoscaling:asg", "shop-green").MinSize);
  });

  it("are exchanged by the record of the domain alone: naming the other changes nothing else", async () => {
    const blue = await both({ live: "blue" });
    const green = await both({ live: "green" });
    assert.deepEqual(blue.get("shop-dns-a").inputs, {
      zoneId: "Z123",
      name: "shop.example.com",
      type: "A",
      aliases: [
        {
          name: blue.get("shop-blue").outputs.cname,
          zoneId: alias(blue).zoneId,
          evaluateTargetHealth: true,
        },
      ],
    });
    assert.match(alias(blue).zoneId, /^Z0FF11E/);
    assert.equal(alias(green).name, green.get("shop-green").outputs.cname);
    const others = (plan: typeof blue) =>
      plan.resources
        .filter(({ custom, name }) => custom && name !== "shop-dns-a")
        .map(({ urn, inputs }) => ({ urn, inputs: { ...inputs, description: "" } }));
    assert.deepEqual(others(green), others(blue));
  });

  it("have no CNAME prefix, whose exchange would delete both", async () => {
    const plan = await both({ live: "blue" });
    for (const name of ["shop-blue", "shop-green"]) assert.ok(!("cnamePrefix" in plan.get(name).inputs), name);
  });

  it("each run the source, or a version that was uploaded before", async () => {
    const plan = await both({ live: "blue", blueVersion: "v-0123456789ab" });
    assert.equal(plan.get("shop-blue").inputs.version, "v-0123456789ab");
    assert.equal(plan.get("shop-green").inputs.version, plan.get("shop-version").inputs.name);
    const other = await both({ live: "green", greenVersion: "1.4.0-0123456789ab" });
    assert.equal(other.get("shop-blue").inputs.version, other.get("shop-version").inputs.name);
    assert.equal(other.get("shop-green").inputs.version, "1.4.0-0123456789ab");
  });

  it("each have alarms and a redirect, and tell their addresses", async () => {
    const plan = await both({ live: "green" });
    for (const color of ["blue", "green"]) {
      const { dimensions } = plan.get(`shop-${color}-health`).inputs;
      assert.deepEqual(dimensions, { EnvironmentName: plan.get(`shop-${color}`).outputs.name });
      const { loadBalancerArn } = plan.get(`shop-${color}-http`).inputs;
      assert.equal(loadBalancerArn, Object(plan.get(`shop-${color}`).outputs.loadBalancers)[0]);
    }
    const { environmentName, cname, idleCname } = plan.get("shop").outputs;
    const [blue, green] = [plan.get("shop-blue").outputs, plan.get("shop-green").outputs];
    assert.deepEqual([environmentName, cname, idleCname], [green.name, green.cname, blue.cname]);
  });

  const leads = "domain must be left out where the requests do not come to the environment's own address";
  const refused: [string, Partial<BeanstalkAppArgs>][] = [
    [
      "domain must be given with blueGreen: its record is what is exchanged, got nothing",
      { blueGreen: { live: "blue" } },
    ],
    [
      'blueGreen.live must be one of "blue", "green", got "red"',
      { domain, blueGreen: { live: "red" as unknown as "blue" } },
    ],
    [
      'blueGreen.blueVersion must be the label of a version, got "the last"',
      { domain, blueGreen: { live: "blue", blueVersion: "the last" } },
    ],
    [
      'blueGreen.greenVersion must be the label of a version, got ""',
      { domain, blueGreen: { live: "blue", greenVersion: "" } },
    ],
    ['domain.name must be a domain name in lower case, got "Shop"', { domain: { ...domain, name: "Shop" } }],
    [
      'domain.zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      { domain: { ...domain, zoneId: "example.com" } },
    ],
    [`${leads}, got "shop.example.com"`, { domain, tier: shared }],
    [`${leads}, got "shop.example.com"`, { domain, tier: worker }],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(app(args), { message: `beanstalk app "shop": ${sentence}` }));
  }
});

describe("the domain of one environment", () => {
  it("leads to its CNAME, also that of a single instance", async () => {
    for (const args of [{}, { tier: single }]) {
      const plan = await app({ domain, ...args });
      assert.equal(alias(plan).name, plan.get("shop-env").outputs.cname);
      assert.equal(plan.get("shop").outputs.idleCname, undefined);
    }
  });
});
