import assert from "node:assert/strict";
import { deniesInsecureTransport } from "../../../policies/facts/insecure-transport";
import { statementsOf } from "../../../policies/facts/policy-statements";
import { UNKNOWN } from "../../../policies/facts/value";

const insecure = { Bool: { "aws:SecureTransport": "false" } };
const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: insecure };

function denies(change: object): unknown {
  const statements = statementsOf({ Statement: { ...deny, ...change } });
  assert(statements !== UNKNOWN && statements[0]);
  return deniesInsecureTransport(statements[0], "s3:*");
}

describe("a statement that refuses requests without TLS", () => {
  it("denies everyone every action, in all spellings", () => {
    for (const change of [
      {},
      { Action: "*" },
      { Action: ["S3:*"] },
      { NotAction: "iam:*", Action: undefined },
      { Principal: { AWS: "*" } },
      { Condition: { BoolIfExists: { "AWS:securetransport": [false] } } },
    ]) {
      assert.equal(denies(change), true, JSON.stringify(change));
    }
  });

  it("is not one that spares somebody, some action, or some requests", () => {
    for (const change of [
      { Effect: "Allow" },
      { Principal: { AWS: "arn:aws:iam::111122223333:root" } },
      { Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } },
      { Action: ["s3:GetObject", "s3:PutObject"] },
      { Condition: { Bool: { "aws:SecureTransport": "true" } } },
      { Condition: { ...insecure, StringNotEquals: { "aws:SourceVpce": "vpce-1" } } },
      { Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
    ]) {
      assert.equal(denies(change), false, JSON.stringify(change));
    }
  });

  it("is unknown while a part that matters is", () => {
    for (const change of [
      { Effect: UNKNOWN },
      { Principal: UNKNOWN },
      { Action: ["s3:GetObject", UNKNOWN] },
      { Condition: UNKNOWN },
      { Condition: { Bool: { "aws:SecureTransport": UNKNOWN } } },
    ]) {
      assert.equal(denies(change), UNKNOWN);
    }
    assert.equal(denies({ Action: UNKNOWN, Effect: "Allow" }), false);
  });
});
