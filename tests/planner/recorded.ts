import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../planner/plan";
import { planProgram } from "../../planner/program";
import { readProject } from "../../planner/project";
import { qualifiedType } from "../../planner/urn";

/** A resource as the real engine wrote it down. */
export interface Recorded {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly parent?: string;
  readonly provider?: string;
  readonly dependencies?: string[];
  readonly propertyDependencies?: Record<string, string[]>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly ignoreChanges?: string[];
  readonly additionalSecretOutputs?: string[];
  readonly outputs?: Record<string, unknown>;
}

/** The folder of a program that the real engine has deployed, and of what it made of it. */
export function recordedFolder(name: string): string {
  return join(__dirname, "../fixtures/real-engine", name);
}

/** The plan of such a program, and the state that the real engine gave it. */
export async function recorded(name: string): Promise<{ plan: Plan; state: Recorded[] }> {
  const folder = recordedFolder(name);
  const before = process.cwd();
  try {
    const plan = await planProgram(readProject(folder, "dev"));
    const file = JSON.parse(readFileSync(join(folder, "state.json"), "utf8"));
    return { plan, state: file.deployment.resources };
  } finally {
    process.chdir(before);
  }
}

/**
 * Tells what is not there offline: what the plugin of a remote component makes below it, and the default provider of a
 * package of which nothing else is there.
 */
export function remoteOnly(plan: Plan, state: readonly Recorded[]): (urn: string) => boolean {
  const remote = plan.resources.filter((resource) => resource.remote).map(({ urn }) => `${qualifiedType(urn)}$`);
  const isBelow = (urn: string) => remote.some((type) => qualifiedType(urn).startsWith(type));
  const local = state.filter(({ urn, type }) => !isBelow(urn) && !type.startsWith("pulumi:"));
  const packages = new Set(local.map(({ type }) => type.split(":")[0] ?? ""));
  return (urn) => {
    const [, provided] = /^pulumi:providers:([^:]+)$/.exec(qualifiedType(urn)) ?? [];
    return isBelow(urn) || (provided !== undefined && !packages.has(provided));
  };
}
