import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { type Exemptions, exemptionSchema } from "./exemptions";
import { type Resource, resourceOf, type StackResource, spellings, title } from "./resource";
import type { Rule, Verdicts } from "./rule";
import type { Settings, Values } from "./settings";
import { stackOf } from "./stack";

/** How a report differs from a plain violation; the planner reads it, the engine sees only message and level. */
export type Verdict = "denied" | "undecided" | "exempt";

/** What a policy of this pack reports. */
export interface Violation {
  readonly message: string;
  readonly urn?: string;
  /** Set where it differs from the policy's own level. */
  readonly enforcementLevel?: "advisory";
  readonly verdict: Verdict;
}

/** A rule as the policy that the SDK serves. */
export function policyOf(rule: Rule, exemptions: Exemptions): Policies[number] {
  const { fsbp = [], cis = [] } = rule.controls;
  return {
    name: rule.name,
    displayName: rule.displayName,
    description: rule.description,
    severity: rule.severity,
    url: rule.url,
    remediationSteps: rule.remediationSteps,
    tags: [...fsbp.map((id) => `FSBP ${id}`), ...cis.map((id) => `CIS 7.0 ${id}`)],
    enforcementLevel: typeof rule.level === "string" ? rule.level : rule.level[exemptions.context.environment],
    configSchema: configSchema(rule),
    ...(rule.resource && { validateResource: validateResource(rule, rule.resource, exemptions) }),
    ...(rule.remediate && { remediateResource: remediateResource(rule, rule.remediate) }),
    ...(rule.stack && { validateStack: validateStack(rule, rule.stack, exemptions) }),
  } as Policies[number];
}

function validateResource(rule: Rule, judge: NonNullable<Rule["resource"]>, exemptions: Exemptions) {
  return forItsTypes(rule, (args, report: ReportViolation) => {
    const resource = resourceOf(args);
    const config = configOf(rule, args, exemptions);
    judge({ resource, settings: settingsOf(rule, config), ...speaker(rule, resource, exemptions, report) });
  });
}

function validateStack(rule: Rule, judge: NonNullable<Rule["stack"]>, exemptions: Exemptions) {
  return (args: StackValidationArgs, report: ReportViolation) => {
    const config = configOf(rule, args, exemptions);
    const speakers = new Map<string, Verdicts>();
    const on = (resource: StackResource) => {
      const known = speakers.get(resource.urn) ?? speaker(rule, resource, exemptions, report);
      speakers.set(resource.urn, known);
      return known;
    };
    const onStack = speaker(rule, undefined, exemptions, report);
    judge({ stack: stackOf(args.resources), settings: settingsOf(rule, config), exemptions, on, onStack });
  };
}

function remediateResource(rule: Rule, remediate: NonNullable<Rule["remediate"]>) {
  return forItsTypes(rule, (args) => {
    const changes = remediate(resourceOf(args), settingsOf(rule, args.getConfig<Config>()));
    return changes && Object.assign(args.props, changes);
  });
}

/**
 * Runs a function for the types of a rule alone. The SDK skips one that carries a type token (`__pulumiType`, what
 * its own `validateResourceOfType` sets) for every other type without even reading the resource.
 */
function forItsTypes<R, P extends unknown[]>(rule: Rule, run: (args: ResourceValidationArgs, ...rest: P) => R) {
  const tokens = new Set(rule.types.flatMap(spellings));
  const guarded = (args: ResourceValidationArgs, ...rest: P) =>
    tokens.has(args.type) ? run(args, ...rest) : undefined;
  const [only, ...others] = tokens;
  return only && others.length === 0 ? Object.assign(guarded, { __pulumiType: only }) : guarded;
}

type Config = Record<string, unknown>;

function configOf(rule: Rule, args: { getConfig<T extends object>(): T }, exemptions: Exemptions): Config {
  const config = args.getConfig<Config>();
  exemptions.addPackOwned(rule.name, config.exemptions);
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

/** Puts verdicts into whole sentences, with the exemption that covers them. Without a resource it speaks of the stack. */
function speaker(
  rule: Rule,
  resource: Resource | undefined,
  exemptions: Exemptions,
  report: ReportViolation,
): Verdicts {
  const subject = resource ? `${title(resource)}: ` : "";
  let saidUndecided = false;
  const say = (message: string, verdict: Verdict, enforcementLevel?: "advisory") => {
    // The SDK's server takes this object too, and copies the fields that it knows; its types name the text form alone.
    const reportWhole = report as unknown as (violation: Violation) => void;
    reportWhole({ message, urn: resource?.urn, enforcementLevel, verdict });
  };
  return {
    deny(finding) {
      const sentence = `${subject}${finding}.`;
      const grant = resource && exemptions.find(rule, resource);
      if (grant?.active) say(`${sentence} Exempt: ${grant.says}.`, "exempt", "advisory");
      else say(grant ? `${sentence} ${grant.says}.` : sentence, "denied");
    },
    undecided(value) {
      if (saidUndecided) return;
      saidUndecided = true;
      say(`${subject}undecided at preview: ${value} is not known yet.`, "undecided", "advisory");
    },
  };
}
