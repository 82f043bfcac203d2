import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The files of a folder by their path from it, sorted. */
export function filesBelow(folder: string): string[] {
  const files = (below: string): string[] =>
    readdirSync(join(folder, below)).flatMap((entry) => {
      const path = below === "" ? entry : `${below}/${entry}`;
      return statSync(join(folder, path)).isDirectory() ? files(path) : [path];
    });
  return files("").sort();
}

/**
 * A hash over names and contents, the same on every machine.
 *
 * @param files where each file is, by its name
 */
export function contentHash(files: Iterable<readonly [name: string, path: string]>): string {
  const hash = createHash("sha256");
  for (const [name, path] of files) {
    const content = readFileSync(path);
    // The length keeps apart what would read alike when a name and its content are joined.
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
