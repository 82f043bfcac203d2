import assert from "node:assert/strict";
import { ownName, protectionOf } from "../../../policies/facts/state-bearing";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const table = (props: Record<string, unknown>) => fake("aws:dynamodb/table:Table", "orders", props);
const logs = (props: Record<string, unknown>) => fake("aws:cloudwatch/logGroup:LogGroup", "logs", props);

describe("how what holds data is kept from deletion", () => {
  it("is by Pulumi's option, whatever else is said", () => {
    const unprotected = table({ deletionProtectionEnabled: UNKNOWN });
    const kept = { ...unprotected, opts: { ...unprotected.opts, protect: true } };
    assert.equal(protectionOf(kept).isKept, true);
  });

  it("is by any one of what AWS offers", () => {
    assert.equal(protectionOf(table({ deletionProtectionEnabled: "true" })).isKept, true);
    assert.equal(protectionOf(logs({ skipDestroy: true, deletionProtectionEnabled: UNKNOWN })).isKept, true);
    assert.deepEqual(protectionOf(logs({})), {
      isKept: false,
      otherwise: ["deletionProtectionEnabled to true", "skipDestroy to true"],
    });
  });

  it("is not known while a guard is not", () => {
    assert.deepEqual(protectionOf(table({ deletionProtectionEnabled: UNKNOWN })), {
      isKept: UNKNOWN,
      otherwise: ["deletionProtectionEnabled to true"],
      doubt: "deletionProtectionEnabled",
    });
  });
});

describe("the name of its own that a resource has", () => {
  it("is what the program gave it", () => {
    assert.deepEqual(ownName(table({ name: "orders" })), { property: "name", value: "orders" });
    assert.deepEqual(ownName(table({ name: UNKNOWN })), { property: "name", value: UNKNOWN });
    assert.deepEqual(ownName(table({ name: "orders-prod" })), { property: "name", value: "orders-prod" });
  });

  it("is none where Pulumi chose it, or where there is none to give", () => {
    assert.equal(ownName(table({})), undefined);
    assert.equal(ownName(table({ name: "orders-0a1b2c3" })), undefined);
    assert.equal(ownName(table({ name: "by-a-pattern", __defaults: ["name"] })), undefined);
    assert.equal(ownName(fake("aws:route53/zone:Zone", "zone", { name: "example.com" })), undefined);
  });
});
