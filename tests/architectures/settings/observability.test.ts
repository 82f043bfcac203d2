import assert from "node:assert/strict";
import type { Plan } from "../../../planner/plan";
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

interface Widget {
  readonly properties: { readonly markdown?: string; readonly region?: string; readonly metrics?: readonly string[][] };
}
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

  it("go off above what is usual, if told, with nothing for a policy to say", async () => {
    const { plan: made, judgement } = await planned("dev", undefined, "alarms={latencySeconds: {aboveUsual: 3}}");
    const { thresholdMetricId, comparisonOperator, threshold } = made.get("web-app-latency").inputs;
    assert.deepEqual(
      [thresholdMetricId, comparisonOperator, threshold],
      ["usual", "GreaterThanUpperThreshold", undefined],
    );
    assert.deepEqual((await judgement).findings, (await (await planned("dev")).judgement).findings);
    await assert.rejects(plan("dev", "alarms={latencySeconds: slow}"), {
      message:
        'tierwork:settings.alarms.latencySeconds must be a number of seconds, or a map with aboveUsual, got "slow"',
    });
  });

  it("tell a channel of a chat too, in which nobody can do anything", async () => {
    const slack = "chat: {type: slack, workspaceId: T07EA123LEP, channelId: C07EZ1ABC23}";
    const { plan: made, judgement } = await planned(
      "prod",
      undefined,
      `alarms.notify={email: a@example.com, ${slack}}`,
    );
    const { snsTopicArns, guardrailPolicyArns } = made.get("web-app-alarms-chat-slack").inputs;
    assert.deepEqual(snsTopicArns, [made.outputs.alarmTopicArn]);
    assert.deepEqual(guardrailPolicyArns, [made.get("web-app-alarms-chat-read").outputs.arn]);
    assert.equal(made.get("web-app-alarms-email").inputs.endpoint, "a@example.com");
    assert.deepEqual((await judgement).findings, (await (await planned("prod")).judgement).findings);
  });

  it("tell a channel of all topics of a release, as AWS lets it be set up once", async () => {
    const teams =
      "{type: teams, tenantId: 8d3c7f0e-1b2a-4c3d-9e8f-0a1b2c3d4e5f, teamId: 74361522-da01-538d-aa2e-ac7918c6bb92, channelId: 19%3aa%40thread.tacv2}";
    const { plan: made, judgement } = await planned("failover-release", undefined, `alarms.notify={chat: ${teams}}`);
    const topics = ["failover-alarms", "failover-2-alarms", "failover-health-alarms"];
    assert.deepEqual(
      made.get("failover-chat-teams").inputs.snsTopicArns,
      topics.map((name) => made.get(`${name}-topic`).outputs.arn),
    );
    assert.equal(made.ofType("aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration").length, 1);
    assert.deepEqual((await judgement).findings, []);
  });

  it("are refused where nobody, or two things at once, would be told", async () => {
    const must =
      "must be a map with topicArn, or with email, chat (a map of type slack, workspaceId and channelId, or of type teams, tenantId, teamId and channelId), or both";
    for (const [set, got] of [
      ["{}", "{}"],
      ["{chat: {type: slack, channelId: C07EZ1ABC23}}", '{"chat":{"type":"slack","channelId":"C07EZ1ABC23"}}'],
    ] as const) {
      await assert.rejects(plan("dev", `alarms.notify=${set}`), {
        message: `tierwork:settings.alarms.notify ${must}, got ${got}`,
      });
    }
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

  for (const stack of [...stacks, "inspection", "beanstalk-app", "shared-files", "weighted-release"]) {
    it(`is one of ${stack} too`, async () => {
      assert.equal((await plan(stack, "dashboard=true")).ofType(dashboardType).length, 1);
    });
  }

  it("is one of react-flask, on one server as on a fleet", async () => {
    for (const set of [["server.dashboard=true"], ["scale=fleet", "fleet.dashboard=true"]]) {
      const made = await plan("react-flask", ...set);
      assert.match(String(made.outputs.dashboardUrl), /tierwork-react-flask-react-flask$/, set.join());
    }
  });

  it("shows both tiers of a release, each in its region, their health, and their networks", async () => {
    const made = await plan("failover-release", "dashboard=true");
    const { widgets } = JSON.parse(String(made.get("failover-dashboard").inputs.dashboardBody));
    const titles = widgets.flatMap(({ properties }: Widget) => properties.markdown ?? []);
    assert.deepEqual(titles, [
      "## failover-blue",
      "## failover-green",
      "## failover-blue-health",
      "## failover-green-health",
      "## failover-net",
      "## failover-2-net",
    ]);
    const regionOf = (metric: string, dimension: string) => {
      const has = ({ properties }: Widget) => properties.metrics?.some((it) => it[1] === metric && it[3] === dimension);
      return widgets.find(has).properties.region;
    };
    const groups = ["blue", "green"].map((id) => String(made.get(`failover-${id}-asg`).outputs.name));
    assert.deepEqual(
      groups.map((group) => regionOf("CPUUtilization", group)),
      ["us-east-1", "us-west-2"],
    );
    assert.equal(regionOf("HealthCheckStatus", String(made.get("failover-green-health-check").id)), "us-east-1");
  });
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
      message: /settings\.offHours must be left out in prod, or have inProd: true, got/,
    });
    const said = await plan("prod", night.replace("}", ", inProd: true}"));
    assert.equal(said.get("web-app-off-hours-stop").inputs.minSize, 0);
  });
});

describe("the log groups of a stack", () => {
  const kept = (made: Plan) =>
    made
      .ofType("aws:cloudwatch/logGroup:LogGroup")
      .map(({ name, inputs }) => [name, inputs.retentionInDays, inputs.deletionProtectionEnabled]);

  it("are kept and protected in prod, and soon forgotten in dev", async () => {
    assert.deepEqual(kept(await plan("prod")), [
      ["web-app-net-flow-logs", 365, true],
      ["web-app-waf-logs", 365, true],
    ]);
    assert.deepEqual(kept(await plan("microservices")), [
      ["microservices-orders-logs", 14, false],
      ["microservices-summary-logs", 14, false],
      ["microservices-api-logs", 14, false],
      ["microservices-net-flow-logs", 14, false],
    ]);
  });
});
