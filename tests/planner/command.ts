import { execFile } from "node:child_process";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { readCommandLine } from "../../planner/command-line";
import { execute } from "../../planner/execute";
import { InputError } from "../../planner/input-error";
import { Progress } from "../../planner/progress";

const root = join(__dirname, "../..");

/** The programs that tests plan. */
export const programs = join(__dirname, "../fixtures/programs");

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a folder, as `npm run plan` does. */
export function command(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { NO_COLOR: _, FORCE_COLOR: __, SOURCE_DATE_EPOCH: ___, ...env } = process.env;
  // With the same compiler options as here, or coverage could not be added up.
  const options = {
    cwd: folder,
    env: { ...env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json"), ...environment },
    maxBuffer: 2 ** 26,
  };
  const planner = ["--require", join(root, "planner/tsx.cjs"), join(root, "planner/main.ts")];
  return new Promise((resolve) => {
    execFile(process.execPath, [...planner, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : Number(error !== null), stdout, stderr });
    });
  });
}

/**
 * Does in this process what the command does in its own, which takes a second to load: for tests of what it prints, not
 * of how its process starts and ends.
 */
export async function executed(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const before = { folder: process.cwd(), env: process.env, config: runtime.allConfig(), write: process.stdout.write };
  const said = { stdout: "", stderr: "" };
  const progress = new Progress({ write: (text) => (said.stderr += text) }, {});
  process.chdir(folder);
  process.env = { ...process.env, ...environment };
  process.stdout.write = (text: string | Uint8Array, written?: unknown) => {
    said.stdout += String(text);
    if (typeof written === "function") written();
    return true;
  };
  try {
    return { code: await execute(readCommandLine(args, environment), progress), ...said };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: 2, ...said, stderr: `${said.stderr}error: ${error.message}\n` };
  } finally {
    process.stdout.write = before.write;
    process.env = before.env;
    process.chdir(before.folder);
    runtime.setAllConfig(before.config);
  }
}
