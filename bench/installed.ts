import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Installs packages of npm in a folder of their own for as long as some work takes. Where they do not install, the work
 * is done without (its argument is undefined), and why is said on stderr.
 */
export async function withInstalled<T>(
  packages: readonly string[],
  work: (folder: string | undefined) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tierwork-bench-"));
  try {
    const { status, stderr } = spawnSync(
      "npm",
      ["install", "--prefix", folder, "--no-audit", "--no-fund", ...packages],
      { encoding: "utf8" },
    );
    if (status === 0) return await work(folder);
    process.stderr.write(`${packages.join(", ")}: not installed here, and left out: ${stderr.split("\n")[0]}\n`);
    return await work(undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
