import assert from "node:assert/strict";
import fc from "fast-check";
import { changesBetween } from "../../planner/compare-values";
import type { JsonObject } from "../../planner/plan";
import { secret, UNKNOWN } from "../../planner/wire";

const changes = (before: unknown, after: unknown) => changesBetween(before as JsonObject, after as JsonObject);

describe("what is different between two objects", () => {
  it("is named by its path, with both values", () => {
    assert.deepEqual(changes({ tags: { Name: "a", "b.c": 1 }, size: 1 }, { tags: { Name: "b", "b.c": 2 }, on: true }), [
      { path: "on", kind: "added", after: true },
      { path: "size", kind: "removed", before: 1 },
      { path: "tags.Name", kind: "changed", before: "a", after: "b" },
      { path: 'tags["b.c"]', kind: "changed", before: 1, after: 2 },
    ]);
  });

  it("is an item of a list alone, where the rest moved", () => {
    assert.deepEqual(changes({ list: ["a", "b", "c"] }, { list: ["new", "a", "b", "c"] }), [
      { path: "list[0]", kind: "added", after: "new" },
    ]);
    assert.deepEqual(changes({ list: ["a", "b", "c"] }, { list: ["a", "c"] }), [
      { path: "list[1]", kind: "removed", before: "b" },
    ]);
    assert.deepEqual(changes({ list: [{ port: 1 }, { port: 2 }] }, { list: [{ port: 3 }, { port: 2 }] }), [
      { path: "list[0].port", kind: "changed", before: 1, after: 3 },
    ]);
  });

  it("is looked for within JSON documents, also where one was an object before", () => {
    const policy = (action: string, indent = 0) => JSON.stringify({ Statement: [{ Action: action }] }, null, indent);
    const path = "policy.Statement[0].Action";
    assert.deepEqual(changes({ policy: policy("a") }, { policy: policy("b", 2) }), [
      { path, kind: "changed", before: "a", after: "b" },
    ]);
    assert.deepEqual(changes({ policy: JSON.parse(policy("a")) }, { policy: policy("b") }), [
      { path, kind: "changed", before: "a", after: "b" },
    ]);
    assert.deepEqual(changes({ policy: policy("a") }, { policy: policy("a", 2) })[0]?.path, "policy");
    assert.deepEqual(changes({ policy: "{broken" }, { policy: "{broken too" }), [
      { path: "policy", kind: "changed", before: "{broken", after: "{broken too" },
    ]);
  });

  it("is told of properties that are called like those of every object", () => {
    assert.deepEqual(changes({}, { valueOf: "x", constructor: { toString: 1 } }), [
      { path: "constructor", kind: "added", after: { toString: 1 } },
      { path: "valueOf", kind: "added", after: "x" },
    ]);
  });

  it("shows no value that is secret on either side, unknown or long", () => {
    const long = "x".repeat(200);
    assert.deepEqual(
      changes(
        { a: "clear", b: secret("old"), c: UNKNOWN, d: long, e: secret("old"), f: { in: secret("x") } },
        { a: secret("now"), b: secret("new"), c: "known", d: `${long}y`, e: "clear" },
      ),
      [
        { path: "a", kind: "changed" },
        { path: "c", kind: "changed", after: "known" },
        { path: "d", kind: "changed" },
        { path: "e", kind: "changed" },
        { path: "f", kind: "removed" },
      ],
    );
  });

  it("is nothing for the same values, and the reverse in reverse", () => {
    const object = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(object, object, (a, b) => {
        assert.deepEqual(changes(a, structuredClone(a)), []);
        const swapped = { added: "removed", removed: "added", changed: "changed" } as const;
        const turned = changes(b, a).map(({ path, kind, before, after }) => ({
          path,
          kind: swapped[kind],
          ...(after !== undefined && { before: after }),
          ...(before !== undefined && { after: before }),
        }));
        assert.deepEqual(changes(a, b), turned);
      }),
    );
  });
});
