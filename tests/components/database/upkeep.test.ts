import assert from "node:assert/strict";
import type { CaCertificate } from "../../../components/database/upkeep";
import { made, refuses } from "./made";

describe("the upkeep of a database", () => {
  it("puts in minor versions by itself, or stays on one", async () => {
    const { inputs } = (await made({ minorVersion: "17.6" })).get("orders-db");
    assert.deepEqual([inputs.engineVersion, inputs.autoMinorVersionUpgrade], ["17.6", false]);
    const mariadb = (await made({ engine: { type: "mariadb", version: "11.4" }, minorVersion: "11.4.8" })).get(
      "orders-db",
    );
    assert.equal(mariadb.inputs.engineVersion, "11.4.8");
  });

  it("lets a major version through only if told", async () => {
    assert.equal((await made()).get("orders-db").inputs.allowMajorVersionUpgrade, undefined);
    const { inputs } = (await made({ allowMajorVersionUpgrade: true })).get("orders-db");
    assert.equal(inputs.allowMajorVersionUpgrade, true);
  });

  it("changes a copy that takes over, if told, where RDS does not keep the password", async () => {
    const masterPassword = { type: "secret", secretArn: "arn:own" } as const;
    const { inputs } = (await made({ blueGreenUpdate: true, masterPassword })).get("orders-db");
    assert.deepEqual(inputs.blueGreenUpdate, { enabled: true });
  });

  it("has its certificate signed by whom it is told", async () => {
    const { inputs } = (await made({ caCertificate: "rds-ca-ecc384-g1" })).get("orders-db");
    assert.equal(inputs.caCertIdentifier, "rds-ca-ecc384-g1");
  });

  refuses([
    [
      'caCertificate must be one of rds-ca-rsa2048-g1, rds-ca-rsa4096-g1, rds-ca-ecc384-g1, got "rds-ca-2019"',
      { caCertificate: "rds-ca-2019" as CaCertificate },
    ],
    ...["16.4", "17", "17.x", "17.6.1.2", "117.6"].map((minorVersion): [string, object] => [
      `minorVersion must be one of 17, such as "17.1", got "${minorVersion}"`,
      { minorVersion },
    ]),
  ]);
});
