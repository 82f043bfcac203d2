import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..");

/** What `npm run` starts `node` with, so that npm's own start is left out. */
export const loader = ["--require", join(root, "planner/tsx.cjs")];

/** The planner's command. */
export const planner = [...loader, join(root, "planner/main.ts")];

/** A process of Node.js: its arguments and its folder. */
export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  /** @default the project's */
  readonly cwd?: string;
}

/**
 * Runs it to its end; returns the seconds that it took, and what it wrote.
 *
 * @throws when it ends with another code than 0
 */
export function timed({ name, args, cwd = root }: Contender): { readonly seconds: number; readonly output: string } {
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return { seconds, output: stdout };
}
