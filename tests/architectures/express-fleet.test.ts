import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const stack = "express-fleet";
const withSettings = async (...set: string[]) => (await planned(stack, undefined, ...set)).plan;

/** What the first server is told. */
async function userData(...set: string[]): Promise<string[]> {
  const template = (await withSettings(...set)).get("express-fleet-template");
  return Buffer.from(String(template.inputs.userData), "base64").toString().split("\n");
}

/** The metric that the fleet follows, and the value to hold. */
async function scaling(...set: string[]) {
  const plan = await withSettings(...set);
  const [name = "", ...others] = plan.names("aws:autoscaling/policy:Policy");
  assert.deepEqual(others, []);
  const { policyType, targetTrackingConfiguration } = plan.get(name).inputs;
  const { predefinedMetricSpecification: metric, targetValue } = Object(targetTrackingConfiguration);
  return [policyType, metric.predefinedMetricType, targetValue, metric.resourceLabel];
}

describe("the architecture express-fleet", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned(stack);
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "express-fleet.plan.txt"), shown);
  });

  it("scales by the metric of one setting, and holds a value of its unit", async () => {
    const target = "TargetTrackingScaling";
    const policy = (metric: string, value: number) => [target, metric, value, undefined];
    assert.deepEqual(await scaling(), policy("ASGAverageCPUUtilization", 40));
    assert.deepEqual(await scaling("scaleOn=networkIn"), policy("ASGAverageNetworkIn", 192_000_000));
    assert.deepEqual(await scaling("scaleOn=networkOut"), policy("ASGAverageNetworkOut", 192_000_000));
    const plan = await withSettings("scaleOn=requestsPerTarget");
    const label = ["express-fleet-lb", "express-fleet-tg"].map((name) => plan.get(name).outputs.arnSuffix).join("/");
    assert.deepEqual(await scaling("scaleOn=requestsPerTarget"), [target, "ALBRequestCountPerTarget", 1000, label]);
  });

  it("holds the value that the settings state", async () => {
    assert.equal((await scaling("scaleTarget=99.5"))[2], 99.5);
    assert.equal((await scaling("scaleOn=requestsPerTarget", "scaleTarget=30"))[2], 30);
  });

  it("reaches the application on port 3005, which the load balancer alone may, and asks for its health there", async () => {
    const plan = await withSettings();
    const { port, protocol, healthCheck } = plan.get("express-fleet-tg").inputs;
    assert.deepEqual([port, protocol, Object(healthCheck).path], [3005, "HTTP", "/health"]);
    const { fromPort, toPort, referencedSecurityGroupId } = plan.get("express-fleet-sg-app-in-tcp-3005-edge").inputs;
    assert.deepEqual([fromPort, toPort], [3005, 3005]);
    assert.equal(referencedSecurityGroupId, plan.get("express-fleet-sg-edge").id);
    assert.ok((await userData()).includes('PORT="3005"'));
  });

  it("takes another port", async () => {
    const plan = await withSettings("appPort=8080");
    assert.equal(plan.get("express-fleet-tg").inputs.port, 8080);
    assert.ok((await userData("appPort=8080")).includes('PORT="8080"'));
  });

  it("says where the page and the load route are", async () => {
    const { outputs } = await withSettings();
    assert.equal(outputs.url, `http://${outputs.loadBalancerDnsName}/home`);
    assert.equal(outputs.loadUrl, `http://${outputs.loadBalancerDnsName}/load?seconds=300`);
    const { plan } = await planned("prod", stack);
    assert.equal(plan.outputs.loadUrl, "https://www.example.com/load?seconds=300");
  });

  it("installs the Node of the settings by Amazon Linux's names", async () => {
    const lines = (set: string[]) => userData(...set).then((text) => text.filter((line) => line.includes("node")));
    const node22 = await lines(["nodeVersion=22"]);
    assert.ok(node22.includes("  dnf install -y nodejs22 nodejs22-npm"), node22.join("\n"));
    assert.ok(node22.includes("alternatives --set node /usr/bin/node-22"), node22.join("\n"));
    assert.ok((await lines([])).includes("  dnf install -y nodejs24 nodejs24-npm"));
  });

  it("gives the servers a way to npm from private subnets, or public addresses", async () => {
    const byNat = await withSettings();
    assert.equal(byNat.names("aws:ec2/natGateway:NatGateway").length, 1);
    const open = await withSettings('network={"zones":2,"nat":"none"}', "instanceSubnets=public");
    assert.deepEqual(open.names("aws:ec2/natGateway:NatGateway"), []);
    const { networkInterfaces } = open.get("express-fleet-template").inputs;
    assert.equal(Object(networkInterfaces)[0].associatePublicIpAddress, "true");
  });

  const own = (source: object) =>
    `source=${JSON.stringify({ repository: "https://git.example/shop", ref: "v1", ...source })}`;
  const isRepository =
    "must be the https address of a git repository that anyone may read, without a user or a password";
  const isRef = "must be a tag, a full commit hash or a branch";
  const isScript = "must be a JavaScript file of the repository such as server.js";
  for (const [set, message] of [
    ["scaleOn=memory", '.scaleOn must be one of "cpu", "networkIn", "networkOut", "requestsPerTarget", got "memory"'],
    ["scaleTarget=0", ".scaleTarget must be greater than 0, got 0"],
    [
      "scaleTarget=100",
      ".scaleTarget: must be less than 100 percent where scaleOn is cpu, or no server is ever added, got 100",
    ],
    ["nodeVersion=18", ".nodeVersion must be one of 22, 24, got 18"],
    ["appPort=80", ".appPort must be a whole number, 1024 or more, as the application does not run as root, got 80"],
    [
      'ami={"type":"ubuntu","version":"24.04"}',
      ".ami: must be Amazon Linux 2023, whose packages have Node, got ubuntu",
    ],
    [
      'network={"nat":"none"}',
      ".network.nat: must not be none where instanceSubnets is private: servers install from npm",
    ],
    ["userData=ls", ".userData is not a setting of express-fleet; see docs/settings/express-fleet.md"],
    ['source={"ref":"v1"}', `.source.repository must be a text, got nothing`],
    ['source={"repository":"https://git.example/shop"}', ".source.ref must be a text, got nothing"],
    [own({ repository: "git@git.example:shop" }), `.source.repository ${isRepository}, got "git@git.example:shop"`],
    [
      own({ repository: "https://me:word@git.example/shop" }),
      `.source.repository ${isRepository}, got "https://me:word@git.example/shop"`,
    ],
    [own({ ref: "--upload-pack=ls" }), `.source.ref ${isRef}, got "--upload-pack=ls"`],
    [own({ ref: "a..b" }), `.source.ref ${isRef}, got "a..b"`],
    [own({ ref: "v1; ls" }), `.source.ref ${isRef}, got "v1; ls"`],
    [own({ script: "../server.js" }), `.source.script ${isScript}, got "../server.js"`],
    [own({ script: "/srv/server.js" }), `.source.script ${isScript}, got "/srv/server.js"`],
    [own({ script: "server.sh" }), `.source.script ${isScript}, got "server.sh"`],
  ] as const) {
    it(`refuses: ${message}`, () => assert.rejects(withSettings(set), { message: `tierwork:settings${message}` }));
  }

  it("refuses a port that is none, as every tier does", () =>
    assert.rejects(withSettings("appPort=70000"), { message: /appPort must be .* 65535, got 70000/ }));
});
