import { readFileSync } from "node:fs";
import type { Policies, PolicyConfigSchema } from "@pulumi/policy";
import { closest } from "fastest-levenshtein";
import { InputError } from "./input-error";
import type { EnforcementLevel, PackConfig } from "./judge";

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Reads a policy pack's config as `--policy-pack-config` of the CLI takes it: by policy (or `all`), a level, or
 * settings with an `enforcementLevel` among them.
 * https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/
 *
 * @param policies the policies of the pack, whose schemas the settings must fit
 * @throws InputError when the file cannot be read, or holds a policy, a level or a setting that there is not
 */
export function readPackConfig(path: string, policies: Policies): PackConfig {
  const config = parse(path);
  if (!isRecord(config)) throw new InputError(`${path} must be a map of policies to levels or settings`);
  const schemas = new Map(policies.map(({ name, configSchema }) => [name, configSchema]));
  for (const [policy, written] of Object.entries(config)) {
    if (policy !== "all" && !schemas.has(policy)) {
      throw new InputError(
        `${path}: there is no policy "${policy}"; did you mean "${nearest(policy, schemas.keys())}"?`,
      );
    }
    checkLevel(path, policy, written);
    if (isRecord(written)) checkSettings(path, policy, written, schemas.get(policy));
  }
  return config as PackConfig;
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function checkLevel(path: string, policy: string, written: unknown): void {
  const level = isRecord(written) ? written.enforcementLevel : written;
  if (isRecord(written) && level === undefined) return;
  if (!LEVELS.some((known) => known === level)) {
    throw new InputError(
      `${path}: the level of "${policy}" must be one of ${LEVELS.join(", ")}, got ${JSON.stringify(level)}`,
    );
  }
}

function checkSettings(
  path: string,
  policy: string,
  { enforcementLevel: _, ...settings }: Record<string, unknown>,
  schema: PolicyConfigSchema | undefined,
): void {
  const properties = schema?.properties ?? {};
  for (const [key, value] of Object.entries(settings)) {
    const expected = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!expected) {
      const near =
        Object.keys(properties).length > 0 ? `; did you mean "${nearest(key, Object.keys(properties))}"?` : "";
      throw new InputError(`${path}: "${key}" is not a setting of ${policy}${near}`);
    }
    // Loaded here, for a plan without such a file does not need it.
    const { z } = require("zod") as typeof import("zod");
    const result = z.fromJSONSchema(expected as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
    const [issue] = result.error?.issues ?? [];
    if (!issue) continue;
    const place = [key, ...issue.path].join(".");
    throw new InputError(`${path}: ${place} of ${policy} does not fit: ${issue.message}, got ${JSON.stringify(value)}`);
  }
}

function nearest(word: string, known: Iterable<string>): string {
  return closest(word, [...known]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
