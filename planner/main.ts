import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import { policies, readContext } from "../policies/catalogue";
import { type CommandLine, readCommandLine, USAGE } from "./command-line";
import { isRefused } from "./finding";
import { json } from "./format/json";
import { text } from "./format/text";
import { InputError } from "./input-error";
import { judge, type PackConfig, PolicyError } from "./judge";
import { override } from "./overrides";
import { planProgram } from "./program";
import { readProject } from "./project";

/** Plans, judges and prints; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args, process.env);
  if (command.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const packConfig = readPackConfig(command);
  const project = override(readProject(process.cwd(), command.stack), command.architecture, command.set);
  const notes = [...project.notes];
  const plan = await planProgram(project, notes);
  const judgement = await judge(plan, policies(readContext(command.now)), packConfig);
  if (command.format === "json") process.stdout.write(json(plan, judgement, notes));
  else {
    const colors = createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
    const region = project.config["aws:region"] ?? "no region";
    process.stdout.write(text(plan, judgement, { colors, inputs: command.inputs, region, notes }));
  }
  return isRefused(judgement) ? 1 : 0;
}

function readPackConfig({ packConfig }: CommandLine): PackConfig {
  if (packConfig === undefined) return {};
  const path = resolve(packConfig);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as PackConfig;
  } catch (error) {
    throw new InputError(
      `--policy-pack-config ${packConfig} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof InputError || error instanceof PolicyError;
    const message =
      error instanceof Error ? (known ? error.message : `the planner failed: ${error.stack}`) : String(error);
    process.stderr.write(`error: ${message}\n`);
    process.exitCode = 2;
  },
);
