import { resolve } from "node:path";
import { runtime } from "@pulumi/pulumi";
import type { CommandLine } from "./command-line";
import { override } from "./overrides";
import { planInOwnProcess } from "./own-process";
import { sourcesOf } from "./place";
import type { Plan } from "./plan";
import { FALLBACK_REGION, planProgram } from "./program";
import type { Progress } from "./progress";
import { hasStackFile, type Project, readProject } from "./project";
import type { Report } from "./report";
import { readState } from "./state";

/** What is judged, and what is known of the stack around it. */
export type Subject = Pick<Report, "plan" | "region" | "notes" | "sources">;

/**
 * What a command line names: the program here, another program, or a state. The policies are told of its stack file.
 *
 * @throws InputError when it cannot be planned or read
 */
export async function subjectOf(command: CommandLine, progress: Progress): Promise<Subject> {
  if (command.state !== undefined) return stateSubject(command, command.state);
  const project = override(projectOf(command), command.architecture, command.set);
  const { plan, notes } = await planned(project, command, progress);
  tellPolicies(project);
  const needsRegion = project.region === undefined && plan.resources.some(({ type }) => type.startsWith("aws:"));
  return {
    plan,
    region: project.region ?? (needsRegion ? `as in ${FALLBACK_REGION}, for no aws:region is set` : "no region"),
    notes: [...project.notes, ...notes],
    sources: sourcesOf(project.folder, project.stackFile),
  };
}

async function planned(project: Project, { program, timeoutSeconds }: CommandLine, progress: Progress) {
  if (program !== undefined) return planInOwnProcess(project, program, timeoutSeconds, progress);
  return { plan: await planProgram(project, progress), notes: [] };
}

function stateSubject(command: CommandLine, state: string): Subject {
  const file = resolve(command.from, state);
  const { plan, notes } = readState(file, state);
  const region = regionsOf(plan);
  // A stack file that the user names holds for whatever stack it is.
  if (command.stack !== undefined || hasStackFile(folderOf(command), plan.project, plan.stack)) {
    const project = projectOf({ ...command, stack: command.stack ?? plan.stack });
    tellPolicies(project);
    const sources = sourcesOf(project.folder, project.stackFile);
    return { plan, region, notes: [...notes, ...project.notes], sources };
  }
  tellPolicies({ config: {}, secretKeys: [] });
  const missing = `judged as production and without exemptions: no stack file of ${plan.project} on ${plan.stack} is here`;
  return { plan, region, notes: [...notes, missing], sources: sourcesOf(process.cwd(), file) };
}

function projectOf(command: CommandLine): Project {
  return readProject(folderOf(command), command.stack, command.program);
}

function folderOf({ program, from }: CommandLine): string {
  return program === undefined ? process.cwd() : resolve(from, program);
}

/** As the engine does, which hands a pack the configuration of the stack. */
function tellPolicies({ config, secretKeys }: Pick<Project, "config" | "secretKeys">): void {
  runtime.setAllConfig({ ...config }, [...secretKeys]);
}

/** Where the AWS providers of a state work. */
function regionsOf(plan: Plan): string {
  const regions = plan.ofType("pulumi:providers:aws").map(({ inputs: { region } }) => region);
  return [...new Set(regions.filter((region) => typeof region === "string"))].sort().join(", ") || "no region";
}
