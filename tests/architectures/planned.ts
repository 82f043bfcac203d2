import { runtime } from "@pulumi/pulumi";
import { createArchitecture } from "../../architectures/catalogue";
import type { Judgement } from "../../planner/finding";
import { judge } from "../../planner/judge";
import { override } from "../../planner/overrides";
import type { Plan } from "../../planner/plan";
import { readProject } from "../../planner/project";
import { record } from "../../planner/record";
import { policies, readContext } from "../../policies/catalogue";

export const root = `${__dirname}/../..`;

export interface Planned {
  readonly plan: Plan;
  /** What the policies say, judged when it is first asked for: most tests only read the plan. */
  readonly judgement: Promise<Judgement>;
  readonly region: string;
}

const made = new Map<string, Promise<Planned>>();

/** Plans a stack of ours as the command does, in this process, and judges it on a fixed day; the same one only once. */
export function planned(stack: string, architecture?: string, ...set: string[]): Promise<Planned> {
  const key = JSON.stringify([stack, architecture, set]);
  const known = made.get(key) ?? make(stack, architecture, set);
  made.set(key, known);
  return known;
}

async function make(stack: string, architecture: string | undefined, set: readonly string[]): Promise<Planned> {
  const project = override(readProject(root, stack), architecture, set);
  const { region = "" } = project;
  const { name, stack: own, config, secretKeys } = project;
  const plan = await record(() => createArchitecture(), { project: name, stack: own, region, config, secretKeys });
  let judgement: Promise<Judgement> | undefined;
  return {
    plan,
    region,
    get judgement() {
      if (judgement) return judgement;
      // The plan that was made since may be of another stack, and exemptions are read from the config.
      runtime.setAllConfig({ ...config }, [...secretKeys]);
      judgement = judge(plan, policies(readContext(new Date("2026-11-21T00:00:00Z"))));
      return judgement;
    },
  };
}
