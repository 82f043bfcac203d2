import { resolve } from "node:path";
import type { Policies } from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import { createColors } from "picocolors";
import { policies, readContext } from "../policies/catalogue";
import { readBase } from "./base";
import type { CommandLine } from "./command-line";
import { isRefused, type Judgement } from "./finding";
import { printed } from "./format/formats";
import { judge } from "./judge";
import { writable, writeWhole } from "./output";
import { readPackConfig } from "./pack-config";
import { judgeByPacks } from "./packs/judge-by-packs";
import { readPackFolder } from "./packs/pack-folder";
import type { Plan } from "./plan";
import type { Progress } from "./progress";
import { reportOf } from "./report";
import { reportOn, standardNamed } from "./standard";
import { subjectOf } from "./subject";

/**
 * Plans, judges and prints what a command line asks for; returns the exit code.
 *
 * @throws InputError when an input cannot be used, PolicyError when a policy fails
 */
export async function execute(command: CommandLine, progress: Progress): Promise<number> {
  const standard = command.standard === undefined ? undefined : standardNamed(command.standard);
  const judgePlan = judgeOf(command, progress);
  const outputs = command.outputs.map(({ format, file }) => ({ format, file: file && writable(file, command.from) }));
  const base =
    command.compare === undefined ? undefined : readBase(resolve(command.from, command.compare), command.compare);
  const subject = await subjectOf(command, progress);
  const judgement = await judgePlan(subject.plan);
  progress.clear();
  const byControl = standard && { standard: reportOn(standard, subject.plan, judgement) };
  const report = reportOf({ ...subject, judgement, base, ...byControl });
  for (const { format, file } of outputs) {
    const colors = createColors(file === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR);
    const content = printed(format, report, { colors, inputs: command.inputs });
    if (file === undefined) await print(content);
    else writeWhole(file, content);
  }
  return isRefused(judgement) ? 1 : 0;
}

/**
 * Who judges what is planned: the pack here, or those of other folders. That they can is found out at once, and both
 * read the stack's configuration when it is known.
 */
function judgeOf(command: CommandLine, progress: Progress): (plan: Plan) => Promise<Judgement> {
  const configFiles = command.packConfigs.map((called) => ({ path: resolve(command.from, called), called }));
  if (command.policies.length === 0) {
    const [file] = configFiles;
    const config = file === undefined ? {} : readPackConfig(file, anyPack());
    return (plan) => judge(plan, policies(readContext(command.now)), config, progress);
  }
  const packs = command.policies.map((called, index) => ({
    ...readPackFolder(resolve(command.from, called), called),
    configFile: configFiles[index],
  }));
  const { timeoutSeconds } = command;
  const print = (line: string) => progress.print(`${line}\n`);
  return (plan) => judgeByPacks(plan, packs, { config: runtime.allConfig(), timeoutSeconds, print, progress });
}

/** The pack for no stack in particular: names and schemas of its policies are the same for all. */
function anyPack(): Policies {
  return policies({ environment: "prod", exemptions: [], today: "" });
}

/** Writes all of it; a reader that has gone (`| head`) is no fault. */
function print(content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve() : reject(error));
    process.stdout.once("error", failed);
    process.stdout.write(content, (error) => {
      // What went wrong is told a moment later.
      if (!error) process.stdout.removeListener("error", failed);
      resolve();
    });
  });
}
