import assert from "node:assert/strict";
import fc from "fast-check";
import { coversAction, coversResource, matches } from "../../../policies/facts/policy-patterns";
import { type Statement, statementsOf } from "../../../policies/facts/policy-statements";
import { UNKNOWN } from "../../../policies/facts/value";

function statement(written: object): Statement {
  const statements = statementsOf({ Statement: written });
  assert(statements !== UNKNOWN && statements[0]);
  return statements[0];
}

describe("the patterns of a policy", () => {
  it("take in texts and narrower patterns", () => {
    for (const [pattern, text] of [
      ["*", ""],
      ["*", "s3:*"],
      ["s3:*", "s3:*"],
      ["s3:get*", "s3:getobject"],
      ["s3:*object", "s3:getobjectobject"],
      ["s3:?etobject", "s3:getobject"],
      ["arn:aws:s3:::*/*", "arn:aws:s3:::shop/*"],
    ] as const) {
      assert.equal(matches(pattern, text), true, `${pattern} ${text}`);
    }
    for (const [pattern, text] of [
      ["", "a"],
      ["s3:getobject", "s3:*"],
      ["s3:get*", "s3:*"],
      ["s3:?", "s3:*"],
      ["s3:*object", "s3:getobjects"],
      ["arn:aws:s3:::shop/*", "arn:aws:s3:::shop"],
    ] as const) {
      assert.equal(matches(pattern, text), false, `${pattern} ${text}`);
    }
  });

  it("take in themselves and what a star in them is replaced by", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?") });
    fc.assert(
      fc.property(text, text, (pattern, filling) => {
        assert.equal(matches(pattern, pattern), true);
        assert.equal(
          matches(
            pattern,
            pattern.replace("*", () => filling),
          ),
          true,
        );
      }),
    );
  });

  it("are read in no time however many stars they have", () => {
    assert.equal(matches("*a".repeat(2_000), `${"a".repeat(4_000)}b`), false);
  });
});

describe("what a statement covers", () => {
  it("is what it names", () => {
    assert.equal(coversAction(statement({ Action: ["s3:Get*", "s3:PutObject"] }), "s3:GetObject"), true);
    assert.equal(coversAction(statement({ Action: "s3:GetObject" }), "s3:*"), false);
    assert.equal(coversAction(statement({ Action: UNKNOWN }), "s3:*"), UNKNOWN);
    assert.equal(coversAction(statement({ Action: ["*", UNKNOWN] }), "s3:*"), true);
    assert.equal(coversAction(statement({}), "s3:*"), false);
  });

  it("is all but what it leaves out", () => {
    assert.equal(coversAction(statement({ NotAction: "iam:*" }), "s3:*"), true);
    assert.equal(coversAction(statement({ NotAction: "s3:GetObject" }), "s3:*"), false);
    assert.equal(coversAction(statement({ NotAction: "s3:GetObject" }), "s3:PutObject"), true);
    assert.equal(coversAction(statement({ NotAction: "s3:Get*" }), "s3:GetObject"), false);
    assert.equal(coversAction(statement({ NotAction: ["iam:*", UNKNOWN] }), "s3:*"), UNKNOWN);
  });

  it("is its own resource when it names none", () => {
    assert.equal(coversResource(statement({ Action: "*" }), "arn:aws:s3:::shop"), true);
    assert.equal(coversResource(statement({ Resource: "arn:aws:s3:::shop/*" }), "arn:aws:s3:::shop"), false);
    assert.equal(coversResource(statement({ NotResource: "arn:aws:s3:::shop" }), "arn:aws:s3:::other"), true);
  });
});
