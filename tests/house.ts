import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The folder of the project. */
export const root = join(__dirname, "..");

/** The files that git knows, or would. */
export const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));

/** Our own TypeScript. */
export const sources = tracked.filter((file) => file.endsWith(".ts") && !file.startsWith("tests/fixtures/"));

/** The text of a file of the project. */
export const read = (file: string) => readFileSync(join(root, file), "utf8");

/** Modules directly in a folder, without their ending. */
export const modules = (folder: string, ending = ".ts") =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending));
