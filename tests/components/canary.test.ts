import assert from "node:assert/strict";
import { Canary, type CanaryArgs } from "../../components/canary";
import { record } from "../../planner/record";

const make = (args: Partial<CanaryArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new Canary("shop", { url: "https://shop.example.com/", ...args }), { environment });

describe("Canary", () => {
  it("asks for a page every five minutes, and keeps its runs in a bucket of its own for a month", async () => {
    const plan = await make();
    const { bucket } = plan.get("shop-runs-bucket").outputs;
    assert.deepEqual(plan.get("shop-canary").inputs, {
      name: "test-dev-shop",
      artifactS3Location: `s3://${bucket}/runs/`,
      artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } },
      executionRoleArn: plan.get("shop-role").outputs.arn,
      handler: "check.handler",
      runtimeVersion: "syn-nodejs-4.1",
      s3Bucket: bucket,
      s3Key: plan.get("shop-script").inputs.key,
      schedule: { expression: "rate(5 minutes)" },
      runConfig: {
        timeoutInSeconds: 40,
        environmentVariables: {
          TARGET_URL: "https://shop.example.com/",
          EXPECTED_STATUS: "200",
          TIMEOUT_SECONDS: "10",
        },
      },
      startCanary: true,
      deleteLambda: true,
      tags: { Name: "shop" },
    });
    const [rule] = Object(plan.get("shop-runs-lifecycle").inputs.rules);
    assert.deepEqual([rule.filter, rule.expiration], [{ prefix: "runs/" }, { days: 30 }]);
  });

  it("runs the script of this project under a name that changes with it", async () => {
    const { key, source } = (await make()).get("shop-script").inputs;
    assert.match(String(key), /^script\/[0-9a-f]{16}\.zip$/);
    assert.ok(JSON.stringify(source).includes("nodejs/node_modules/check.js"));
  });

  it("asks as it is told", async () => {
    const args = { expectedStatus: 401, expectedText: "Sign in", timeoutSeconds: 60, everyMinutes: 1 };
    const { schedule, runConfig, runtimeVersion } = (await make({ ...args, runtimeVersion: "syn-nodejs-3.1" })).get(
      "shop-canary",
    ).inputs;
    assert.deepEqual([schedule, runtimeVersion], [{ expression: "rate(1 minute)" }, "syn-nodejs-3.1"]);
    const { timeoutInSeconds, environmentVariables } = Object(runConfig);
    assert.equal(timeoutInSeconds, 60);
    assert.deepEqual([environmentVariables.EXPECTED_STATUS, environmentVariables.EXPECTED_TEXT], ["401", "Sign in"]);
  });

  it("may write its runs, its metrics and its log, and nothing else", async () => {
    const plan = await make();
    const { arn } = plan.get("shop-runs-bucket").outputs;
    const { Statement } = JSON.parse(String(plan.get("shop-role-runs").inputs.policy));
    assert.deepEqual(
      Statement.map(({ Action, Resource }: { Action: string[]; Resource: string }) => [Action.join(), Resource]),
      [
        ["s3:GetObject,s3:PutObject", `${arn}/runs/*`],
        ["s3:GetBucketLocation", arn],
        ["s3:ListAllMyBuckets", "*"],
        [
          "logs:CreateLogStream,logs:PutLogEvents",
          "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/cwsyn-test-dev-shop*:*",
        ],
        ["cloudwatch:PutMetricData", "*"],
      ],
    );
    assert.deepEqual(Statement[4].Condition, { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } });
    assert.ok(plan.get("shop-canary").dependencies.includes(plan.get("shop-role-runs").urn));
  });

  it("has a log group that forgets, under its function's name", async () => {
    const plan = await make({}, "prod");
    const engine = String(plan.get("shop-canary").outputs.engineArn).split(":")[6];
    const { name, retentionInDays, deletionProtectionEnabled } = plan.get("shop-logs").inputs;
    assert.deepEqual([name, retentionInDays, deletionProtectionEnabled], [`/aws/lambda/${engine}`, 365, true]);
  });

  it("calls when two runs of three fail, unless told not to", async () => {
    const plan = await make({ everyMinutes: 10 });
    const { alarmDescription, ...alarm } = plan.get("shop-failing").inputs;
    assert.deepEqual(alarm, {
      namespace: "CloudWatchSynthetics",
      metricName: "SuccessPercent",
      dimensions: { CanaryName: "test-dev-shop" },
      statistic: "Average",
      period: 600,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      comparisonOperator: "LessThanThreshold",
      threshold: 100,
      treatMissingData: "missing",
    });
    const { alarmTopicArn } = plan.get("shop").outputs;
    assert.deepEqual(plan.get("shop-down").inputs.alarmActions, [alarmTopicArn]);
    const quiet = await make({ alarms: "none" });
    assert.deepEqual(quiet.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.equal(quiet.get("shop").outputs.alarmTopicArn, undefined);
  });

  const refused: [string, Partial<CanaryArgs>][] = [
    ['url must be a URL such as "https://shop.example.com/", got "shop.example.com"', { url: "shop.example.com" }],
    ["expectedStatus must be a whole number between 200 and 599, got 100", { expectedStatus: 100 }],
    ["timeoutSeconds must be a whole number between 1 and 60, got 0", { timeoutSeconds: 0 }],
    ["everyMinutes must be a whole number between 1 and 60, got 1.5", { everyMinutes: 1.5 }],
    ['expectedText must be one line of 1 to 500 characters, got ""', { expectedText: "" }],
    [
      'runtimeVersion must be one of Node.js without a browser, such as "syn-nodejs-4.1", got "syn-1.0"',
      { runtimeVersion: "syn-1.0" },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 60)}`, () =>
      assert.rejects(make(args), { message: `canary "shop": ${sentence}` }));
  }
});
