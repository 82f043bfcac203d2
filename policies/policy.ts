import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { exemptionSchema } from "./exemptions";
import { frameworkOf, tagsOf } from "./framework";
import { type Resource, resourceOf, type StackResource, title, tokensOf } from "./resource";
import type { Change, Controls, Level, Rule, Verdicts } from "./rule";
import type { Run } from "./run";
import type { Settings, Values } from "./settings";
import { stackOf } from "./stack";
import type { Verdict } from "./verdict";

/** What a policy of this pack reports. */
export interface Violation {
  readonly message: string;
  readonly urn?: string;
  /** Set where it differs from the policy's own level. */
  readonly enforcementLevel?: "advisory";
  readonly verdict: Verdict;
  /** The controls that it is about, where they are not all that the policy decides. */
  readonly controls?: Controls;
}

/** A rule as the policy that the SDK serves. */
export function policyOf(rule: Rule, run: Run): Policies[number] {
  const framework = frameworkOf(rule.controls);
  return {
    name: rule.name,
    displayName: rule.displayName,
    description: rule.description,
    severity: rule.severity,
    url: rule.url,
    remediationSteps: rule.remediationSteps,
    tags: tagsOf(rule.controls),
    ...(framework && { framework }),
    enforcementLevel: levelOf(rule, run),
    configSchema: configSchema(rule),
    ...(rule.types.length > 0 && { validateResource: validateResource(rule, run) }),
    ...(rule.remediate && { remediateResource: remediateResource(rule, rule.remediate, run) }),
    ...(rule.stack && { validateStack: validateStack(rule, rule.stack, run) }),
  } as Policies[number];
}

function levelOf({ level }: Rule, { context }: Run): Level {
  return typeof level === "string" ? level : level[context.environment];
}

function validateResource(rule: Rule, run: Run) {
  const { environment } = run.context;
  return forItsTypes(rule, (args, report: ReportViolation) => {
    const resource = resourceOf(args);
    const settings = settingsOf(rule, configOf(rule, args, run));
    run.statedInputs.note(resource);
    run.undecided.forget(rule.name, resource.urn);
    rule.resource?.({ resource, settings, environment, ...speaker(rule, resource, run, "resource", report) });
  });
}

function validateStack(rule: Rule, judge: NonNullable<Rule["stack"]>, run: Run) {
  const { environment } = run.context;
  return (args: StackValidationArgs, report: ReportViolation) => {
    const settings = settingsOf(rule, configOf(rule, args, run));
    run.undecided.forgetStack(rule.name);
    const speakers = new Map<string, Verdicts>();
    const on = (resource: StackResource) => {
      const known = speakers.get(resource.urn) ?? speaker(rule, resource, run, "stack", report);
      speakers.set(resource.urn, known);
      return known;
    };
    const onStack = speaker(rule, undefined, run, "stack", report);
    judge({ stack: stackOf(args.resources), settings, environment, run, on, onStack });
  };
}

/** What is exempt stays as it is. */
function remediateResource(rule: Rule, remediate: NonNullable<Rule["remediate"]>, run: Run) {
  return forItsTypes(rule, (args) => {
    const resource = resourceOf(args);
    const changes = remediate(resource, settingsOf(rule, configOf(rule, args, run)));
    if (changes.length === 0 || run.exemptions.find(rule, resource)?.active) return undefined;
    for (const change of changes) set(args.props, change);
    return args.props;
  });
}

/** Sets a property in place: the SDK's proxies then keep the marks of the secrets around it, and of what it replaces. */
function set(properties: Record<string, unknown>, { path, value }: Change): void {
  let here: Record<string | number, unknown> = properties;
  path.forEach((step, index) => {
    const following = path[index + 1];
    if (following === undefined) {
      here[step] = value;
      return;
    }
    const next = here[step];
    if (typeof next !== "object" || next === null) here[step] = typeof following === "number" ? [] : {};
    here = here[step] as Record<string | number, unknown>;
  });
}

/**
 * Runs a function for the types of a rule alone. The SDK skips one that carries a type token (`__pulumiType`, what
 * its own `validateResourceOfType` sets) for every other type without even reading the resource.
 */
function forItsTypes<R, P extends unknown[]>(rule: Rule, run: (args: ResourceValidationArgs, ...rest: P) => R) {
  const { tokens, has } = tokensOf(rule.types);
  const guarded = (args: ResourceValidationArgs, ...rest: P) => (has(args.type) ? run(args, ...rest) : undefined);
  const [only, ...others] = tokens;
  return only && others.length === 0 && !only.endsWith("*") ? Object.assign(guarded, { __pulumiType: only }) : guarded;
}

type Config = Record<string, unknown>;

function configOf(rule: Rule, args: { getConfig<T extends object>(): T }, run: Run): Config {
  const config = args.getConfig<Config>();
  run.exemptions.addPackOwned(rule.name, config.exemptions);
  run.strangeSettings.note(rule.name, config, [...Object.keys(rule.settings ?? {}), "exemptions"]);
  return config;
}

function settingsOf<S extends Settings>(rule: Rule<S>, config: Config): Values<S> {
  const entries = Object.entries(rule.settings ?? {}).map(([key, setting]) => [key, config[key] ?? setting.default]);
  return Object.fromEntries(entries) as Values<S>;
}

function configSchema(rule: Rule): PolicyConfigSchema {
  const own = Object.entries(rule.settings ?? {}).map(([key, setting]) => [key, setting.schema]);
  return { properties: { ...Object.fromEntries(own), exemptions: exemptionSchema } };
}

/** What a program writes may be of any length; a person reads a paragraph. */
const LONGEST = 2000;

function readable(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 3)}...` : words;
}

/** Puts verdicts into whole sentences, with the exemption that covers them. Without a resource it speaks of the stack. */
function speaker(
  rule: Rule,
  resource: Resource | undefined,
  run: Run,
  phase: "resource" | "stack",
  report: ReportViolation,
): Verdicts {
  const subject = resource ? `${title(resource)}: ` : "";
  const say = (message: string, verdict: Verdict, enforcementLevel?: "advisory", controls?: Controls) => {
    // The SDK's server takes this object too, and copies the fields that it knows; its types name the text form alone.
    const reportWhole = report as unknown as (violation: Violation) => void;
    reportWhole({ message, urn: resource?.urn, enforcementLevel, verdict, ...(controls && { controls }) });
  };
  return {
    deny(finding, controls) {
      const sentence = `${subject}${readable(finding)}.`;
      const grant = resource && run.exemptions.find(rule, resource);
      if (grant?.active) say(`${sentence} Exempt: ${grant.says}.`, "exempt", "advisory", controls);
      else say(grant ? `${sentence} ${grant.says}.` : sentence, "denied", undefined, controls);
    },
    undecided(value) {
      if (!run.undecided.add(rule.name, resource?.urn, phase)) return;
      // Advice is the loudest that does not refuse what may be right: a mandatory one would fail every preview.
      const later = levelOf(rule, run) === "mandatory" ? " The policy is mandatory and decides once it is." : "";
      say(`${subject}undecided at preview: ${readable(value)} is not known yet.${later}`, "undecided", "advisory");
    },
  };
}
