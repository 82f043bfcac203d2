import { resolve } from "node:path";
import type { Policies } from "@pulumi/policy";
import { createColors } from "picocolors";
import { policies, readContext } from "../policies/catalogue";
import { readBase } from "./base";
import type { CommandLine } from "./command-line";
import { isRefused } from "./finding";
import { printed } from "./format/formats";
import { judge } from "./judge";
import { writable, writeWhole } from "./output";
import { readPackConfig } from "./pack-config";
import type { Progress } from "./progress";
import { reportOf } from "./report";
import { subjectOf } from "./subject";

/**
 * Plans, judges and prints what a command line asks for; returns the exit code.
 *
 * @throws InputError when an input cannot be used, PolicyError when a policy fails
 */
export async function execute(command: CommandLine, progress: Progress): Promise<number> {
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
