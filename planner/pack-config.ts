import { readFileSync } from "node:fs";
import { closest } from "fastest-levenshtein";
import { InputError } from "./input-error";
import type { EnforcementLevel, PackConfig } from "./judge";

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Reads a policy pack's config as `--policy-pack-config` of the CLI takes it: by policy (or `all`), a level, or
 * settings with an `enforcementLevel` among them.
 * https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/
 *
 * @param names the policies of the pack
 * @throws InputError when the file cannot be read, or names a policy or a level that does not exist
 */
export function readPackConfig(path: string, names: readonly string[]): PackConfig {
  const config = parse(path);
  if (!isRecord(config)) throw new InputError(`${path} must be a map of policies to levels or settings`);
  for (const [policy, written] of Object.entries(config)) check(path, names, policy, written);
  return config as PackConfig;
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function check(path: string, names: readonly string[], policy: string, written: unknown): void {
  if (policy !== "all" && !names.includes(policy)) {
    throw new InputError(`${path}: there is no policy "${policy}"; did you mean "${closest(policy, [...names])}"?`);
  }
  const level = isRecord(written) ? written.enforcementLevel : written;
  if (isRecord(written) && level === undefined) return;
  if (!LEVELS.some((known) => known === level)) {
    throw new InputError(
      `${path}: the level of "${policy}" must be one of ${LEVELS.join(", ")}, got ${JSON.stringify(level)}`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
