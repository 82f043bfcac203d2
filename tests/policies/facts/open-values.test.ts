import assert from "node:assert/strict";
import fc from "fast-check";
import { openValues } from "../../../policies/facts/open-values";

const openOf = (key: string, values: readonly string[]) => values.filter((one) => openValues(key, [one]).length > 0);

describe("the values of a condition that tie a request to nobody", () => {
  const open: Readonly<Record<string, readonly string[]>> = {
    "aws:principalarn": [
      ...["*", "**", "arn:*", "arn:aws:iam::*", "arn:aws:iam::*:role/deploy", "arn:aws:iam::11112222333?:root"],
      ...["*:role/deploy", "arn:aws:iam:*role/deploy", "arn:aws:iam::*:role/111122223333", "?rn:aws:iam::*:root"],
      `arn:aws:iam::${"$"}{aws:PrincipalAccount}:role/deploy`,
    ],
    "aws:sourcearn": [
      ...["arn:aws:s3:::*", "arn:aws:s3:*:*:*", "arn:aws:sns:*:*:*", "arn:aws:sns:eu-west-1:*:orders"],
      ...["arn:aws:s3:*:*:accesspoint/shop", "arn:*:*:*:*:*", "arn:aws:s3:::*/*"],
    ],
    "aws:sourceaccount": ["*", "????????????", "1111*"],
    "aws:sourceowner": ["*"],
    "kms:calleraccount": ["?*"],
    "aws:principalorgid": ["*", "o-*", "o*", "o-??????????", `${"$"}{aws:PrincipalOrgID}`],
    "aws:principalorgpaths": ["*", "o-*/r-ab12/*", "*/ou-ab12-11112222"],
    "aws:sourcevpce": ["vpce-*", "*"],
    "aws:sourcevpc": ["vpc-*"],
    "aws:userid": ["*", "*:deploy", "AROA*"],
    "aws:sourceip": ["0.0.0.0/0", "::/0", "0.0.0.0/1", "*", "8000::/1"],
  };
  const closed: Readonly<Record<string, readonly string[]>> = {
    "aws:principalarn": [
      ...["arn:aws:iam::111122223333:*", "arn:aws:iam::111122223333:role/*", "arn:*:111122223333:role/*", "", "x"],
      ...["arn:aws:iam::111122223333*", `arn:aws:iam::${"$"}{aws:ResourceAccount}:role/deploy`],
      ...["arn:aws:sts::111122223333:assumed-role/deploy/*", "*:111122223333:role/deploy", "no-arn-at-all*"],
    ],
    "aws:sourcearn": [
      ...["arn:aws:s3:::photos", "arn:aws:s3:::photos-*", "arn:aws:s3:*:*:photos", "arn:aws:sns:*:111122223333:*"],
      ...["arn:aws:execute-api:eu-west-1:111122223333:*/*", "arn:aws:apigateway:eu-west-1::/restapis/a1*"],
    ],
    "aws:sourceaccount": ["111122223333", ""],
    "aws:principalorgid": ["o-0a1b2c3d4e", "o-0a1b*", `${"$"}{aws:ResourceOrgID}`],
    "aws:principalorgpaths": ["o-0a1b2c3d4e/*", "o-0a1b2c3d4e/r-ab12/ou-*"],
    "aws:sourcevpce": ["vpce-1a2b3c4d"],
    "aws:userid": ["AROAIOSFODNN7EXAMPLE:*"],
    "aws:sourceip": ["203.0.113.0/24", "10.0.0.0/8", "2001:db8::/32", "no address"],
  };

  it("are wildcards for the part that says whose something is", () => {
    for (const [key, values] of Object.entries(open)) assert.deepEqual(openOf(key, values), values, key);
  });

  it("are not those that name an account, an organisation, a resource or a network", () => {
    for (const [key, values] of Object.entries(closed)) assert.deepEqual(openOf(key, values), [], key);
  });

  it("are CIDRs that together are the internet, and one of a list", () => {
    const halves = ["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/2"];
    assert.deepEqual(openValues("aws:sourceip", ["192.0.0.0/9", "64.0.0.0/9"]), []);
    assert.deepEqual(openValues("aws:sourceip", ["192.0.0.0/9", "64.0.0.0/9", "32.0.0.0/9"]).length, 3);
    assert.deepEqual(openValues("aws:sourceip", halves), halves);
    assert.deepEqual(openValues("aws:sourceaccount", ["111122223333", "*"]), ["*"]);
  });

  it("never are what has neither a wildcard, a variable nor a slash", () => {
    const keys = fc.constantFrom(...Object.keys(open));
    fc.assert(
      fc.property(keys, fc.string(), (key, text) => {
        assert.deepEqual(openValues(key, [text.replace(/[*?/$]/g, "")]), []);
      }),
    );
  });
});
