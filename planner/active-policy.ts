import type { Policies, ResourceValidationPolicy } from "@pulumi/policy";
import type { JudgingPolicy, Level } from "./finding";
import { tokenOf } from "./policy-args";

type Policy = Policies[number];
export type EnforcementLevel = Level | "remediate" | "disabled";

/** A policy pack's config: by policy, a level or settings with an `enforcementLevel` among them. */
export type PackConfig = Readonly<
  Record<string, EnforcementLevel | ({ enforcementLevel?: EnforcementLevel } & Record<string, unknown>)>
>;

type Validation = Exclude<ResourceValidationPolicy["validateResource"], readonly unknown[] | undefined>;

/** A policy with what the pack's config makes of it: read once, as every resource is judged by every policy. */
export class ActivePolicy {
  /** The level of what it says. */
  readonly level: Level;
  private readonly validations: readonly Validation[];
  private readonly settings: Readonly<Record<string, unknown>>;

  private constructor(
    readonly policy: Policy,
    private readonly enforced: EnforcementLevel,
    config: PackConfig,
  ) {
    // What is still wrong after remediation is mandatory, and a stack policy cannot remediate: as in the SDK's server.
    this.level = enforced === "advisory" ? "advisory" : "mandatory";
    this.validations = "validateResource" in policy ? [policy.validateResource ?? []].flat() : [];
    this.settings = settingsOf(policy, config);
  }

  /** The policies that are not disabled. */
  static among(policies: Policies, config: PackConfig): ActivePolicy[] {
    const all = policies.map((policy) => new ActivePolicy(policy, levelOf(policy, config), config));
    return all.filter(({ enforced }) => enforced !== "disabled");
  }

  /** What judges resources of a type. */
  validationsOf(type: string): readonly Validation[] {
    return this.validations.filter((validate) => concerns(validate, type));
  }

  /** What mends resources of a type; undefined where nothing does, or nothing shall. */
  remediationOf(type: string) {
    if (this.enforced !== "remediate" || !("remediateResource" in this.policy)) return undefined;
    const { remediateResource } = this.policy;
    return remediateResource && concerns(remediateResource, type) ? remediateResource : undefined;
  }

  /** What a policy calls to read its settings. */
  get getConfig(): <T extends object>() => T {
    return <T extends object>() => ({ ...this.settings }) as T;
  }

  get described(): JudgingPolicy {
    const { level } = this;
    const { name, displayName, description, severity, remediationSteps, url, tags } = this.policy;
    return { name, displayName, description, level, severity, remediationSteps, url, tags };
  }
}

function levelOf(policy: Policy, config: PackConfig): EnforcementLevel {
  const configured = [config[policy.name], config.all].map((own) =>
    typeof own === "string" ? own : own?.enforcementLevel,
  );
  return configured.find((level) => level !== undefined) ?? policy.enforcementLevel ?? "advisory";
}

function settingsOf(policy: Policy, config: PackConfig): Record<string, unknown> {
  const own = config[policy.name];
  const { enforcementLevel: _, ...settings } = typeof own === "object" ? own : {};
  // The engine fills in what the policy's schema has as default before it hands the config to the pack.
  const defaults = Object.entries(policy.configSchema?.properties ?? {})
    .filter(([, schema]) => schema.default !== undefined)
    .map(([key, schema]) => [key, schema.default]);
  return { ...Object.fromEntries(defaults), ...settings };
}

/** The SDK calls what is made for one type for that type alone. */
function concerns(run: object, type: string): boolean {
  const token = tokenOf(run);
  return token === undefined || token === type;
}
