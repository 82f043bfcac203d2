import assert from "node:assert/strict";
import { isSome, isTied } from "../../../policies/facts/condition-tests";
import { statementsOf } from "../../../policies/facts/policy-statements";
import { UNKNOWN } from "../../../policies/facts/value";

describe("a condition that ties a request to values of a key", () => {
  const tied = (Condition: unknown, isValue?: (value: string) => boolean) => {
    const statements = statementsOf({ Statement: { Effect: "Allow", Condition } });
    assert(statements !== UNKNOWN && statements[0]);
    return isTied(statements[0], (key) => key === "sts:externalid", isValue);
  };

  it("must match, in any case of its key", () => {
    assert.equal(tied({ StringEquals: { "sts:ExternalId": "a" } }), true);
    assert.equal(tied({ "ForAnyValue:StringLike": { "STS:ExternalID": ["a", "b*"] } }), true);
    assert.equal(tied({ StringNotEquals: { "sts:ExternalId": "a" } }), false);
    assert.equal(tied({ StringEqualsIfExists: { "sts:ExternalId": "a" } }), false);
    assert.equal(tied({ "ForAllValues:StringEquals": { "sts:ExternalId": "a" } }), false);
    assert.equal(tied({ StringEquals: { "aws:SourceAccount": "a" } }), false);
    assert.equal(tied(undefined), false);
  });

  it("has values that all pass the test, and at least one", () => {
    assert.equal(tied({ StringLike: { "sts:ExternalId": ["a", "*"] } }), false);
    assert.equal(tied({ StringLike: { "sts:ExternalId": [] } }), false);
    assert.equal(
      tied({ StringLike: { "sts:ExternalId": ["abc", "abd"] } }, (value) => value.startsWith("ab")),
      true,
    );
    assert.deepEqual(["", "*", "?*", "a*"].map(isSome), [false, false, false, true]);
  });

  it("is unknown while it may be one", () => {
    assert.equal(tied(UNKNOWN), UNKNOWN);
    assert.equal(tied({ StringEquals: UNKNOWN }), UNKNOWN);
    assert.equal(tied({ StringEquals: { "sts:ExternalId": ["a", UNKNOWN] } }), UNKNOWN);
    assert.equal(tied({ StringEquals: { "sts:ExternalId": [UNKNOWN, "*"] } }), false);
  });
});
