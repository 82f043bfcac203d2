import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN } from "../../policies/facts/value";
import { plain, unknownTexts } from "../../policies/plain";

describe("a plain copy of a resource's properties", () => {
  it("has UNKNOWN for what the SDK's proxy would throw on, at any depth", () => {
    const [text = ""] = unknownTexts;
    const copy = plain(unknownCheckingProxy({ name: "a", later: text, list: [{ deep: text }, [text], null, 7] }));
    assert.deepEqual(copy, { name: "a", later: UNKNOWN, list: [{ deep: UNKNOWN }, [UNKNOWN], null, 7] });
  });

  it("knows every text that the SDK takes for unknown", () => {
    const sdk = require("@pulumi/policy/proxy") as Record<string, unknown>;
    const texts = Object.entries(sdk).flatMap(([name, value]) => (/^unknown\w+Value$/.test(name) ? [value] : []));
    assert.equal(texts.length, 7);
    assert.deepEqual([...unknownTexts].sort(), texts.sort());
  });

  it("is a copy: what is done to it does not reach the resource", () => {
    const properties = { tags: { a: "b" } };
    (plain(unknownCheckingProxy(properties)).tags as Record<string, unknown>).a = "c";
    assert.equal(properties.tags.a, "b");
  });

  it("is made of properties without a proxy too", () => assert.deepEqual(plain({ a: ["b"] }), { a: ["b"] }));
});
