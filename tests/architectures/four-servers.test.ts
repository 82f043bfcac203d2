import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const stack = "four-servers";
const withSettings = async (...set: string[]) => (await planned(stack, undefined, ...set)).plan;

describe("the architecture four-servers", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned(stack);
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "four-servers.plan.txt"), shown);
  });

  it("is four servers, spread over two zones, whatever the load", async () => {
    const plan = await withSettings();
    const { minSize, maxSize, desiredCapacity, vpcZoneIdentifiers } = plan.get("four-servers-asg").inputs;
    assert.deepEqual([minSize, maxSize, desiredCapacity], [4, 4, 4]);
    assert.deepEqual(
      vpcZoneIdentifiers,
      ["a", "b"].map((zone) => plan.get(`four-servers-net-private-${zone}`).id),
    );
    assert.deepEqual(plan.ofType("aws:autoscaling/policy:Policy"), []);
    assert.deepEqual(plan.ofType("aws:autoscaling/schedule:Schedule"), []);
  });

  it("takes a server that dies out of the load balancer within a minute, and the group replaces it", async () => {
    const plan = await withSettings();
    const target = plan.get("four-servers-tg");
    const { interval, unhealthyThreshold, path } = Object(target.inputs.healthCheck);
    assert.equal(path, "/health");
    assert.ok(interval * unhealthyThreshold <= 60, `${interval} s × ${unhealthyThreshold}`);
    const { healthCheckType, targetGroupArns, suspendedProcesses } = plan.get("four-servers-asg").inputs;
    assert.deepEqual([healthCheckType, targetGroupArns], ["ELB", [target.outputs.arn]]);
    assert.equal(suspendedProcesses, undefined);
  });

  it("says to somebody that a server is unwell, and not that there are as many as there may be", async () => {
    const plan = await withSettings();
    const { metricName, dimensions } = plan.get("four-servers-unhealthy-hosts").inputs;
    assert.equal(metricName, "UnHealthyHostCount");
    assert.equal(Object(dimensions).TargetGroup, plan.get("four-servers-tg").outputs.arnSuffix);
    const { alarmActions, alarmRule } = plan.get("four-servers-down").inputs;
    assert.deepEqual(alarmActions, [plan.get("four-servers-alarms-topic").outputs.arn]);
    const unhealthy = plan.get("four-servers-unhealthy-hosts").outputs.name;
    assert.ok(String(alarmRule).endsWith(`OR ALARM("${unhealthy}")`), String(alarmRule));
    assert.ok(!plan.names("aws:cloudwatch/metricAlarm:MetricAlarm").includes("four-servers-at-max"));
  });

  for (const [servers, least] of [
    [4, 75],
    [2, 50],
    [3, 66],
    [10, 90],
  ] as const) {
    it(`keeps ${servers - 1} of ${servers} in service, whenever one is replaced`, async () => {
      const { inputs } = (await withSettings(`servers=${servers}`)).get("four-servers-asg");
      assert.deepEqual([inputs.minSize, inputs.maxSize], [servers, servers]);
      const percents = { minHealthyPercentage: least, maxHealthyPercentage: 100 };
      assert.deepEqual(inputs.instanceMaintenancePolicy, percents);
      const { minHealthyPercentage, maxHealthyPercentage } = Object(inputs.instanceRefresh).preferences;
      assert.deepEqual({ minHealthyPercentage, maxHealthyPercentage }, percents);
      // AWS rounds up to whole servers, so that one may go and never two.
      assert.equal(Math.ceil((servers * least) / 100), servers - 1);
    });
  }

  it("lets more be there for a while, if told", async () => {
    const plan = await withSettings('maintenance={"minHealthyPercent":100,"maxHealthyPercent":125}');
    assert.deepEqual(plan.get("four-servers-asg").inputs.instanceMaintenancePolicy, {
      minHealthyPercentage: 100,
      maxHealthyPercentage: 125,
    });
  });

  for (const [set, message] of [
    ["servers=1", "tierwork:settings.servers must be a whole number, 2 or more, got 1"],
    ["servers=2.5", "tierwork:settings.servers must be a whole number, 2 or more, got 2.5"],
    ["minSize=3", "tierwork:settings.minSize is not a setting of four-servers; see docs/settings/four-servers.md"],
  ] as const) {
    it(`refuses: ${message}`, () => assert.rejects(withSettings(set), { message }));
  }

  describe("outside its stack file", () => {
    const settled = (settings: object) => {
      const config = { "tierwork:architecture": stack, "tierwork:settings": JSON.stringify(settings) };
      return record(() => createArchitecture(), { config });
    };

    it("serves HTTPS under a domain, as the web app does that it is", async () => {
      const plan = await settled({ domain: { name: "www.example.com", zoneId: "Z0123456789EXAMPLE" } });
      assert.equal(plan.outputs.url, "https://www.example.com");
      assert.equal(plan.get("four-servers-cert-certificate").inputs.domainName, "www.example.com");
      assert.equal(plan.get("four-servers-dns-a").inputs.name, "www.example.com");
      assert.equal(plan.ofType("aws:wafv2/webAclAssociation:WebAclAssociation").length, 1);
    });

    it("refuses to leave open whether HTTPS is spoken", () =>
      assert.rejects(settled({}), {
        message:
          "tierwork:settings: four-servers needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP",
      }));
  });
});
