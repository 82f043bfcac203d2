import {
  type AnalyzerInfo,
  ConfigureAnalyzerRequest,
  PolicyConfig,
  type PolicyInfo,
  PolicySeverity,
  EnforcementLevel as Wire,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { EnforcementLevel, PackConfig } from "../active-policy";
import type { JudgingPolicy } from "../finding";
import { InputError } from "../input-error";
import type { ConfigurablePolicy } from "../pack-config";
import type { JsonObject } from "../plan";

/** The engine's levels by the numbers that stand for them on the wire. */
export const LEVELS: Readonly<Record<Wire, EnforcementLevel>> = {
  [Wire.ADVISORY]: "advisory",
  [Wire.MANDATORY]: "mandatory",
  [Wire.DISABLED]: "disabled",
  [Wire.REMEDIATE]: "remediate",
};

const NUMBERS: Readonly<Record<EnforcementLevel, Wire>> = {
  advisory: Wire.ADVISORY,
  mandatory: Wire.MANDATORY,
  disabled: Wire.DISABLED,
  remediate: Wire.REMEDIATE,
};

/** The severities by the numbers that stand for them on the wire; a pack need not say any. */
export const SEVERITIES: Readonly<Record<PolicySeverity, JudgingPolicy["severity"]>> = {
  [PolicySeverity.POLICY_SEVERITY_UNSPECIFIED]: undefined,
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

/** A policy with its level and settings for this run. */
export interface ConfiguredPolicy {
  readonly info: PolicyInfo;
  readonly level: EnforcementLevel;
  readonly settings: JsonObject;
}

/** The policies of a pack with the schemas of their settings, as their config is checked. */
export function configurable(info: AnalyzerInfo): ConfigurablePolicy[] {
  return info.getPoliciesList().map((policy) => {
    const properties = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
    return { name: policy.getName(), configSchema: { properties } as ConfigurablePolicy["configSchema"] };
  });
}

/**
 * What the engine makes of the config that the user gives and the one that the pack brings: where neither says anything
 * of a setting, the default in its schema holds. `pkg/resource/analyzer/config.go` of pulumi/pulumi.
 *
 * @param called the pack, as the user names it
 * @throws InputError when a setting that a policy requires has no value
 */
export function configured(info: AnalyzerInfo, config: PackConfig, called: string): ConfiguredPolicy[] {
  const brought = info.getInitialconfigMap();
  return info.getPoliciesList().map((policy) => {
    const name = policy.getName();
    const own = config[name];
    const initial = brought.get(name);
    const wire = (initial ?? brought.get("all"))?.getEnforcementlevel() ?? policy.getEnforcementlevel();
    const level = levelIn(own) ?? levelIn(config.all) ?? LEVELS[wire];
    const { enforcementLevel: _, ...stated } = typeof own === "object" ? own : {};
    const settings = { ...defaultsOf(policy), ...initial?.getProperties()?.toJavaScript(), ...stated } as JsonObject;
    const missing =
      policy
        .getConfigschema()
        ?.getRequiredList()
        .filter((key) => !Object.hasOwn(settings, key)) ?? [];
    if (level !== "disabled" && missing.length > 0) {
      throw new InputError(
        `policy ${name} of ${called} needs the setting "${missing.join('", "')}": give it with --policy-pack-config`,
      );
    }
    return { info: policy, level, settings };
  });
}

function levelIn(written: PackConfig[string] | undefined): EnforcementLevel | undefined {
  return typeof written === "object" ? written.enforcementLevel : written;
}

function defaultsOf(policy: PolicyInfo): Record<string, unknown> {
  const properties = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
  const schemas = Object.entries(properties) as [string, { default?: unknown } | null][];
  return Object.fromEntries(
    schemas.flatMap(([key, schema]) => (schema?.default === undefined ? [] : [[key, schema.default]])),
  );
}

/** The request that gives a pack its levels and settings. */
export function configureRequest(policies: readonly ConfiguredPolicy[]): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const { info, level, settings } of policies) {
    const message = new PolicyConfig();
    message.setEnforcementlevel(NUMBERS[level]);
    message.setProperties(Struct.fromJavaScript(settings));
    request.getPolicyconfigMap().set(info.getName(), message);
  }
  return request;
}

/** A policy as it describes itself, under its name in a report: policies of several packs may have the same. */
export function described(pack: string, { info, level }: ConfiguredPolicy): JudgingPolicy {
  const text = (value: string) => (value === "" ? undefined : value);
  return {
    name: `${pack}/${info.getName()}`,
    displayName: text(info.getDisplayname()),
    description: info.getDescription(),
    level: level === "advisory" ? "advisory" : "mandatory",
    severity: SEVERITIES[info.getSeverity()],
    remediationSteps: text(info.getRemediationSteps()),
    url: text(info.getUrl()),
    tags: info.getTagsList(),
  };
}
