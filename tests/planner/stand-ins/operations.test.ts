import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

describe("stand-ins of what watches logs", () => {
  it("give an anomaly detector its ARN, by which it is known", async () => {
    const plan = await record(
      () => new aws.cloudwatch.LogAnomalyDetector("lines", { enabled: true, logGroupArnLists: ["arn:aws:logs:group"] }),
    );
    const { id, outputs } = plan.get("lines");
    assert.match(String(id), /^arn:aws:logs:eu-west-1:123456789012:anomaly-detector:[0-9a-f-]{36}$/);
    assert.equal(outputs.arn, id);
  });
});
