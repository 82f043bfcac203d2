import assert from "node:assert/strict";
import { isSecretPlace, isSecureParameter } from "../../../policies/facts/secret-places";
import type { Path } from "../../../policies/facts/texts";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const secret: Path[] = [
  ["secretString"],
  ["masterPasswordWo"],
  ["tunnel1PresharedKey"],
  ["users", 0, "password"],
  ["authParameters", "apiKey"],
  ["authenticationMode", "passwords"],
  ["providerDetails"],
  ["stages", 0, "actions", 1, "configuration", "OAuthToken"],
];
const open: Path[] = [
  ["description"],
  ["secretArn"],
  ["tags", "password"],
  ["environment", "variables", "apiKey"],
  ["imageConfiguration", "runtimeEnvironmentVariables", "token"],
  ["configuration", "DB_PASSWORD"],
  ["defaultArguments", "password"],
  ["parameters", "dbPassword"],
];

describe("a place for a secret", () => {
  it("is a property that AWS names so, and nothing that a program names so", () => {
    for (const path of secret) assert.equal(isSecretPlace(path), true, path.join("."));
    for (const path of open) assert.equal(isSecretPlace(path), false, path.join("."));
  });

  it("is the value of a parameter that is encrypted", () => {
    const parameter = (type: unknown) => fake("aws:ssm/parameter:Parameter", "key", { type });
    assert.equal(isSecureParameter(parameter("SecureString"), ["value"]), true);
    assert.equal(isSecureParameter(parameter("String"), ["value"]), false);
    assert.equal(isSecureParameter(parameter("SecureString"), ["insecureValue"]), false);
    assert.equal(isSecureParameter(parameter(UNKNOWN), ["value"]), UNKNOWN);
    assert.equal(isSecureParameter(fake("aws:s3/bucket:Bucket", "b", { type: "SecureString" }), ["value"]), false);
  });
});
