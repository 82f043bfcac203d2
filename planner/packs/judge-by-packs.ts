import { byUrgency, type Finding, type Judgement, type Remediation } from "../finding";
import { InputError } from "../input-error";
import { PolicyError } from "../judge";
import type { Plan } from "../plan";
import { Progress } from "../progress";
import { type JudgingPack, PackJudge } from "./pack-judge";

export interface Judging {
  /** The stack's configuration, which packs may read. */
  readonly config: Readonly<Record<string, string>>;
  /** How long the start of a pack may take, and each of its answers. */
  readonly timeoutSeconds: number;
  /** Takes what the packs print, line by line. */
  readonly print: (line: string) => void;
  readonly progress?: Progress;
}

/**
 * Judges a plan with policy packs of other folders, each in a process of its own: as the engine does, of each resource
 * first all that remediates, then all that judges its inputs, and at the end what judges the stack by its outputs.
 *
 * @throws InputError when a pack cannot be started or configured, or ends; PolicyError when one of its policies fails
 */
export async function judgeByPacks(plan: Plan, packs: readonly JudgingPack[], judging: Judging): Promise<Judgement> {
  const judges: PackJudge[] = [];
  const print = (line: string) => judging.print(plan.secrets.hideSaid(line));
  try {
    const started = await Promise.allSettled(packs.map((pack) => PackJudge.start(plan, pack, { ...judging, print })));
    for (const outcome of started) if (outcome.status === "fulfilled") judges.push(outcome.value);
    for (const outcome of started) if (outcome.status === "rejected") throw outcome.reason;
    refuseNamesakes(judges);
    return await judgeAll(plan, judges, judging.progress ?? Progress.none);
  } catch (error) {
    // Packs see secrets in the clear, and may quote them.
    if (error instanceof PolicyError) throw new PolicyError(plan.secrets.hideSaid(error.message));
    if (error instanceof InputError) throw new InputError(plan.secrets.hideSaid(error.message));
    throw error;
  } finally {
    for (const judge of judges) judge.stop();
  }
}

/** A report could not tell their policies apart. */
function refuseNamesakes(judges: readonly PackJudge[]): void {
  for (const [index, { name, called }] of judges.entries()) {
    const other = judges.slice(index + 1).find((judge) => judge.name === name);
    if (other) throw new InputError(`the policy packs ${called} and ${other.called} are both called "${name}"`);
  }
}

async function judgeAll(plan: Plan, judges: readonly PackJudge[], progress: Progress): Promise<Judgement> {
  const findings: Finding[] = [];
  const remediations: Remediation[] = [];
  const managed = plan.resources.filter(({ external }) => !external);
  for (const [index, resource] of managed.entries()) {
    progress.say(() => `judging: ${index} of ${managed.length} resources`);
    let { inputs } = resource;
    for (const judge of judges) inputs = await judge.remediate(resource, inputs, findings, remediations);
    // What is deployed already is judged as it is: `pulumi policy analyze` reports remediations and applies none.
    const judged = plan.isDeployed ? resource.inputs : inputs;
    for (const judge of judges) findings.push(...(await judge.analyze(resource, judged)));
  }
  for (const judge of judges) {
    progress.say(() => `judging the stack: ${judge.name}`);
    findings.push(...(await judge.analyzeStack()));
  }
  const said = findings.map((finding) => ({ ...finding, message: plan.secrets.hideSaid(finding.message) }));
  return { policies: judges.flatMap(({ policies }) => policies), findings: said.sort(byUrgency), remediations };
}
