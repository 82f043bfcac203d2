import assert from "node:assert/strict";
import { isGiven, isGivenIn } from "../../../policies/facts/given";
import { UNKNOWN } from "../../../policies/facts/value";

describe("a text that is given", () => {
  it("is one that is not empty, known or not", () => {
    const read = [undefined, null, "", {}, "a", 7, UNKNOWN].map(isGiven);
    assert.deepEqual(read, [false, false, false, false, true, true, true]);
  });

  it("is not known inside an object that is not known", () => {
    const props = { known: { arn: "a", later: UNKNOWN, empty: "" }, unknown: UNKNOWN };
    assert.equal(isGivenIn(props, "known", "arn"), true);
    assert.equal(isGivenIn(props, "known", "later"), true);
    assert.equal(isGivenIn(props, "known", "empty"), false);
    assert.equal(isGivenIn(props, "absent", "arn"), false);
    assert.equal(isGivenIn(props, "unknown", "arn"), UNKNOWN);
    assert.equal(isGivenIn(props, "unknown", "deeper", "arn"), UNKNOWN);
  });
});
