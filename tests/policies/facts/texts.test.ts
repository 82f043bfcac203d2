import assert from "node:assert/strict";
import fc from "fast-check";
import { type Path, visitTexts } from "../../../policies/facts/texts";
import { UNKNOWN } from "../../../policies/facts/value";

function seen(props: Record<string, unknown>, enters: (path: Path) => boolean = () => true): string[] {
  const found: string[] = [];
  visitTexts(props, { enters, text: (text, path) => found.push(`${path.join("/")}: ${text}`) });
  return found;
}

describe("the texts of a resource", () => {
  it("are shown with the way to each, and the names of maps with the way to the map", () => {
    assert.deepEqual(seen({ name: "web", tags: { owner: "ops" }, rules: [{ port: 22, note: "in" }, "all"] }), [
      "name: web",
      "tags: owner",
      "tags/owner: ops",
      "rules/0: port",
      "rules/0: note",
      "rules/0/note: in",
      "rules/1: all",
    ]);
  });

  it("are not shown under what the visitor does not enter", () => {
    const enters = (path: Path) => path.at(-1) !== "password";
    assert.deepEqual(seen({ password: "a", users: [{ password: "b", name: "c" }] }, enters), [
      "users/0: password",
      "users/0: name",
      "users/0/name: c",
    ]);
  });

  it("are none in what is not known, or no text", () => {
    assert.deepEqual(seen({ a: UNKNOWN, b: null, c: 1, d: [true, UNKNOWN], e: {} }), []);
  });

  it("are all shown, in whatever they lie", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const texts = (JSON.stringify({ value }).match(/"(?:[^"\\]|\\.)*"/g) ?? []).length;
        // The name of the property itself is not shown.
        assert.equal(seen({ value }).length, texts - 1);
      }),
    );
  });
});
