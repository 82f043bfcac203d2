import { inspect } from "node:util";
import type { Policies } from "@pulumi/policy";
import fc from "fast-check";
import { judge } from "../../planner/judge";
import type { Plan } from "../../planner/plan";
import { type Context, policies, rules, type Verdict } from "../../policies/catalogue";
import { judgedBySdk } from "../planner/analyzer";
import { plannedStack } from "./planned-stack";
import { smallest } from "./smallest";
import { type StrangeStack, strangeStacks } from "./strange-stack";

/** What was judged, and what was said of it. */
export interface Fuzzed {
  readonly stacks: number;
  readonly resources: number;
  readonly types: ReadonlySet<string>;
  /** The rules that said something, or changed something. */
  readonly rules: ReadonlySet<string>;
  readonly verdicts: Readonly<Record<Verdict | "remediated", number>>;
}

export interface FuzzSettings {
  /** Of the first stacks; those that follow have the next ones. */
  readonly seed: number;
  /** At least so many resources are judged. */
  readonly resources: number;
  /** What judges. @default the whole catalogue */
  readonly packOf?: (context: Context) => Policies;
}

/** A rule that threw, with the smallest stack that was found for it. */
export class FuzzFailure extends Error {
  override readonly name = "FuzzFailure";
}

/** One after another has a seed of its own, so that what fails can be repeated without those before. */
const STACKS_A_SEED = 10;

/** A stack, and whether it is planned or deployed. */
type Case = [stack: StrangeStack, view: "preview" | "state"];

/**
 * Judges strange resources by all rules, those that are off by default too: stacks as they are, and then once more with
 * all that can be remediated. The SDK's server must say the same of one stack in ten (it takes twice as long).
 *
 * @throws FuzzFailure when a rule throws, or says what nobody can read, or the SDK says something else
 */
export async function fuzz(settings: FuzzSettings, onProgress = (_: Fuzzed) => {}): Promise<Fuzzed> {
  const { resources, packOf = policies } = settings;
  const fuzzed = {
    stacks: 0,
    resources: 0,
    types: new Set<string>(),
    rules: new Set<string>(),
    verdicts: { denied: 0, undecided: 0, exempt: 0, remediated: 0 },
  };
  const cases: fc.Arbitrary<Case> = fc.tuple(strangeStacks(rules), fc.constantFrom("preview", "state"));
  for (let seed = settings.seed; fuzzed.resources < resources; seed++) {
    for (const [index, one] of fc.sample(cases, { seed, numRuns: STACKS_A_SEED }).entries()) {
      const [stack] = one;
      try {
        count(fuzzed, stack, await judgements(one, packOf));
        if (index === 0) await agreesWithSdk(one, packOf);
      } catch (error) {
        throw new FuzzFailure(`seed ${seed}: ${await described(one, reasonOf(error), packOf)}`);
      }
    }
    onProgress(fuzzed);
  }
  return fuzzed;
}

type Judgements = Awaited<ReturnType<typeof judgements>>;

/** As it is, and remediated. */
async function judgements([stack, view]: Case, packOf: typeof policies) {
  const judgedAt = async (level: "advisory" | "remediate") => {
    const settings = Object.entries(stack.config ?? {}).map(([policy, own]) => {
      return [policy, { ...own, enforcementLevel: level }];
    });
    const config = { ...Object.fromEntries(settings), all: level };
    const judgement = await judge(plannedStack(stack, view), packOf(contextOf(stack)), config);
    for (const { policy, message } of judgement.findings) {
      if (!isReadable(message)) throw new Error(`policy ${policy} says ${message.slice(0, 500)}`);
    }
    return judgement;
  };
  return { asItIs: await judgedAt("advisory"), remediated: await judgedAt("remediate") };
}

function contextOf({ environment = "prod", exemptions }: StrangeStack): Context {
  return { environment, exemptions, today: "2026-11-01" };
}

/** Whether a sentence quotes no JavaScript, and comes to an end. */
function isReadable(message: string): boolean {
  return message.length < 5000 && !/can't run policy|\[object |\bundefined\b|Symbol\(/.test(message);
}

function count(
  fuzzed: Fuzzed & { stacks: number; resources: number; types: Set<string>; rules: Set<string> },
  stack: StrangeStack,
  { asItIs, remediated }: Judgements,
): void {
  const resources = Object.values(stack.resources);
  fuzzed.stacks += 1;
  fuzzed.resources += resources.length;
  for (const { type } of resources) fuzzed.types.add(type);
  const counts: Record<string, number> = fuzzed.verdicts;
  for (const { verdict } of asItIs.findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  counts.remediated = (counts.remediated ?? 0) + remediated.remediations.length;
  const speaking = [...asItIs.findings, ...remediated.findings, ...remediated.remediations];
  for (const { policy } of speaking) fuzzed.rules.add(policy);
}

/**
 * Of a stack that is planned, as what is deployed is remediated by the SDK alone; without settings of its own, which the
 * SDK takes by another way; and without lists of 10,000, of which its wire format takes a minute.
 */
async function agreesWithSdk([stack]: Case, packOf: typeof policies): Promise<void> {
  const plan = plannedStack(stack, "preview");
  if (JSON.stringify(plan.resources).length > 100_000) return;
  for (const level of ["advisory", "remediate"] as const) {
    const own = await judge(plan, packOf(contextOf(stack)), { all: level });
    const pack = packOf(contextOf(stack)).map((policy) => ({ ...policy, enforcementLevel: level }) as Policies[number]);
    const sdk = await judgedBySdk(plan, pack);
    const [ours, theirs] = [sentences(own, plan), sentences(sdk, plan)];
    const [said] = [...ours, ...theirs].filter((sentence) => !ours.includes(sentence) || !theirs.includes(sentence));
    const who = said !== undefined && ours.includes(said) ? "the planner" : "the SDK's server";
    if (said !== undefined) throw new Error(`${said}, but only to ${who}`);
  }
}

interface Said {
  readonly findings: readonly { readonly policy: string; readonly message: string }[];
  readonly remediations: readonly { readonly policy: string; readonly urn: string }[];
}

/** Secrets hidden, as the planner does. */
function sentences({ findings, remediations }: Said, { secrets }: Plan): string[] {
  return [
    ...findings.map(({ policy, message }) => `policy ${policy} says ${secrets.hideSaid(message)}`),
    ...remediations.map(({ policy, urn }) => `policy ${policy} says how to mend ${urn}`),
  ];
}

/** Why a stack fails, and the smallest one that fails by the same policy. */
async function described([stack, view]: Case, reason: string, packOf: typeof policies): Promise<string> {
  const same = /^policy \S+ (failed|says)/.exec(reason)?.[0] ?? reason;
  let last = reason;
  const fails = async (resources: StrangeStack["resources"]) => {
    const fewer: Case = [{ ...stack, resources }, view];
    const judged = judgements(fewer, packOf).then(() => agreesWithSdk(fewer, packOf));
    const error = await judged.then(() => undefined, reasonOf);
    if (!error?.startsWith(same)) return false;
    last = error;
    return true;
  };
  const least = await smallest(stack.resources, fails);
  return `${last}\nThe smallest stack that was found, judged as a ${view}:\n${shown({ ...stack, resources: least })}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function shown(stack: StrangeStack): string {
  return inspect(stack, { depth: 12, maxArrayLength: 5, maxStringLength: 500, breakLength: 120 });
}
