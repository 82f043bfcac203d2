import assert from "node:assert/strict";
import type { SiteAlarms } from "../../../components/static-site/alarms";
import { made } from "./made";

const topicArn = "arn:aws:sns:us-east-1:123456789012:on-call";
const common = {
  namespace: "AWS/CloudFront",
  period: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  comparisonOperator: "GreaterThanThreshold",
  treatMissingData: "notBreaching",
  region: "us-east-1",
};

describe("the alarms of a site", () => {
  it("watch its errors and its function, where CloudFront's metrics are", async () => {
    const plan = await made({ alarms: { notify: { topicArn }, errorPercent: 1 } });
    assert.deepEqual(plan.get("shop-5xx").inputs, {
      ...common,
      alarmDescription: "The site fails more than 1 % of the requests",
      metricName: "5xxErrorRate",
      dimensions: { DistributionId: plan.get("shop-distribution").id, Region: "Global" },
      statistic: "Average",
      threshold: 1,
    });
    assert.deepEqual(plan.get("shop-function-errors").inputs, {
      ...common,
      alarmDescription: "The function that leads requests to the live release fails",
      metricName: "FunctionExecutionErrors",
      dimensions: { FunctionName: plan.get("shop-viewer").outputs.name, Region: "Global" },
      statistic: "Sum",
      threshold: 0,
    });
    assert.deepEqual(plan.get("shop-down").inputs, {
      alarmName: "test-dev-shop-down",
      alarmDescription: "shop is down: who uses it sees errors, or what serves it is unwell",
      alarmRule: ["shop-5xx", "shop-function-errors"]
        .map((name) => `ALARM("${plan.get(name).outputs.name}")`)
        .join(" OR "),
      alarmActions: [topicArn],
      okActions: [topicArn],
      region: "us-east-1",
    });
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), []);
  });

  it("are all gone by one word", async () => {
    const plan = await made({ alarms: "none" });
    assert.deepEqual(plan.names("aws:cloudwatch/metricAlarm:MetricAlarm"), []);
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), []);
  });

  it("tell a topic beside them, with an address if there is one", async () => {
    const plan = await made({ alarms: { notify: { email: "operations@example.com" } } });
    assert.equal(plan.get("shop-alarms-topic").inputs.region, "us-east-1");
    assert.equal(plan.get("shop-alarms-email").inputs.endpoint, "operations@example.com");
    assert.equal(plan.get("shop-5xx").inputs.threshold, 5);
  });

  const refused: [string, SiteAlarms][] = [
    ["errorPercent must be more than 0 and at most 100, got 0", { errorPercent: 0 }],
    ['notify.email must be an address such as "operations@example.com", got "me"', { notify: { email: "me" } }],
    [
      `notify.topicArn must be of a topic in us-east-1, where CloudFront's metrics are, got "${topicArn.replace("us-east-1", "eu-west-1")}"`,
      { notify: { topicArn: topicArn.replace("us-east-1", "eu-west-1") } },
    ],
  ];
  for (const [sentence, alarms] of refused) {
    it(`are refused: ${sentence}`, () =>
      assert.rejects(made({ alarms }), { message: `static site "shop": alarms.${sentence}` }));
  }
});
