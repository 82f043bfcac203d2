import assert from "node:assert/strict";
import { plainSecret } from "../../../policies/facts/plain-secrets";

const nothing = { patterns: [], allow: [] };
const called = (name: string, value = "s3cret-value") => plainSecret(name, value, nothing) !== undefined;

describe("a plain secret", () => {
  it("is told by a name that ends like one", () => {
    const names = ["DB_PASSWORD", "dbPassword", "PGPASSWORD", "API_KEY", "api-key", "SECRET_KEY_BASE", "DB_PWD"];
    const more = ["CLIENT_SECRET", "csrfToken", "PRIVATE_KEY", "AWS_ACCESS_KEY_ID", "SMTP_PASS", "CREDENTIALS"];
    assert.deepEqual(
      [...names, ...more].filter((name) => !called(name)),
      [],
    );
  });

  it("is not told by a name that says where one is, or something else", () => {
    const names = ["DB_PASSWORD_FILE", "SECRET_ARN", "TOKEN_URL", "KEY", "MONKEY", "PARTITION_KEY", "PWD", "OLDPWD"];
    const more = ["BYPASS", "COMPASS", "MAX_TOKENS", "PASSWORD_MIN_LENGTH", "S3_KEY_PREFIX"];
    assert.deepEqual(
      [...names, ...more].filter((name) => called(name)),
      [],
    );
  });

  it("is not a reference, a placeholder, a switch or nothing", () => {
    const values = [
      "arn:aws:ssm:eu-west-1:123456789012:parameter/db",
      "$DB",
      "$(db)",
      "<db>",
      "{{db}}",
      "true",
      "8",
      "",
    ];
    assert.deepEqual(
      values.filter((value) => called("DB_PASSWORD", value)),
      [],
    );
    assert.ok(called("ECS_ENGINE_AUTH_DATA", '{"https://index.docker.io/v1/":{}}'));
  });

  it("is told by its value whatever it is called, unless that is allowed", () => {
    const key = "AKIAIOSFODNN7EXAMPLE";
    assert.equal(plainSecret("", key, nothing), "holds an AWS access key id");
    assert.equal(plainSecret("", key, { patterns: [], allow: ["EXAMPLE$"] }), undefined);
    assert.equal(plainSecret("DB_PASSWORD", "x", { patterns: [], allow: ["^DB_"] }), undefined);
  });

  it("takes a pattern that is no expression as it stands", () => {
    const { patterns, allow } = { patterns: ["(pin"], allow: [] };
    assert.ok(plainSecret("my(pin", "4711", { patterns, allow }));
    assert.equal(plainSecret("pin", "4711", { patterns, allow }), undefined);
  });
});
