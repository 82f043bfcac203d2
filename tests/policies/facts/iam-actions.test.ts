import assert from "node:assert/strict";
import { actionsOf, actionTables } from "../../../policies/facts/iam-actions";

describe("the actions that a pattern takes in", () => {
  const names = (pattern: string) => actionsOf(pattern).map(({ name }) => name);

  it("are the one that it names, in any case, with its level and whether resources limit it", () => {
    assert.deepEqual(actionsOf("S3:getobject"), [{ name: "s3:GetObject", level: "read", isScoped: true }]);
    assert.deepEqual(actionsOf("s3:ListAllMyBuckets"), [
      { name: "s3:ListAllMyBuckets", level: "read", isScoped: false },
    ]);
    assert.deepEqual(actionsOf("iam:PutRolePolicy"), [
      { name: "iam:PutRolePolicy", level: "permissions", isScoped: true },
    ]);
    assert.deepEqual(actionsOf("ec2:CreateTags"), [{ name: "ec2:CreateTags", level: "write", isScoped: true }]);
  });

  it("are those that its wildcards take in", () => {
    assert.deepEqual(names("kms:ReEncrypt*"), ["kms:ReEncryptFrom", "kms:ReEncryptTo"]);
    assert.ok(names("ec2:*").length > 600);
  });

  it("are none of what is no action of a service", () => {
    for (const pattern of ["*", "*:*", "s3", "s3:", "", "acme:Do", "s3:GetNothing", "__proto__:x", "constructor:*"]) {
      assert.deepEqual(names(pattern), [], pattern);
    }
  });

  it("come with the page and the day that they are of", () => {
    assert.match(actionTables().source, /docs\.aws\.amazon\.com\/service-authorization.*\d{4}-\d{2}-\d{2}/);
  });
});
