import { isDeepStrictEqual } from "node:util";
import {
  type Policies,
  type PolicyResource,
  type ResourceRemediation,
  type Severity,
  type StackValidationPolicy,
  UnknownValueError,
  unknownCheckingProxy,
} from "@pulumi/policy";
import type { Violation } from "../policies/catalogue";
import { ActivePolicy, type PackConfig } from "./active-policy";
import { byUrgency, type Finding, type Judgement, type Level, type Remediation } from "./finding";
import { isProvider } from "./monitor";
import type { JsonObject, Plan } from "./plan";
import { type Args, argsOf, asPoliciesSee, NotApplicable, notApplicable, stackOf, tokenOf } from "./policy-args";
import { Progress } from "./progress";
import { holdsSecret, secret } from "./wire";

type Policy = Policies[number];
/** What the SDK's server takes from `reportViolation` in place of a text; `verdict` is our pack's own. */
interface Report extends Partial<Omit<Violation, "enforcementLevel">> {
  readonly name?: string;
  readonly description?: string;
  readonly severity?: Severity;
  readonly enforcementLevel?: Level;
}

/** A policy that failed on a resource: the engine would fail the deployment. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/**
 * Judges a plan with policies of the SDK, as the engine does: remediation and resource policies on the inputs of each
 * resource, then stack policies once on the outputs of all.
 */
export async function judge(
  plan: Plan,
  policies: Policies,
  config: PackConfig = {},
  progress = Progress.none,
): Promise<Judgement> {
  try {
    const judgement = await judgeAll(plan, policies, config, progress);
    // Policies see secrets in the clear, and may quote them.
    const findings = judgement.findings.map((said) => ({ ...said, message: plan.secrets.hideSaid(said.message) }));
    return { ...judgement, findings: findings.sort(byUrgency) };
  } catch (error) {
    throw error instanceof PolicyError ? new PolicyError(plan.secrets.hideSaid(error.message)) : error;
  }
}

async function judgeAll(plan: Plan, policies: Policies, config: PackConfig, progress: Progress): Promise<Judgement> {
  const active = ActivePolicy.among(policies, config);
  const findings: Finding[] = [];
  const remediations: Remediation[] = [];
  const providers = new Map(
    plan.resources.filter(({ type }) => isProvider(type)).map((provider) => [provider.urn, provider]),
  );
  const managed = plan.resources.filter(({ external }) => !external);
  for (const [index, resource] of managed.entries()) {
    progress.say(() => `judging: ${index} of ${managed.length} resources`);
    const args = argsOf(resource, asPoliciesSee(resource.inputs), providers);
    const { props } = args;
    const secrets = Object.keys(resource.inputs).filter((key) => holdsSecret(resource.inputs[key] ?? null));
    for (const policy of active) {
      const mend = policy.remediationOf(args.type);
      const changes = mend && (await remediate(policy, mend, args, findings));
      if (changes) remediations.push({ policy: policy.policy.name, urn: args.urn, changes: marked(changes, secrets) });
    }
    // What is deployed already is judged as it is: `pulumi policy analyze` reports remediations and applies none.
    const isAsItWas = !plan.isDeployed || args.props === props;
    const judged = isAsItWas ? args : argsOf(resource, asPoliciesSee(resource.inputs), providers);
    for (const policy of active) {
      for (const validate of policy.validationsOf(judged.type)) {
        const { getConfig } = policy;
        await run(policy, judged.urn, findings, (report) => validate({ ...judged, getConfig }, report));
      }
    }
  }
  const stack = stackOf(plan, providers);
  for (const [index, policy] of active.entries()) {
    progress.say(() => `judging the stack: ${index} of ${active.length} policies`);
    await judgeStack(policy, stack, findings);
  }
  return { policies: active.map(({ described }) => described), findings, remediations };
}

async function judgeStack(policy: ActivePolicy, resources: PolicyResource[], findings: Finding[]): Promise<void> {
  const { validateStack } = policy.policy as Partial<StackValidationPolicy>;
  if (!validateStack) return;
  const wanted = tokenOf(validateStack);
  if (wanted !== undefined && !resources.some(({ type }) => type === wanted)) return;
  const { getConfig } = policy;
  const args = { resources, stackTags: new Map<string, string>(), notApplicable, getConfig };
  await run(policy, undefined, findings, (report) => validateStack(args, report));
}

async function remediate(
  { policy, getConfig }: ActivePolicy,
  mend: ResourceRemediation,
  args: Args,
  findings: Finding[],
): Promise<JsonObject | undefined> {
  const before = unproxied(args.props);
  let after: Record<string, unknown> | undefined;
  try {
    after = (await mend({ ...args, getConfig })) ?? undefined;
  } catch (error) {
    if (error instanceof UnknownValueError) findings.push(findingOf(policy, "advisory", args.urn, undecided(error)));
    else if (!(error instanceof NotApplicable)) throw failure(policy, args.urn, error);
  }
  if (!after) return;
  const result = unproxied(after);
  args.props = unknownCheckingProxy(result);
  const changed = Object.keys({ ...before, ...result }).filter((key) => !isDeepStrictEqual(result[key], before[key]));
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, result[key] ?? null]));
}

/** Policies see secrets in the clear; what they make of one is secret too. */
function marked(changes: JsonObject, secrets: readonly string[]): JsonObject {
  const entries = Object.entries(changes).map(([key, value]) => [key, secrets.includes(key) ? secret(value) : value]);
  return Object.fromEntries(entries);
}

async function run(
  { policy, level }: ActivePolicy,
  urn: string | undefined,
  findings: Finding[],
  work: (report: (message: string, urn?: string) => void) => void | Promise<void>,
): Promise<void> {
  const report = (said: string | Report, about?: string) => {
    const whole = typeof said === "object" ? said : { message: described(policy, said), urn: about };
    findings.push(findingOf(policy, level, urn, whole));
  };
  try {
    await work(report as (message: string, urn?: string) => void);
  } catch (error) {
    if (error instanceof NotApplicable) return;
    if (!(error instanceof UnknownValueError)) throw failure(policy, urn, error);
    findings.push(findingOf(policy, level, urn, undecided(error)));
  }
}

function described({ description }: Policy, message: string): string {
  return [description, message].filter(Boolean).join("\n");
}

function findingOf(policy: Policy, level: Level, urn: string | undefined, said: Report): Finding {
  const about = said.urn ?? urn;
  return {
    policy: said.name ?? policy.name,
    severity: said.severity ?? policy.severity,
    level: said.enforcementLevel ?? level,
    verdict: said.verdict ?? "denied",
    message: said.message ?? said.description ?? policy.description,
    ...(about !== undefined && { urn: about }),
    ...(said.controls && { controls: said.controls }),
  };
}

/** A policy that reads what preview cannot know stops there, and the SDK makes an advisory of it. */
function undecided(error: unknown): Report {
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `undecided at preview: ${reason}`, verdict: "undecided", enforcementLevel: "advisory" };
}

function failure(policy: Policy, urn: string | undefined, error: unknown): PolicyError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PolicyError(`policy ${policy.name} failed${urn ? ` on ${urn}` : ""}: ${reason}`);
}

/** A plain copy of what a policy was given, or gives back: the SDK's proxies throw when they are asked for an unknown. */
function unproxied(properties: object): JsonObject {
  return plain(properties) as JsonObject;
}

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { __getSpecialProxyTarget: target = value } = value as { __getSpecialProxyTarget?: object };
  if (Array.isArray(target)) return target.map(plain);
  const members = Object.entries(target).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, plain(member)]));
}
