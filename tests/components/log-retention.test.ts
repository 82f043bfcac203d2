import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../components/argument-checks";
import { checkLogRetention, isLogRetention } from "../../components/log-retention";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

describe("the retention of logs", () => {
  it("is one of those that CloudWatch Logs has, as a number", () => {
    assert.deepEqual([1, 14, 365, 3653].map(isLogRetention), [true, true, true, true]);
    assert.deepEqual([0, 2, 366, "14", undefined].map(isLogRetention), [false, false, false, false, false]);
  });

  it("is refused by the argument that has another", () => {
    assert.throws(
      () => checkLogRetention(check, "logRetentionDays", 2),
      /^Error: logRetentionDays must be one of 1, 3, 5, 7.*3653, got 2$/,
    );
  });
});
