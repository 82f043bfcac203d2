import assert from "node:assert/strict";
import { planned } from "../planned";

const plan = async (stack: string, ...set: string[]) => (await planned(stack, undefined, ...set)).plan;
const type = "aws:cloudwatch/alarmMuteRule:AlarmMuteRule";
const windows = 'deployWindows={releases: {recurrence: "0 9 * * 2", timeZone: Europe/London, minutes: 60}}';

describe("the deploy windows of a stack", () => {
  const stacks = {
    dev: "web-app",
    "container-fargate": "container-web",
    microservices: "microservices",
    "path-routing": "path-routing",
    "static-ip": "static-ip",
    "hello-server": "hello",
    inspection: "inspection",
    "beanstalk-app": "beanstalk-app",
    "shared-files": "shared-files",
    "express-fleet": "express-fleet",
  };
  for (const [stack, name] of Object.entries(stacks)) {
    it(`mute the alarms of ${stack}, each that there is`, async () => {
      const made = await plan(stack, windows);
      const { inputs } = made.get(`${name}-releases-rule`);
      assert.deepEqual(inputs.rule, {
        schedule: { expression: "cron(0 9 * * 2)", duration: "PT60M", timezone: "Europe/London" },
      });
      const alarms = [
        ...made.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"),
        ...made.ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm"),
      ];
      const muted = Object(inputs.muteTargets).alarmNames as string[];
      const heard = alarms.filter(({ outputs }) => !muted.includes(String(outputs.name ?? outputs.alarmName)));
      // A certificate ends, and a backup fails, whether or not somebody deploys.
      assert.deepEqual(
        heard.map((alarm) => alarm.name).filter((alarm) => !/-expiry$|-backups-/.test(alarm)),
        [],
      );
    });
  }

  it("are none unless said", async () => {
    assert.deepEqual((await plan("dev")).names(type), []);
  });

  it("mute a site where CloudFront's alarms are, and a release in each of its regions", async () => {
    const site = await plan("static-site", windows);
    assert.equal(site.get("static-site-releases-rule").inputs.region, "us-east-1");
    const release = await plan("failover-release", windows);
    assert.deepEqual(
      release.ofType(type).map(({ name, inputs }) => [name, inputs.region]),
      [
        ["failover-releases-rule", "us-east-1"],
        ["failover-us-west-2-releases-rule", "us-west-2"],
      ],
    );
    const { alarmNames } = Object(release.get("failover-releases-rule").inputs.muteTargets);
    assert.ok(alarmNames.includes(release.get("failover-green-health-unhealthy").outputs.name));
  });

  it("are refused without alarms, and by what they are not", async () => {
    await assert.rejects(plan("dev", windows, "alarms=none"), {
      message: /of must be components with 1 to 100 alarms together, got 0$/,
    });
    await assert.rejects(plan("dev", "deployWindows=nightly"), {
      message:
        'tierwork:settings.deployWindows must be a map of windows by name, each with recurrence and minutes, got "nightly"',
    });
  });
});

describe("the off-hours of path-routing", () => {
  it("stop each tier by one setting, unless a tier says otherwise", async () => {
    const night = 'offHours={timeZone: Europe/London, from: "19:00", to: "07:00"}';
    const other = 'tiers={web: {}, api: {paths: ["/api"], offHours: {timeZone: Etc/UTC, from: "20:00", to: "06:00"}}}';
    const made = await plan("path-routing", night, other);
    const zoneOf = (tier: string) => made.get(`path-routing-${tier}-off-hours-stop`).inputs.timeZone;
    assert.deepEqual(["web", "api"].map(zoneOf), ["Europe/London", "Etc/UTC"]);
  });
});
