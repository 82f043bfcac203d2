import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { HealthCheck, type HealthCheckArgs } from "../../components/health-check";
import { record } from "../../planner/record";

const make = (args: HealthCheckArgs) => record(() => new HealthCheck("shop", args));
const inputs = async (args: HealthCheckArgs) => (await make(args)).get("shop-check").inputs;
const tags = { Name: "shop" };

describe("HealthCheck", () => {
  it("asks an endpoint over HTTPS, with its name in the handshake, every 30 seconds", async () => {
    assert.deepEqual(await inputs({ type: "https", domainName: "shop.example.com", path: "/health" }), {
      type: "HTTPS",
      fqdn: "shop.example.com",
      port: 443,
      resourcePath: "/health",
      enableSni: true,
      requestInterval: 30,
      failureThreshold: 3,
      tags,
    });
  });

  it("says no name in the handshake where there is none", async () => {
    const { ipAddress, fqdn, enableSni } = await inputs({ type: "https", ipAddress: "203.0.114.7" });
    assert.deepEqual([ipAddress, fqdn, enableSni], ["203.0.114.7", undefined, false]);
  });

  it("asks over HTTP on port 80, for the page that tells the health", async () => {
    const { type, port, resourcePath, enableSni } = await inputs({ type: "http", domainName: "shop.example.com" });
    assert.deepEqual([type, port, resourcePath, enableSni], ["HTTP", 80, "/health", undefined]);
  });

  it("searches the body for a text", async () => {
    const http = await inputs({ type: "http", domainName: "shop.example.com", searchString: "ok" });
    const https = await inputs({ type: "https", domainName: "shop.example.com", searchString: "ok", port: 8443 });
    assert.deepEqual([http.type, http.searchString], ["HTTP_STR_MATCH", "ok"]);
    assert.deepEqual([https.type, https.searchString, https.port], ["HTTPS_STR_MATCH", "ok", 8443]);
  });

  it("opens a TCP connection", async () => {
    assert.deepEqual(await inputs({ type: "tcp", domainName: "mail.example.com", port: 25 }), {
      type: "TCP",
      fqdn: "mail.example.com",
      port: 25,
      requestInterval: 30,
      failureThreshold: 3,
      tags,
    });
  });

  it("tries sooner, more often, from some regions, and measures, if told", async () => {
    const made = await inputs({
      type: "tcp",
      domainName: "mail.example.com",
      port: 25,
      intervalSeconds: 10,
      failureThreshold: 1,
      regions: ["eu-west-1", "us-east-1", "us-west-2"],
      measureLatency: true,
    });
    assert.deepEqual([made.requestInterval, made.failureThreshold, made.measureLatency], [10, 1, true]);
    assert.deepEqual(made.regions, ["eu-west-1", "us-east-1", "us-west-2"]);
  });

  it("counts other checks", async () => {
    const plan = await record(() => {
      const children = ["a", "b"].map(
        (name) => new HealthCheck(name, { type: "http", domainName: `${name}.example.com` }),
      );
      new HealthCheck("both", { type: "calculated", children, healthyThreshold: 2 });
    });
    assert.deepEqual(plan.get("both-check").inputs, {
      type: "CALCULATED",
      childHealthchecks: [plan.get("a-check").id, plan.get("b-check").id],
      childHealthThreshold: 2,
      tags: { Name: "both" },
    });
  });

  it("follows a CloudWatch alarm, and what it last said while there is no data", async () => {
    const alarm = { type: "cloudWatchAlarm", alarmName: "shop-latency", region: "eu-west-1" } as const;
    assert.deepEqual(await inputs(alarm), {
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: "shop-latency",
      cloudwatchAlarmRegion: "eu-west-1",
      insufficientDataHealthStatus: "LastKnownStatus",
      tags,
    });
    const other = await inputs({ ...alarm, insufficientData: "unhealthy", triggers: { threshold: "5" } });
    assert.deepEqual([other.insufficientDataHealthStatus, other.triggers], ["Unhealthy", { threshold: "5" }]);
  });

  it("follows a routing control", async () => {
    assert.deepEqual(await inputs({ type: "routingControl", routingControlArn }), {
      type: "RECOVERY_CONTROL",
      routingControlArn,
      tags,
    });
  });

  it("turns its verdict round, or rests, if told", async () => {
    const made = await inputs({ type: "http", domainName: "shop.example.com", inverted: true, disabled: true });
    assert.deepEqual([made.invertHealthcheck, made.disabled], [true, true]);
  });

  it("tells a topic in us-east-1, where the metrics of health checks are", async () => {
    const topicArn = "arn:aws:sns:us-east-1:123456789012:alarms";
    const plan = await make({ type: "http", domainName: "shop.example.com", notify: { topicArn } });
    assert.deepEqual(plan.get("shop-unhealthy").inputs, {
      alarmDescription: "The health check shop is unhealthy",
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: plan.get("shop-check").id },
      statistic: "Minimum",
      period: 60,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: "breaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
      region: "us-east-1",
    });
    assert.deepEqual(plan.get("shop").outputs, { healthCheckId: plan.get("shop-check").id });
  });

  it("makes no alarm for nobody", async () => {
    const plan = await make({ type: "http", domainName: "shop.example.com" });
    assert.deepEqual(plan.names("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
  });

  it("does not judge what is not known yet", async () => {
    const name = pulumi.output("shop.example.com");
    assert.equal((await inputs({ type: "https", domainName: name, ipAddress: name })).fqdn, "shop.example.com");
  });

  const http = { type: "http", domainName: "shop.example.com" } as const;
  const tcp = { type: "tcp", domainName: "shop.example.com" } as const;
  const alarm = { type: "cloudWatchAlarm", alarmName: "a", region: "eu-west-1" } as const;
  const child = { healthCheckId: "h-1" };
  const regions =
    "regions must be at least three of ap-northeast-1, ap-southeast-1, ap-southeast-2, eu-west-1, sa-east-1, us-east-1, us-west-1, us-west-2, got";
  const refused: [string, HealthCheckArgs][] = [
    ['domainName must be a domain name, got "shop"', { type: "http", domainName: "shop" }],
    ['ipAddress must be a public IPv4 or IPv6 address, got "10.0.0.1"', { type: "http", ipAddress: "10.0.0.1" }],
    ['ipAddress must be a public IPv4 or IPv6 address, got "fe80::1"', { type: "http", ipAddress: "fe80::1" }],
    ['ipAddress must be a public IPv4 or IPv6 address, got "shop"', { type: "http", ipAddress: "shop" }],
    ["port must be a whole number between 1 and 65535, got 0", { ...http, port: 0 }],
    ["port must be a whole number between 1 and 65535, got 65536", { ...tcp, port: 65536 }],
    ["failureThreshold must be a whole number between 1 and 10, got 11", { ...http, failureThreshold: 11 }],
    ["failureThreshold must be a whole number between 1 and 10, got 0", { ...http, failureThreshold: 0 }],
    [`${regions} ["eu-west-1","us-east-1"]`, { ...http, regions: ["eu-west-1", "us-east-1"] }],
    [`${regions} ["eu-west-1","eu-west-1","us-east-1"]`, { ...http, regions: ["eu-west-1", "eu-west-1", "us-east-1"] }],
    ['path must begin with "/" and have at most 255 characters, no blanks, got "health"', { ...http, path: "health" }],
    [
      `path must begin with "/" and have at most 255 characters, no blanks, got "/${"x".repeat(255)}"`,
      { ...http, path: `/${"x".repeat(255)}` },
    ],
    ['searchString must have 1 to 255 characters, got ""', { ...http, searchString: "" }],
    [
      `searchString must have 1 to 255 characters, got "${"x".repeat(256)}"`,
      { ...http, searchString: "x".repeat(256) },
    ],
    ["children must be 1 to 256 health checks, got 0", { type: "calculated", children: [], healthyThreshold: 1 }],
    [
      'children must not repeat a health check, got ["h-1","h-1"]',
      { type: "calculated", children: [child, child], healthyThreshold: 1 },
    ],
    [
      "healthyThreshold must be a whole number between 1 and 1, the number of children, got 2",
      { type: "calculated", children: [child], healthyThreshold: 2 },
    ],
    [
      "healthyThreshold must be a whole number between 1 and 1, the number of children, got 0",
      { type: "calculated", children: [child], healthyThreshold: 0 },
    ],
    ['alarmName must have 1 to 256 characters, got ""', { ...alarm, alarmName: "" }],
    [
      'notify.topicArn must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms", got "ops"',
      { ...http, notify: { topicArn: "ops" } },
    ],
    ['region must be a region such as "eu-west-1", got "Ireland"', { ...alarm, region: "Ireland" }],
    [
      'routingControlArn must be the ARN of a routing control, got "arn:aws:sns:a"',
      { type: "routingControl", routingControlArn: "arn:aws:sns:a" },
    ],
    // @ts-expect-error: an interval that the type does not have
    ["intervalSeconds must be 10 or 30, got 20", { ...http, intervalSeconds: 20 }],
    // @ts-expect-error: neither a name nor an address
    ["domainName must be given, or ipAddress, got nothing", { type: "http" }],
    // @ts-expect-error: TCP has no usual port
    ["port must be a whole number between 1 and 65535, got nothing", tcp],
    [
      'insufficientData must be one of healthy, unhealthy, lastKnownStatus, got "sick"',
      // @ts-expect-error: a status that there is not
      { ...alarm, insufficientData: "sick" },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(args), { message: `health check "shop": ${sentence}` }));
  }
});

const routingControlArn =
  "arn:aws:route53-recovery-control::123456789012:controlpanel/abd5fbfc052d4844a082dbf400f61da8/routingcontrol/d5f6b1e2c3a44b5e";
