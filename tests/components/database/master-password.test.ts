import assert from "node:assert/strict";
import { type MasterPassword, readCredentials } from "../../../components/database/master-password";
import { made, refuses } from "./made";

const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:own-AbCdEf";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/own";

describe("the administrator's password", () => {
  it("is kept by RDS, with a key of yours if told, which whoever reads it hears of", async () => {
    const plan = await made({ masterPassword: { type: "managed", kmsKeyArn } });
    const { inputs } = plan.get("orders-db");
    assert.deepEqual([inputs.manageMasterUserPassword, inputs.masterUserSecretKmsKeyId], [true, kmsKeyArn]);
    assert.equal(plan.get("orders").outputs.secretKeyArn, kmsKeyArn);
  });

  it("is read from a secret of yours, and shown nowhere", async () => {
    const plan = await made({ masterPassword: { type: "secret", secretArn, kmsKeyArn } });
    const { inputs } = plan.get("orders-db");
    assert.equal(inputs.manageMasterUserPassword, undefined);
    // The signature by which Pulumi marks what is secret.
    assert.equal(Object(inputs.password)["4dabf18193072939515e22adb298388d"], "1b47061264138c4ac30d75fd1eb44270");
    const { outputs } = plan.get("orders");
    assert.deepEqual([outputs.secretArn, outputs.secretKeyArn], [secretArn, kmsKeyArn]);
  });

  it("is one of the two texts of that secret, whatever else is in it", () => {
    const text = JSON.stringify({ username: "owner", password: "letters", engine: "postgres" });
    assert.deepEqual(readCredentials(text), { username: "owner", password: "letters" });
  });

  for (const text of ["letters", "null", "[]", '{"username": "owner"}', '{"username": "owner", "password": 1}']) {
    it(`is not to be had of a secret such as ${text}, which no message shows`, () =>
      assert.throws(() => readCredentials(text), {
        message: "masterPassword.secretArn must name a secret in JSON with the texts username and password",
      }));
  }

  refuses([
    [
      'masterPassword.type must be "managed" or "secret", got "plain"',
      { masterPassword: { type: "plain" } as unknown as MasterPassword },
    ],
  ]);
});
