import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { BeanstalkApp } from "../../components/beanstalk-app";
import { ContainerService } from "../../components/container-service";
import { Dashboard } from "../../components/dashboard";
import type { Charted, Graph } from "../../components/dashboard/section";
import { Database } from "../../components/database";
import { HttpApi } from "../../components/http-api";
import { LambdaFunction } from "../../components/lambda-function";
import { Network } from "../../components/network";
import { NetworkBalancer } from "../../components/network-balancer";
import { Server } from "../../components/server";
import { ServerGroup } from "../../components/server-group";
import { SharedFiles } from "../../components/shared-files";
import { StaticSite } from "../../components/static-site";
import { WebTier } from "../../components/web-tier";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";
import { plain } from "./container-service/shop";
import { web as connections } from "./network-balancer/made";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
  isolatedSubnetIds: ["subnet-5", "subnet-6"],
};

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, unknown>;
}

const widgetsIn = (plan: Plan): Widget[] => JSON.parse(String(plan.get("shop-dashboard").inputs.dashboardBody)).widgets;

/** Plans the dashboard `shop` of what is made. */
const show = (make: () => readonly Charted[]) => record(() => void new Dashboard("shop", { of: make() }));

const graph: Graph = { title: "Jobs", namespace: "Shop", dimensions: { Queue: "jobs" }, lines: [] };
const charted = (graphs: readonly Graph[], alarmArns: readonly string[] = []): Charted => ({
  dashboardSection: () => ({ title: "jobs", alarmArns: alarmArns.map((arn) => pulumi.output(arn)), graphs }),
});

/** Everything that has something to show, with alarms. */
function everything(): Charted[] {
  const code = { type: "folder", path: "components", runtime: "nodejs24.x", handler: "index.handler" } as const;
  const orders = new LambdaFunction("orders", { code });
  return [
    new Network("net", { zones: 2 }),
    new WebTier("web", { network, exposure: "internet", tls: "none" }),
    new ServerGroup("workers", { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] }),
    new Server("wiki", { network }),
    new NetworkBalancer("edge", connections),
    new ContainerService("containers", plain),
    orders,
    new HttpApi("api", { routes: { "GET /": { target: { type: "function", function: orders }, auth: "iam" } } }),
    new StaticSite("site", { content: { folder: "./architectures/static-site/site" } }),
    new SharedFiles("files", { network, folders: { pages: {} } }),
    new Database("data", { network, engine: { type: "postgres", version: "17" } }),
    new BeanstalkApp("bean", {
      network,
      source: { type: "folder", path: "architectures/beanstalk-app/app" },
      platform: "nodejs22",
      tier: { type: "loadBalanced", exposure: "internet", tls: "none" },
    }),
  ];
}

describe("Dashboard", () => {
  it("shows a title, the alarms, and three graphs in a row, of each component below the one before", async () => {
    const graphs = ["a", "b", "c", "d"].map((title) => ({ ...graph, title }));
    const plan = await show(() => [charted(graphs, ["arn:alarm"]), charted([graph])]);
    const places = widgetsIn(plan).map(({ type, x, y, width, height }) => [type, x, y, width, height]);
    assert.deepEqual(places, [
      ["text", 0, 0, 24, 1],
      ["alarm", 0, 1, 24, 2],
      ["metric", 0, 3, 8, 6],
      ["metric", 8, 3, 8, 6],
      ["metric", 16, 3, 8, 6],
      ["metric", 0, 9, 24, 6],
      ["text", 0, 15, 24, 1],
      ["metric", 0, 16, 24, 6],
    ]);
  });

  it("draws a line for each metric, in the region of its metrics", async () => {
    const lines = [
      { metricName: "Waiting", stat: "Maximum", label: "wait" },
      { metricName: "Done", stat: "Sum", label: "done", dimensions: { Queue: "done" } },
    ];
    const plan = await show(() => [
      charted([
        { ...graph, lines, unit: "jobs" },
        { ...graph, region: "us-east-1" },
      ]),
    ]);
    const [, first, second] = widgetsIn(plan);
    assert.deepEqual(first?.properties, {
      title: "Jobs",
      view: "timeSeries",
      region: "eu-west-1",
      period: 60,
      yAxis: { left: { min: 0, label: "jobs", showUnits: false } },
      metrics: [
        ["Shop", "Waiting", "Queue", "jobs", { stat: "Maximum", label: "wait" }],
        ["Shop", "Done", "Queue", "done", { stat: "Sum", label: "done" }],
      ],
    });
    assert.equal(second?.properties.region, "us-east-1");
    assert.deepEqual(second?.properties.yAxis, { left: { min: 0 } });
  });

  it("is what CloudWatch takes of every component: all known, within the page and its limits", async () => {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
    const plan = await show(everything);
    const widgets = widgetsIn(plan);
    assert.ok(widgets.length > 40 && widgets.length <= 500, String(widgets.length));
    for (const { type, x, y, width, height, properties } of widgets) {
      const within = x >= 0 && x + width <= 24 && y >= 0 && width >= 1 && height >= 1 && height <= 1000;
      assert.ok(within && [x, y, width, height].every(Number.isInteger), `${x} ${y} ${width} ${height}`);
      if (type === "text") assert.equal(typeof properties.markdown, "string");
      if (type === "alarm") {
        const alarms = properties.alarms as string[];
        assert.ok(alarms.length >= 1 && alarms.length <= 100);
        for (const alarm of alarms) assert.match(alarm, /^arn:aws:cloudwatch:[a-z0-9-]+:\d{12}:alarm:\S+$/);
      }
      if (type !== "metric") continue;
      assert.match(String(properties.region), /^[a-z]{2}-[a-z]+-\d$/);
      const metrics = properties.metrics as unknown[][];
      assert.ok(metrics.length >= 1 && metrics.length <= 500);
      for (const metric of metrics) {
        const options = metric.at(-1) as { stat: string; label: string };
        assert.match(options.stat, /^(Sum|Average|Minimum|Maximum|p\d\d)$/);
        const words = metric.slice(0, -1);
        assert.ok(words.length >= 4 && words.length % 2 === 0, JSON.stringify(metric));
        assert.ok(
          words.every((word) => typeof word === "string" && word.length > 0),
          JSON.stringify(metric),
        );
      }
    }
  });

  it("shows each alarm that there is, and none that there is not", async () => {
    const plan = await show(everything);
    const shown = widgetsIn(plan).flatMap(({ type, properties }) =>
      type === "alarm" ? (properties.alarms as string[]) : [],
    );
    const made = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"].flatMap(
      (type) => plan.ofType(type).map(({ outputs }) => String(outputs.arn)),
    );
    assert.deepEqual(shown.sort(), made.sort());
  });

  it("is told apart from those of other stacks, and says where it is", async () => {
    const plan = await show(() => [charted([graph])]);
    assert.equal(plan.get("shop-dashboard").inputs.dashboardName, "test-dev-shop");
    assert.deepEqual(plan.get("shop").outputs, {
      dashboardName: "test-dev-shop",
      url: "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/test-dev-shop",
    });
  });

  it("refuses to show nothing", () =>
    assert.rejects(
      show(() => []),
      { message: 'dashboard "shop": of must hold at least one component, got []' },
    ));

  it("refuses a name that CloudWatch does not take", () =>
    assert.rejects(
      record(() => void new Dashboard("the shop", { of: [charted([graph])] })),
      { message: 'dashboard "the shop": name must be at most 100 letters, digits, - and _, got "the shop"' },
    ));
});
