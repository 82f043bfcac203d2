import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../components/argument-checks";
import { logGroup, readLogs, type ServiceLogs } from "../../components/service-logs";
import { record } from "../../planner/record";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const made = async (args: ServiceLogs) => {
  const plan = await record(() => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
    logGroup("shop", readLogs(check, args, true), parent);
  });
  return plan.get("shop-logs").inputs;
};

describe("the logs of a service", () => {
  it("are kept for a year in prod and two weeks in dev", () => {
    assert.equal(readLogs(check, {}, true).retentionDays, 365);
    assert.equal(readLogs(check, {}, false).retentionDays, 14);
  });

  it("are in a group of the class and with the key that are said", async () => {
    assert.deepEqual(await made({}), { retentionInDays: 365, logGroupClass: "STANDARD", tags: { Name: "shop-logs" } });
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
    const { retentionInDays, logGroupClass, kmsKeyId } = await made({
      retentionDays: 30,
      logClass: "infrequentAccess",
      kmsKeyArn,
    });
    assert.deepEqual([retentionInDays, logGroupClass, kmsKeyId], [30, "INFREQUENT_ACCESS", kmsKeyArn]);
  });

  it("are refused with a retention that CloudWatch has not", () => {
    assert.throws(
      () => readLogs(check, { retentionDays: 2 }, true),
      /^Error: logs\.retentionDays must be one of 1, 3, 5.*got 2$/,
    );
  });
});
