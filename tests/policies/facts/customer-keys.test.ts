import assert from "node:assert/strict";
import { keyFault } from "../../../policies/facts/customer-keys";
import { UNKNOWN } from "../../../policies/facts/value";

const arn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d";

describe("a KMS key", () => {
  it("must be set, and be none that AWS keeps", () => {
    assert.equal(keyFault(undefined, []), "is not set; name a KMS key of the account");
    assert.equal(keyFault("", []), "is not set; name a KMS key of the account");
    assert.match(String(keyFault("alias/aws/ebs", [])), /"alias\/aws\/ebs", a key that AWS keeps/);
    assert.match(String(keyFault("arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs", [])), /that AWS keeps/);
    assert.equal(keyFault("alias/aws-disks", []), undefined);
    assert.equal(keyFault(UNKNOWN, []), undefined);
  });

  it("is one of a list by its id, alias or ARN", () => {
    assert.equal(keyFault(arn, ["0a1b2c3d"]), undefined);
    assert.equal(keyFault("0a1b2c3d", [arn]), undefined);
    assert.equal(keyFault("alias/disks", ["arn:aws:kms:eu-west-1:123456789012:alias/disks"]), undefined);
    assert.match(String(keyFault("0a1b", ["0a1b2c3d"])), /is not one of keyIds/);
    assert.match(String(keyFault(arn, [arn.replace("eu-west-1", "us-east-1")])), /is not one of keyIds/);
    assert.equal(keyFault(UNKNOWN, ["0a1b2c3d"]), UNKNOWN);
  });
});
