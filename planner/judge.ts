import { isDeepStrictEqual } from "node:util";
import { type Policies, type PolicyResource, UnknownValueError, unknownCheckingProxy } from "@pulumi/policy";
import type { Violation } from "../policies/catalogue";
import { byUrgency, type Finding, type Judgement, type Level, type Remediation } from "./finding";
import { isProvider } from "./monitor";
import type { JsonObject, Plan } from "./plan";
import { type Args, argsOf, NotApplicable, notApplicable, stackOf, tokenOf } from "./policy-args";
import { withoutSecretMarks } from "./wire";

type Policy = Policies[number];
type EnforcementLevel = Level | "remediate" | "disabled";

/** A policy pack's config: by policy, a level or settings with an `enforcementLevel` among them. */
export type PackConfig = Readonly<
  Record<string, EnforcementLevel | ({ enforcementLevel?: EnforcementLevel } & Record<string, unknown>)>
>;

/** A policy that failed on a resource: the engine would fail the deployment. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
}

/**
 * Judges a plan with policies of the SDK, as the engine does: remediation and resource policies on the inputs of each
 * resource, then stack policies once on the outputs of all.
 */
export async function judge(plan: Plan, policies: Policies, config: PackConfig = {}): Promise<Judgement> {
  const active = policies.filter((policy) => levelOf(policy, config) !== "disabled");
  const findings: Finding[] = [];
  const remediations: Remediation[] = [];
  const providers = new Map(
    plan.resources.filter(({ type }) => isProvider(type)).map((provider) => [provider.urn, provider]),
  );
  for (const resource of plan.resources.filter(({ external }) => !external)) {
    const args = argsOf(resource, withoutSecretMarks(resource.inputs), providers);
    for (const policy of active) await remediate(policy, args, config, remediations);
    for (const policy of active) await judgeResource(policy, args, config, findings);
  }
  const stack = stackOf(plan, providers);
  for (const policy of active) await judgeStack(policy, stack, config, findings);
  return { policies: active.length, findings: findings.sort(byUrgency), remediations };
}

async function judgeResource(policy: Policy, args: Args, config: PackConfig, findings: Finding[]): Promise<void> {
  if (!("validateResource" in policy) || !policy.validateResource) return;
  for (const validate of [policy.validateResource].flat()) {
    if (!concerns(validate, args.type)) continue;
    await run(policy, args.urn, config, findings, (report) =>
      validate({ ...args, getConfig: settingsOf(policy, config) }, report),
    );
  }
}

async function judgeStack(
  policy: Policy,
  resources: PolicyResource[],
  config: PackConfig,
  findings: Finding[],
): Promise<void> {
  if (!("validateStack" in policy) || !policy.validateStack) return;
  const { validateStack } = policy;
  const wanted = tokenOf(validateStack);
  if (wanted !== undefined && !resources.some(({ type }) => type === wanted)) return;
  const args = {
    resources,
    stackTags: new Map<string, string>(),
    notApplicable,
    getConfig: settingsOf(policy, config),
  };
  await run(policy, undefined, config, findings, (report) => validateStack(args, report));
}

async function remediate(policy: Policy, args: Args, config: PackConfig, remediations: Remediation[]): Promise<void> {
  if (levelOf(policy, config) !== "remediate" || !("remediateResource" in policy) || !policy.remediateResource) return;
  if (!concerns(policy.remediateResource, args.type)) return;
  const before = structuredClone(unproxied(args.props));
  let after: Record<string, unknown> | undefined;
  try {
    after = (await policy.remediateResource({ ...args, getConfig: settingsOf(policy, config) })) ?? undefined;
  } catch (error) {
    if (error instanceof NotApplicable || error instanceof UnknownValueError) return;
    throw failure(policy, args.urn, error);
  }
  if (!after) return;
  const result = unproxied(after);
  args.props = unknownCheckingProxy(result);
  const changes = Object.entries(result).filter(([key, value]) => !isDeepStrictEqual(value, before[key]));
  if (changes.length > 0)
    remediations.push({ policy: policy.name, urn: args.urn, changes: Object.fromEntries(changes) as JsonObject });
}

async function run(
  policy: Policy,
  urn: string | undefined,
  config: PackConfig,
  findings: Finding[],
  work: (report: (message: string, urn?: string) => void) => void | Promise<void>,
): Promise<void> {
  // What is still wrong after remediation is mandatory, and a stack policy cannot remediate: as in the SDK's server.
  const configured = levelOf(policy, config);
  const level: Level = configured === "advisory" ? "advisory" : "mandatory";
  const say = (said: Partial<Violation> & { message: string }) => {
    const finding = {
      policy: policy.name,
      severity: policy.severity,
      level: said.enforcementLevel ?? level,
      verdict: said.verdict ?? "denied",
    };
    const about = said.urn ?? urn;
    findings.push({ ...finding, message: said.message, ...(about !== undefined && { urn: about }) });
  };
  const report = (said: string | Violation, about?: string) => {
    if (typeof said === "object") say(said);
    else say({ message: [policy.description, said].filter(Boolean).join("\n"), urn: about });
  };
  try {
    await work(report as (message: string, urn?: string) => void);
  } catch (error) {
    if (error instanceof NotApplicable) return;
    if (!(error instanceof UnknownValueError)) throw failure(policy, urn, error);
    say({
      message: `undecided at preview: ${(error as Error).message}`,
      verdict: "undecided",
      enforcementLevel: "advisory",
    });
  }
}

function failure(policy: Policy, urn: string | undefined, error: unknown): PolicyError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PolicyError(`policy ${policy.name} failed${urn ? ` on ${urn}` : ""}: ${reason}`);
}

function levelOf(policy: Policy, config: PackConfig): EnforcementLevel {
  const own = config[policy.name] ?? config.all;
  const configured = typeof own === "string" ? own : own?.enforcementLevel;
  return configured ?? policy.enforcementLevel ?? "advisory";
}

function settingsOf(policy: Policy, config: PackConfig): <T extends object>() => T {
  const own = config[policy.name];
  const { enforcementLevel: _, ...settings } = typeof own === "object" ? own : {};
  return <T extends object>() => settings as T;
}

function concerns(run: object, type: string): boolean {
  const token = tokenOf(run);
  return token === undefined || token === type;
}

function unproxied(value: Record<string, unknown>): Record<string, unknown> {
  return (value.__isSpecialProxy ? value.__getSpecialProxyTarget : value) as Record<string, unknown>;
}
