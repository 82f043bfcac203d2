import type { Policies, PolicyConfigSchema } from "@pulumi/policy";
import { closest } from "fastest-levenshtein";
import type { EnforcementLevel, PackConfig } from "./active-policy";
import { InputError } from "./input-error";
import { readFile } from "./read-file";

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/** A file that the user names. */
export interface ConfigFile {
  readonly path: string;
  /** As the user wrote it, for messages. */
  readonly called: string;
}

/** What of a policy its config must fit. */
export type ConfigurablePolicy = Pick<Policies[number], "name" | "configSchema">;

/**
 * Reads a policy pack's config as `--policy-pack-config` of the CLI takes it: by policy (or `all`), a level, or
 * settings with an `enforcementLevel` among them.
 * https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/
 *
 * @param policies the policies of the pack, whose schemas the settings must fit
 * @throws InputError when the file cannot be read, or holds a policy, a level or a setting that there is not
 */
export function readPackConfig({ path, called }: ConfigFile, policies: readonly ConfigurablePolicy[]): PackConfig {
  const config = parsed(readFile(path, called), called);
  if (!isRecord(config)) throw new InputError(`${called} must be a map of policies to levels or settings`);
  const schemas = new Map(policies.map(({ name, configSchema }) => [name, configSchema]));
  for (const [policy, written] of Object.entries(config)) {
    if (policy !== "all" && !schemas.has(policy)) {
      throw new InputError(
        `${called}: there is no policy "${policy}"; did you mean "${nearest(policy, schemas.keys())}"?`,
      );
    }
    checkLevel(called, policy, written);
    if (isRecord(written)) checkSettings(called, policy, written, schemas.get(policy));
  }
  return config as PackConfig;
}

function parsed(text: string, called: string): unknown {
  try {
    // Editors of Windows put a mark in front.
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new InputError(`${called} is not JSON${placeOf(error, text)}`);
  }
}

/** The parser's own words quote the file, whatever bytes it holds; of them only the place is of use. */
function placeOf(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  return position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
}

function checkLevel(called: string, policy: string, written: unknown): void {
  const level = isRecord(written) ? written.enforcementLevel : written;
  if (isRecord(written) && level === undefined) return;
  if (!LEVELS.some((known) => known === level)) {
    throw new InputError(
      `${called}: the level of "${policy}" must be one of ${LEVELS.join(", ")}, got ${JSON.stringify(level)}`,
    );
  }
}

function checkSettings(
  called: string,
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
      throw new InputError(`${called}: "${key}" is not a setting of ${policy}${near}`);
    }
    // Loaded here, for a plan without such a file does not need it.
    const { z } = require("zod") as typeof import("zod");
    const result = z.fromJSONSchema(expected as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
    const [issue] = result.error?.issues ?? [];
    if (!issue) continue;
    const place = [key, ...issue.path].join(".");
    throw new InputError(
      `${called}: ${place} of ${policy} does not fit: ${issue.message}, got ${JSON.stringify(value)}`,
    );
  }
}

function nearest(word: string, known: Iterable<string>): string {
  return closest(word, [...known]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
