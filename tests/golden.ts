import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Compares with a file that people read in review; `UPDATE_GOLDENS=1 npm test` writes it anew. */
export function assertGolden(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDENS === "1") writeFileSync(path, actual);
  assert.ok(existsSync(path), `${path} is missing: run UPDATE_GOLDENS=1 npm test, and read what it writes`);
  assert.equal(
    actual,
    readFileSync(path, "utf8"),
    `${path} differs: read the difference, then UPDATE_GOLDENS=1 npm test`,
  );
}
