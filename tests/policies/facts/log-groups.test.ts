import assert from "node:assert/strict";
import { logGroupArn, retentionDays } from "../../../policies/facts/log-groups";
import { UNKNOWN } from "../../../policies/facts/value";

describe("how long a log group keeps what it gets", () => {
  it("is as many days as it says, and for ever without a word or at 0", () => {
    const said = [14, "14", 0, undefined, UNKNOWN].map((retentionInDays) => retentionDays({ retentionInDays }));
    assert.deepEqual(said, [14, 14, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, UNKNOWN]);
  });

  it("is AWS's to say where it only passes logs on", () => {
    assert.equal(retentionDays({ logGroupClass: "DELIVERY", retentionInDays: 0 }), undefined);
  });
});

describe("the ARN of a log group", () => {
  it("is the same with what is below it", () => {
    const arn = "arn:aws:logs:eu-west-1:123456789012:log-group:flow";
    assert.deepEqual([arn, `${arn}:*`, UNKNOWN].map(logGroupArn), [arn, arn, UNKNOWN]);
  });
});
