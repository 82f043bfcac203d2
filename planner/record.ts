import { cwd } from "node:process";
import { ResourceError, RunError } from "@pulumi/pulumi";
import type { Plan } from "./plan";
import { runProgram } from "./run";
import { withoutTraces } from "./without-traces";

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
 * @throws what the function throws, with its stack unless it says what its caller did wrong: stack traces are most of a
 *   plan's time, so it runs without them first, and once more where it fails
 */
export async function record(program: () => unknown, setting: Setting = {}): Promise<Plan> {
  const { project = "test", stack = "dev", region = "eu-west-1", environment, secretKeys = [] } = setting;
  const config = {
    "aws:region": region,
    ...(environment && { "tierwork:environment": environment }),
    ...setting.config,
  };
  const run = { project, stack, config, secretKeys, region, folder: cwd() };
  try {
    return await withoutTraces(() => runProgram(run, program));
  } catch (failure) {
    // What is said to the person who runs the program needs no stack.
    if (RunError.isInstance(failure) || ResourceError.isInstance(failure)) throw failure;
    await runProgram(run, program);
    throw failure;
  }
}
