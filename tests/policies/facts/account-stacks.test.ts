import assert from "node:assert/strict";
import { isAccountStack } from "../../../policies/facts/account-stacks";
import { fake, fakeStack } from "./fake-stack";

describe("a stack that sets up an account", () => {
  it("is told by what an account has once", () => {
    assert.equal(isAccountStack(fakeStack(fake("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", "p", {}))), true);
    assert.equal(isAccountStack(fakeStack(fake("aws:s3/bucket:Bucket", "b", {}))), false);
  });
});
