import assert from "node:assert/strict";
import { planned } from "../planned";

const alarmTypes = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"];
const dashboardType = "aws:cloudwatch/dashboard:Dashboard";
const plan = async (stack: string, ...overrides: string[]) => (await planned(stack, undefined, ...overrides)).plan;
const stacks = [
  "dev",
  "container-fargate",
  "microservices",
  "path-routing",
  "static-ip",
  "static-site",
  "hello-server",
];
const night = 'offHours={timeZone: Europe/London, from: "19:00", to: "07:00"}';

describe("the alarms of a stack", () => {
  for (const stack of stacks) {
    it(`are all gone from ${stack} by one word`, async () => {
      const made = await plan(stack, "alarms=none");
      assert.deepEqual(
        alarmTypes.flatMap((type) => made.names(type)),
        [],
      );
      assert.deepEqual(made.names("aws:sns/topic:Topic"), []);
      assert.equal(made.outputs.alarmTopicArn, undefined);
    });
  }

  it("tell one topic: of its service, its network and its certificate", async () => {
    const made = await plan("prod", "domain={name: shop.example.com, zoneId: Z0123456789ABCDEFGHIJ}");
    const topic = made.get("web-app-alarms-topic").outputs.arn;
    assert.equal(made.outputs.alarmTopicArn, topic);
    for (const name of ["web-app-down", "web-app-net-nat-a-ports", "web-app-cert-expiry"]) {
      assert.deepEqual(made.get(name).inputs.alarmActions, [topic], name);
    }
    assert.equal(made.ofType("aws:sns/topic:Topic").length, 1);
  });

  it("go off where they are told", async () => {
    const made = await plan("container-fargate", "alarms={cpuPercent: 70, memoryPercent: 80, errorPercent: 1}");
    const of = (role: string) => made.get(`container-web-${role}`).inputs.threshold;
    assert.deepEqual(["cpu", "memory", "target-5xx"].map(of), [70, 80, 1]);
  });

  it("are refused by what is wrong within them, or as a whole", async () => {
    await assert.rejects(plan("dev", "alarms={latencySecond: 1}"), {
      message: 'tierwork:settings.alarms.latencySecond is not a setting of web-app; did you mean "latencySeconds"?',
    });
    await assert.rejects(plan("dev", "alarms={cpuPercent: high}"), {
      message: 'tierwork:settings.alarms.cpuPercent must be a number, got "high"',
    });
    await assert.rejects(plan("dev", "alarms=off"), {
      message: 'tierwork:settings.alarms must be "none" or a map, got "off"',
    });
  });
});

describe("the dashboard of a stack", () => {
  it("is there in prod, and in dev if told", async () => {
    const prod = await plan("prod");
    assert.equal(prod.get("web-app-dashboard").inputs.dashboardName, "tierwork-prod-web-app");
    assert.match(String(prod.outputs.dashboardUrl), /#dashboards\/dashboard\/tierwork-prod-web-app$/);
    assert.deepEqual((await plan("dev")).names(dashboardType), []);
    assert.deepEqual((await plan("prod", "dashboard=false")).names(dashboardType), []);
  });

  for (const stack of [...stacks, "inspection", "beanstalk-app", "shared-files"]) {
    it(`is one of ${stack} too`, async () => {
      assert.equal((await plan(stack, "dashboard=true")).ofType(dashboardType).length, 1);
    });
  }
});

describe("the off-hours of a stack", () => {
  it("stop servers, tasks, and one server, by the same setting", async () => {
    const names = async (stack: string, type: string) => (await plan(stack, night)).names(type);
    assert.deepEqual(await names("dev", "aws:autoscaling/schedule:Schedule"), [
      "web-app-off-hours-start",
      "web-app-off-hours-stop",
    ]);
    assert.deepEqual(await names("container-fargate", "aws:appautoscaling/scheduledAction:ScheduledAction"), [
      "container-web-off-hours-start",
      "container-web-off-hours-stop",
    ]);
    assert.deepEqual(await names("hello-server", "aws:scheduler/schedule:Schedule"), [
      "hello-off-hours-start",
      "hello-off-hours-stop",
    ]);
  });

  it("are refused in prod, unless said", async () => {
    await assert.rejects(plan("prod", night), {
      message: /web tier "web-app": offHours must be left out in prod, or have inProd: true, got/,
    });
    const said = await plan("prod", night.replace("}", ", inProd: true}"));
    assert.equal(said.get("web-app-off-hours-stop").inputs.minSize, 0);
  });
});
