import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

describe("stand-ins of canaries", () => {
  it("give a canary its name and its function's, which has 21 characters of it", async () => {
    const plan = await record(
      () =>
        new aws.synthetics.Canary("shop", {
          name: "tierwork-production-shop",
          artifactS3Location: "s3://runs/",
          executionRoleArn: "arn:aws:iam::123456789012:role/runs",
          handler: "check.handler",
          runtimeVersion: "syn-nodejs-4.1",
          schedule: { expression: "rate(5 minutes)" },
        }),
    );
    const { id, outputs } = plan.get("shop");
    assert.equal(id, "tierwork-production-shop");
    assert.equal(outputs.arn, "arn:aws:synthetics:eu-west-1:123456789012:canary:tierwork-production-shop");
    assert.match(
      String(outputs.engineArn),
      /^arn:aws:lambda:eu-west-1:123456789012:function:cwsyn-tierwork-production-s-[0-9a-f-]{36}:1$/,
    );
  });
});
