import assert from "node:assert/strict";
import { made } from "./made";

describe("the logs of a site", () => {
  it("come from us-east-1 as Parquet, a folder a day, into a bucket of the site's own", async () => {
    const plan = await made();
    const { arn } = plan.get("shop-logs-bucket").outputs;
    const region = "us-east-1";
    const tags = { Name: "shop" };
    assert.deepEqual(plan.get("shop-log-source").inputs, {
      resourceArn: plan.get("shop-distribution").outputs.arn,
      logType: "ACCESS_LOGS",
      region,
      tags,
    });
    assert.deepEqual(plan.get("shop-log-target").inputs, {
      deliveryDestinationConfiguration: { destinationResourceArn: arn },
      outputFormat: "parquet",
      region,
      tags,
    });
    const { recordFields, ...delivery } = plan.get("shop-log-delivery").inputs;
    assert.deepEqual(delivery, {
      deliverySourceName: plan.get("shop-log-source").outputs.name,
      deliveryDestinationArn: plan.get("shop-log-target").outputs.arn,
      s3DeliveryConfigurations: [{ suffixPath: "{DistributionId}/{yyyy}/{MM}/{dd}", enableHiveCompatiblePath: true }],
      region,
      tags,
    });
    assert.deepEqual(
      ["date", "c-ip", "cs-uri-stem", "sc-status", "time-taken"].filter(
        (field) => !Object(recordFields).includes(field),
      ),
      [],
    );
    assert.ok(!Object(recordFields).includes("cs(Cookie)"));
    assert.equal(new Set(Object(recordFields)).size, Object(recordFields).length);
  });

  it("find a bucket that lets them in already", async () => {
    const plan = await made();
    const { dependencies } = plan.get("shop-log-target");
    assert.ok(dependencies.includes(plan.get("shop-logs-policy").urn));
    const [statement] = JSON.parse(String(plan.get("shop-logs-policy").inputs.policy)).Statement;
    assert.equal(statement.Principal.Service, "delivery.logs.amazonaws.com");
  });

  it("stay as long and look as they are told", async () => {
    const plan = await made({ logs: { retentionDays: 7, format: "json" } });
    assert.equal(Object(plan.get("shop-logs-lifecycle").inputs.rules)[0].expiration.days, 7);
    assert.equal(plan.get("shop-log-target").inputs.outputFormat, "json");
  });

  it("are refused to stay for half a day", () =>
    assert.rejects(made({ logs: { retentionDays: 0.5 } }), {
      message: 'static site "shop": logs.retentionDays must be a whole number of days, 1 or more, got 0.5',
    }));
});
