import assert from "node:assert/strict";
import { ownAccounts } from "../../../policies/facts/own-accounts";
import { accountOf, isLoadBalancing } from "../../../policies/facts/principal-accounts";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

describe("the account of a principal", () => {
  it("is read from an id and from the ARNs of IAM and STS", () => {
    assert.equal(accountOf("111122223333"), "111122223333");
    assert.equal(accountOf("arn:aws:iam::111122223333:root"), "111122223333");
    assert.equal(accountOf("arn:aws-us-gov:iam::111122223333:role/app"), "111122223333");
    assert.equal(accountOf("arn:aws:sts::111122223333:assumed-role/app/run"), "111122223333");
  });

  it("is nobody's for everyone, for CloudFront and for what is no account", () => {
    const cloudFront = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1";
    for (const principal of ["*", cloudFront, "1111222233334", "AIDA1111222233334444", ""]) {
      assert.equal(accountOf(principal), undefined, principal);
    }
  });

  it("can be that of Elastic Load Balancing", () => {
    assert.equal(isLoadBalancing("arn:aws:iam::156460612806:root"), true);
    assert.equal(isLoadBalancing("033677994240"), true);
    assert.equal(isLoadBalancing("111122223333"), false);
    assert.equal(isLoadBalancing("*"), false);
  });
});

describe("the accounts of a stack", () => {
  const role = (arn: unknown) => fake("aws:iam/role:Role", "role", { arn });

  it("are those in the ARNs of its resources", () => {
    const bucket = fake("aws:s3/bucket:Bucket", "shop", { arn: "arn:aws:s3:::shop" });
    const own = ownAccounts(fakeStack(bucket, role("arn:aws:iam::111122223333:role/app")));
    assert.deepEqual(own, { ids: new Set(["111122223333"]), isWhole: true });
  });

  it("are those that its providers may work in, as a list or as text", () => {
    for (const allowedAccountIds of [["111122223333"], '["111122223333"]']) {
      const resource = { ...role(undefined), provider: { props: { allowedAccountIds } } };
      assert.deepEqual(ownAccounts(fakeStack(resource)).ids, new Set(["111122223333"]));
    }
    assert.deepEqual(
      ownAccounts(fakeStack({ ...role("x"), provider: { props: { allowedAccountIds: "{" } } })).ids,
      new Set(),
    );
  });

  it("are not whole while an ARN is not known", () => {
    assert.deepEqual(ownAccounts(fakeStack(role(UNKNOWN))), { ids: new Set(), isWhole: false });
  });
});
