import { execFile } from "node:child_process";
import { join } from "node:path";

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
