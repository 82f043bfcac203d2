import assert from "node:assert/strict";
import {
  allowedOf,
  allowsEverything,
  isNarrowed,
  isOnEverything,
  isUnlimited,
} from "../../../policies/facts/policy-grants";
import { type Statement, statementsOf } from "../../../policies/facts/policy-statements";
import { UNKNOWN } from "../../../policies/facts/value";

function statement(written: object): Statement {
  const statements = statementsOf({ Statement: { Effect: "Allow", ...written } });
  assert(statements !== UNKNOWN && statements[0]);
  return statements[0];
}

describe("a statement that allows something", () => {
  it("is on everything by a star, by an ARN that leaves all open, and by leaving some out", () => {
    for (const resource of [
      ...["*", "**", "arn:*", "arn:aws:*", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:logs:*:*:*"],
      ...["arn:aws:iam::*:role/*", "arn:aws:kms:*:*:key/*", "arn:aws:logs:*:*:log-group:*", "arn:aws:sns:*:*:**"],
    ]) {
      assert.equal(isOnEverything(statement({ Resource: ["arn:aws:s3:::a", resource] })), true, resource);
    }
    assert.equal(isOnEverything(statement({ NotResource: "arn:aws:s3:::a" })), true);
  });

  it("is on something by a name, an account, or the ARN of what the program makes", () => {
    for (const resource of [
      ...["arn:aws:s3:::shop", "arn:aws:s3:::shop/*", "arn:aws:s3:::shop-*", "arn:aws:iam::111122223333:role/*"],
      ...["arn:aws:logs:eu-west-1:*:*", "arn:aws:iam::*:user/acme-*", "arn:aws:ec2:*:111122223333:*/*", "", UNKNOWN],
    ]) {
      assert.equal(isOnEverything(statement({ Resource: [resource] })), false, String(resource));
    }
    assert.equal(isOnEverything(statement({})), false);
  });

  it("is narrowed by what must match about the resource, or by a key of the service", () => {
    const when = (test: string, key: string, value: unknown) =>
      isNarrowed(statement({ Condition: { [test]: { [key]: value } } }));
    assert.equal(when("StringEquals", "aws:ResourceTag/team", "shop"), true);
    assert.equal(when("ArnLike", "ecs:cluster", "arn:aws:ecs:eu-west-1:1:cluster/a"), true);
    assert.equal(when("StringEquals", "aws:ResourceAccount", "111122223333"), true);
    assert.equal(when("Bool", "kms:GrantIsForAWSResource", true), true);
    assert.equal(when("StringEquals", "aws:ResourceTag/team", UNKNOWN), UNKNOWN);
    assert.equal(when("StringNotEquals", "aws:ResourceTag/team", "shop"), false);
    assert.equal(when("StringEqualsIfExists", "aws:ResourceTag/team", "shop"), false);
    assert.equal(when("StringLike", "aws:ResourceTag/team", ["shop", "*"]), false);
    assert.equal(when("StringEquals", "aws:PrincipalOrgID", "o-1"), false);
    assert.equal(isNarrowed(statement({})), false);
  });

  it("is unlimited when it is on everything and nothing narrows it", () => {
    const Condition = { StringEquals: { "aws:ResourceTag/team": UNKNOWN } };
    assert.equal(isUnlimited(statement({ Resource: "*" })), true);
    assert.equal(isUnlimited(statement({ Resource: "*", Condition })), UNKNOWN);
    assert.equal(isUnlimited(statement({ Resource: "arn:aws:s3:::a", Condition })), false);
  });

  it("allows everything by stars alone", () => {
    for (const Action of ["*", "*:*", "**", ["s3:GetObject", "*"]]) {
      assert.equal(allowsEverything(statement({ Action, Resource: "*" })), true);
    }
    for (const Action of ["s3:*", "", ":", "?"]) {
      assert.equal(allowsEverything(statement({ Action, Resource: "*" })), false, Action);
    }
    assert.equal(allowsEverything(statement({ Action: UNKNOWN, Resource: "*" })), UNKNOWN);
    assert.equal(allowsEverything(statement({ Action: UNKNOWN, Resource: "arn:aws:s3:::a" })), false);
  });

  it("allows of some actions those that it names, or does not leave out", () => {
    const actions = ["s3:GetObject", "s3:PutObject", "iam:PassRole"];
    assert.deepEqual(allowedOf(statement({ Action: "S3:Get*" }), actions), ["s3:GetObject"]);
    assert.deepEqual(allowedOf(statement({ NotAction: "s3:*" }), actions), ["iam:PassRole"]);
    assert.deepEqual(allowedOf(statement({ Action: [UNKNOWN, "s3:PutObject"] }), actions), ["s3:PutObject"]);
    assert.equal(allowedOf(statement({ Action: UNKNOWN }), actions), UNKNOWN);
    assert.deepEqual(allowedOf(statement({ Action: "sqs:*" }), actions), []);
  });
});
