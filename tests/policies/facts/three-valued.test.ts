import assert from "node:assert/strict";
import { allOf, anyOf, known, not } from "../../../policies/facts/three-valued";
import { UNKNOWN } from "../../../policies/facts/value";

describe("verdicts of which some are unknown", () => {
  it("are true together when all are, whatever is unknown once one is false", () => {
    assert.equal(allOf([]), true);
    assert.equal(allOf([true, true]), true);
    assert.equal(allOf([true, UNKNOWN]), UNKNOWN);
    assert.equal(allOf([UNKNOWN, false]), false);
  });

  it("are true in part once one is, whatever else is unknown", () => {
    assert.equal(anyOf([]), false);
    assert.equal(anyOf([false, false]), false);
    assert.equal(anyOf([false, UNKNOWN]), UNKNOWN);
    assert.equal(anyOf([UNKNOWN, true]), true);
  });

  it("stay unknown when negated or asked for their value", () => {
    assert.equal(not(UNKNOWN), UNKNOWN);
    assert.equal(not(true), false);
    assert.equal(
      known(UNKNOWN, () => true),
      UNKNOWN,
    );
    assert.equal(
      known(2, (number) => number > 1),
      true,
    );
  });
});
