import assert from "node:assert/strict";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import { app, optionsOf, statements } from "./planned-app";

describe("what is seen of an environment", () => {
  it("is its health in full, with the metrics that the alarms read", async () => {
    const { ConfigDocument, ...health } = optionsOf(await app(), "aws:elasticbeanstalk:healthreporting:system");
    assert.deepEqual(health, { EnhancedHealthAuthEnabled: "true", SystemType: "enhanced" });
    assert.deepEqual(JSON.parse(ConfigDocument ?? ""), {
      CloudWatchMetrics: {
        Environment: { ApplicationLatencyP95: 60, ApplicationRequests5xx: 60, ApplicationRequestsTotal: 60 },
        Instance: {},
      },
      Version: 1,
    });
  });

  it("are its logs and its health in CloudWatch: in dev for a month and as long as it is there, in prod for a year", async () => {
    const logs = "aws:elasticbeanstalk:cloudwatch:logs";
    const [dev, prod] = [await app(), await app({}, "prod")];
    const short = { DeleteOnTerminate: "true", RetentionInDays: "30" };
    const long = { DeleteOnTerminate: "false", RetentionInDays: "365" };
    assert.deepEqual(optionsOf(dev, logs), { StreamLogs: "true", ...short });
    assert.deepEqual(optionsOf(dev, `${logs}:health`), { HealthStreamingEnabled: "true", ...short });
    assert.deepEqual(optionsOf(prod, logs), { StreamLogs: "true", ...long });
    const told = await app({ logs: { retentionDays: 90, deleteOnTerminate: false } });
    assert.deepEqual(optionsOf(told, `${logs}:health`), {
      HealthStreamingEnabled: "true",
      DeleteOnTerminate: "false",
      RetentionInDays: "90",
    });
  });

  it("are traces only where they are asked for", async () => {
    const xray = "aws:elasticbeanstalk:xray";
    assert.deepEqual(optionsOf(await app(), xray), {});
    assert.deepEqual(optionsOf(await app({ tracing: true }), xray), { XRayEnabled: "true" });
  });

  it("are Elastic Beanstalk's own events on the alarms' topic only where they are asked for, with the use of its key", async () => {
    const topics = "aws:elasticbeanstalk:sns:topics";
    const silent = await app();
    assert.deepEqual(optionsOf(silent, topics), {});
    assert.ok(!silent.resources.some(({ name }) => name === "shop-service-role-events"));
    const plan = await app({ notifyEvents: true });
    const topicArn = plan.get("shop-alarms-topic").outputs.arn;
    assert.deepEqual(optionsOf(plan, topics), { "Notification Topic ARN": topicArn });
    assert.deepEqual(statements(plan, "shop-service-role-events"), [
      {
        Sid: "EncryptEvents",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "arn:aws:kms:eu-west-1:123456789012:key/*",
        Condition: { StringEquals: { "kms:EncryptionContext:aws:sns:topicArn": topicArn } },
      },
    ]);
  });
});

describe("the alarms of an environment", () => {
  it("go off when it is degraded, fails requests, or is slow, and tell a topic", async () => {
    const plan = await app();
    const dimensions = { EnvironmentName: plan.get("shop-env").outputs.name };
    const actions = [plan.get("shop-alarms-policy").outputs.arn];
    const namespace = "AWS/ElasticBeanstalk";
    const common = { evaluationPeriods: 5, datapointsToAlarm: 3 };
    const told = { alarmActions: actions, okActions: actions };
    assert.deepEqual(plan.get("shop-env-health").inputs, {
      ...common,
      alarmDescription: "The environment is degraded or worse",
      namespace,
      metricName: "EnvironmentHealth",
      dimensions,
      statistic: "Maximum",
      period: 60,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 20,
      treatMissingData: "missing",
    });
    const counted = (id: string, metricName: string) => ({
      id,
      metric: { namespace, metricName, dimensions, period: 60, stat: "Sum" },
      returnData: false,
    });
    assert.deepEqual(plan.get("shop-env-5xx").inputs, {
      ...common,
      alarmDescription: "The application fails more than 5 % of the requests",
      metricQueries: [
        counted("errors", "ApplicationRequests5xx"),
        counted("requests", "ApplicationRequestsTotal"),
        { id: "percent", expression: "100 * errors / requests", label: "failed requests, percent", returnData: true },
      ],
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      treatMissingData: "notBreaching",
    });
    assert.deepEqual(plan.get("shop-env-down").inputs, {
      ...told,
      alarmName: "test-dev-shop-env-down",
      alarmDescription: "shop-env is down: who uses it sees errors, or what serves it is unwell",
      alarmRule: ["shop-env-health", "shop-env-5xx"]
        .map((name) => `ALARM("${plan.get(name).outputs.name}")`)
        .join(" OR "),
    });
    assert.deepEqual(plan.get("shop-env-latency").inputs, {
      ...common,
      ...told,
      alarmDescription: "One request in 20 takes longer than 1 s",
      namespace,
      metricName: "ApplicationLatencyP95",
      dimensions,
      statistic: "Average",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
    });
  });

  it("go off at limits of yours, and tell a topic or an address of yours", async () => {
    const topicArn = "arn:aws:sns:eu-west-1:123456789012:on-call";
    const given = await app({ alarms: { errorPercent: 1, latencySeconds: 0.5, notify: { topicArn } } });
    assert.equal(given.get("shop-env-5xx").inputs.threshold, 1);
    assert.equal(given.get("shop-env-latency").inputs.threshold, 0.5);
    assert.deepEqual(given.get("shop-env-down").inputs.alarmActions, [topicArn]);
    assert.deepEqual(given.ofType("aws:sns/topic:Topic"), []);
    const mailed = await app({ alarms: { notify: { email: "operations@example.com" } } });
    assert.equal(mailed.get("shop-alarms-email").inputs.endpoint, "operations@example.com");
  });

  it("are all gone by one word", async () => {
    const plan = await app({ alarms: "none" });
    assert.deepEqual(plan.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.deepEqual(plan.ofType("aws:sns/topic:Topic"), []);
  });

  const refused: [string, Partial<BeanstalkAppArgs>][] = [
    [
      'alarms must not be "none" with notifyEvents, which tell the same topic, got "none"',
      { alarms: "none", notifyEvents: true },
    ],
    ["alarms.errorPercent must be more than 0 and at most 100, got 0", { alarms: { errorPercent: 0 } }],
    ["alarms.latencySeconds must be more than 0, got 0", { alarms: { latencySeconds: 0 } }],
    [
      "logs.retentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653, got 42",
      { logs: { retentionDays: 42 as unknown as 30 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(app(args), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
