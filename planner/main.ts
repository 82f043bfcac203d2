import { resolve } from "node:path";
import type { Policies } from "@pulumi/policy";
import { createColors } from "picocolors";
import { policies, readContext } from "../policies/catalogue";
import { readBase } from "./base";
import { readCommandLine, USAGE } from "./command-line";
import { isRefused } from "./finding";
import { printed } from "./format/formats";
import { InputError } from "./input-error";
import { judge, PolicyError } from "./judge";
import { writable, writeWhole } from "./output";
import { readPackConfig } from "./pack-config";
import { Progress } from "./progress";
import { reportOf } from "./report";
import { subjectOf } from "./subject";

/** Plans, judges and prints; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args, process.env);
  if (command.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const packConfig = command.packConfig === undefined ? {} : readPackConfig(command.packConfig, anyPack());
  const outputs = command.outputs.map(({ format, file }) => ({ format, file: file && writable(file, command.from) }));
  const base =
    command.compare === undefined ? undefined : readBase(resolve(command.from, command.compare), command.compare);
  const subject = await subjectOf(command, progress);
  const judgement = await judge(subject.plan, policies(readContext(command.now)), packConfig, progress);
  progress.clear();
  const report = reportOf({ ...subject, judgement, base });
  for (const { format, file } of outputs) {
    const colors = createColors(file === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR);
    const content = printed(format, report, { colors, inputs: command.inputs });
    if (file === undefined) await print(content);
    else writeWhole(file, content);
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

const progress = new Progress(process.stderr, process.env);
let finished = false;
process.once("exit", () => {
  if (finished) return;
  progress.print("error: the program ended before its plan was done: it exits, or waits for what never comes\n");
  process.exitCode = 2;
});

main(process.argv.slice(2)).then(end, (error: unknown) => {
  const known = error instanceof InputError || error instanceof PolicyError;
  const message =
    error instanceof Error ? (known ? error.message : `the planner failed: ${error.stack}`) : String(error);
  progress.clear();
  process.stderr.write(`error: ${message}\n`, () => end(2));
});
