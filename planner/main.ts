import type { Policies } from "@pulumi/policy";
import { createColors } from "picocolors";
import { policies, readContext } from "../policies/catalogue";
import { readCommandLine, USAGE } from "./command-line";
import { isRefused } from "./finding";
import { json } from "./format/json";
import { text } from "./format/text";
import { InputError } from "./input-error";
import { judge, PolicyError } from "./judge";
import { override } from "./overrides";
import { readPackConfig } from "./pack-config";
import { FALLBACK_REGION, planProgram } from "./program";
import { readProject } from "./project";

/** Plans, judges and prints; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args, process.env);
  if (command.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const packConfig = command.packConfig === undefined ? {} : readPackConfig(command.packConfig, anyPack());
  const project = override(readProject(process.cwd(), command.stack), command.architecture, command.set);
  const plan = await planProgram(project);
  const judgement = await judge(plan, policies(readContext(command.now)), packConfig);
  const needsRegion = project.region === undefined && plan.resources.some(({ type }) => type.startsWith("aws:"));
  const region = project.region ?? (needsRegion ? `as in ${FALLBACK_REGION}, for no aws:region is set` : "no region");
  const { notes } = project;
  if (command.format === "json") await print(json(plan, judgement, notes));
  else {
    const colors = createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
    await print(text(plan, judgement, { colors, inputs: command.inputs, region, notes }));
  }
  return isRefused(judgement) ? 1 : 0;
}

/** The pack for no stack in particular: names and schemas of its policies are the same for all. */
function anyPack(): Policies {
  return policies({ environment: "prod", exemptions: [], today: "" });
}

/** Writes all of it; a reader that has gone (`| head`) is no fault. */
function print(content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" ? resolve() : reject(error),
    );
    process.stdout.write(content, () => resolve());
  });
}

/** Ends here and now: a timer or a handler that the program left behind has no say in it, nor in the exit code. */
function end(code: number): never {
  finished = true;
  process.removeAllListeners("exit");
  process.exit(code);
}

let finished = false;
process.once("exit", () => {
  if (finished) return;
  process.stderr.write("error: the program ended before its plan was done: it exits, or waits for what never comes\n");
  process.exitCode = 2;
});

main(process.argv.slice(2)).then(end, (error: unknown) => {
  const known = error instanceof InputError || error instanceof PolicyError;
  const message =
    error instanceof Error ? (known ? error.message : `the planner failed: ${error.stack}`) : String(error);
  process.stderr.write(`error: ${message}\n`, () => end(2));
});
