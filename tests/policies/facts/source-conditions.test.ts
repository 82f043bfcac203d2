import assert from "node:assert/strict";
import { hasSource } from "../../../policies/facts/source-conditions";
import { UNKNOWN } from "../../../policies/facts/value";

describe("the source of a permission", () => {
  it("is a resource or an account", () => {
    for (const sourceArn of [
      "arn:aws:s3:::photos",
      "arn:aws:sns:eu-west-1:111122223333:orders",
      "arn:aws:execute-api:eu-west-1:111122223333:*/*",
      UNKNOWN,
    ]) {
      assert.equal(hasSource({ sourceArn }), true, String(sourceArn));
    }
    assert.equal(hasSource({ sourceAccount: "111122223333" }), true);
    assert.equal(hasSource({ sourceAccount: UNKNOWN }), true);
  });

  it("is not anything", () => {
    for (const sourceArn of [
      undefined,
      "",
      "*",
      "arn:aws:s3:::*",
      "arn:aws:sns:*:*:*",
      "arn:aws:sns:eu-west-1:*:orders",
    ]) {
      assert.equal(hasSource({ sourceArn }), false, String(sourceArn));
    }
  });

  it("may be told by another property", () => {
    assert.equal(hasSource({ principalOrgId: "o-1" }), false);
    assert.equal(hasSource({ principalOrgId: "o-1" }, "principalOrgId"), true);
  });
});
