import { cwd } from "node:process";
import type { Plan } from "./plan";
import { runProgram } from "./run";

/** What a recorded program believes of its stack. */
export interface Setting {
  readonly project?: string;
  readonly stack?: string;
  readonly region?: string;
  readonly environment?: "dev" | "prod";
  /** Configuration by `namespace:key`. */
  readonly config?: Readonly<Record<string, string>>;
  readonly secretKeys?: readonly string[];
}

/**
 * Plans a function as if it were a program: what the unit tests read.
 *
 * @throws what the function throws, with its stack: stack traces are most of a plan's time, so it runs without them
 *   first, and once more where it fails
 */
export async function record(program: () => unknown, setting: Setting = {}): Promise<Plan> {
  const { project = "test", stack = "dev", region = "eu-west-1", environment, secretKeys = [] } = setting;
  const config = {
    "aws:region": region,
    ...(environment && { "tierwork:environment": environment }),
    ...setting.config,
  };
  const run = { project, stack, config, secretKeys, region, folder: cwd() };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return await runProgram(run, program);
  } catch (failure) {
    Error.stackTraceLimit = limit;
    await runProgram(run, program);
    throw failure;
  } finally {
    Error.stackTraceLimit = limit;
  }
}
