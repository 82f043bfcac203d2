import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { contentHash, filesBelow } from "../../components/content-hash";

describe("a content hash", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "content-hash-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, content: string): string => {
    writeFileSync(join(folder, file), content);
    return join(folder, file);
  };

  it("is over all files of a folder, by their path from it, in one order", () => {
    mkdirSync(join(folder, "b/c"), { recursive: true });
    for (const file of ["z", "b/y", "b/c/x", "a"]) write(file, file);
    assert.deepEqual(filesBelow(folder), ["a", "b/c/x", "b/y", "z"]);
    assert.deepEqual(filesBelow(join(folder, "b/c")), ["x"]);
  });

  it("is the same for the same names and contents, wherever they are, and for no others", () => {
    const part = fc.tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 3 }), (one, other) => {
        const hash = (parts: [string, string][], place: string) =>
          contentHash(parts.map(([name, content], index) => [name, write(`${place}${index}`, content)] as const));
        const same = JSON.stringify(one) === JSON.stringify(other);
        assert.equal(hash(one, "one") === hash(other, "other"), same);
      }),
      {
        numRuns: 100,
        examples: [
          [
            [["a", "b\0" + "1\0c"]],
            [
              ["a", "b"],
              ["1", "c"],
            ],
          ],
        ],
      },
    );
  });

  it("never changes from one release of ours to the next", () => {
    const file = write("page", "Hello\n");
    assert.equal(contentHash([["page", file]]), "4e2ad356058e4eead0ecd14d2d4c4beff4f4d4a9ff9309123afe9faa5003caed");
  });
});
