import * as pulumi from "@pulumi/pulumi";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { type ArgumentError, shown } from "../../components/argument-checks";
import { type SettingPath, settingOf } from "./argument-setting";

const KEY = "tierwork:settings";

/**
 * The settings of the stack file, checked against an architecture's schema.
 *
 * @throws RunError with one sentence: which setting, what is allowed, what was given
 */
export function checkSettings<Schema extends z.ZodType>(
  architecture: string,
  schema: Schema,
  config: pulumi.Config,
): z.output<Schema> {
  refuseSecrets();
  let written = read(config);
  let result = schema.safeParse(written);
  const kept = config.getObject<string[]>("kept") ?? [];
  while (!result.success) {
    const wrong = kept.filter((key) => isAbout(key, result.error?.issues ?? []) && key in Object(written));
    if (wrong.length === 0) break;
    written = Object.fromEntries(Object.entries(Object(written)).filter(([key]) => !wrong.includes(key)));
    result = schema.safeParse(written);
  }
  if (result.success) return result.data;
  const [issue] = result.error.issues.map(innermost);
  throw new pulumi.RunError(issue ? sentence(architecture, schema, written, issue) : `${KEY} cannot be used`);
}

/**
 * What a component refuses, said of the setting that a person wrote; unchanged where that is none, or more than one.
 *
 * @param error of a component that an architecture made of its settings
 */
export function asSetting(error: ArgumentError, schema: z.ZodType, config: pulumi.Config): Error {
  const { argument, requirement, value } = error;
  const exists = (at: SettingPath) => keysAt(jsonSchema(schema), at.slice(0, -1)).includes(String(at.at(-1)));
  const path = settingOf(argument, value, read(config), exists);
  return path ? new pulumi.RunError(`${placeOf(path)} ${requirement}, got ${shown(value)}`) : error;
}

/** As a person would write it: `tierwork:settings.scaling[0].target`. */
function placeOf(path: SettingPath): string {
  return path.reduce((place: string, key) => {
    if (typeof key === "number") return `${place}[${key}]`;
    return /^[\w-]+$/.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
  }, KEY);
}

/** The SDK gives an encrypted leaf of an object as plain text, which would then stand in plans and state. */
function refuseSecrets(): void {
  // The SDK exports this function, but leaves it out of its types.
  const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret: (key: string) => boolean };
  if (!isConfigSecret(KEY)) return;
  throw new pulumi.RunError(
    `${KEY} holds an encrypted value, but no setting takes a secret: keep it in Secrets Manager or the SSM Parameter Store and let the servers read it there`,
  );
}

function read(config: pulumi.Config): unknown {
  const text = config.get("settings");
  if (text === undefined || text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type Issue = z.core.$ZodIssue;

/** True where a schema takes a setting not at all, or not as it is written. */
function isAbout(key: string, issues: readonly Issue[]): boolean {
  return issues.some(
    ({ path, ...issue }) => path[0] === key || (issue.code === "unrecognized_keys" && issue.keys.includes(key)),
  );
}

/** What is wrong within the one arm of a union whose form the value has, rather than that it fits none. */
function innermost(issue: Issue): Issue {
  if (issue.code !== "invalid_union" || issue.discriminator || issue.message.startsWith("must ")) return issue;
  const within = issue.errors.flatMap(([first]) => {
    const isWithin = first && (first.path.length > 0 || first.code === "unrecognized_keys");
    return isWithin ? [first] : [];
  });
  const [only, ...others] = within;
  if (!only || others.length > 0) return issue;
  return innermost({ ...only, path: [...issue.path, ...only.path] });
}

function sentence(architecture: string, schema: z.ZodType, written: unknown, issue: Issue): string {
  const place = placeOf(issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)));
  // A name that stands for a map with that type is what was written, wherever in the map the fault is.
  const value = issue.path.reduce(
    (here: unknown, key) =>
      typeof here === "object" && here !== null ? (here as Record<PropertyKey, unknown>)[key] : here,
    written,
  );
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    const known = keysAt(jsonSchema(schema), issue.path);
    // Another arm of the union has it.
    if (known.includes(key)) return `${place}.${key} does not go with ${armOf(value)}`;
    return `${place}.${key} is not a setting of ${architecture}${instead(key, known, architecture)}`;
  }
  if (issue.code === "custom") return `${place}: ${issue.message}`;
  const got = value === undefined ? "nothing" : shown(value);
  return `${place} ${requirement(issue, schema)}, got ${got}`;
}

/** What may have been meant by a setting that is none: the one that is spelt nearly so, or whatever there is. */
function instead(key: string, known: readonly string[], architecture: string): string {
  if (known.length === 0) return "";
  const lower = key.toLowerCase();
  const longer = known.find((one) => one.toLowerCase().startsWith(lower) || lower.startsWith(one.toLowerCase()));
  const near = longer ?? closest(key, [...known]);
  const isNear = longer !== undefined || distance(lower, near.toLowerCase()) <= Math.ceil(key.length / 3);
  if (isNear) return `; did you mean "${near}"?`;
  return known.length <= 12 ? `; there are ${[...known].sort().join(", ")}` : `; see docs/settings/${architecture}.md`;
}

/** What was chosen there: `type "fargate"`. */
function armOf(value: unknown): string {
  const chosen = Object.entries(Object(value)).find(([key]) => ["type", "protocol", "mode"].includes(key));
  return chosen ? `${chosen[0]} ${JSON.stringify(chosen[1])}` : "what else is set there";
}

function requirement(issue: Issue, schema: z.ZodType): string {
  // A schema's own words, where it has some.
  if (issue.message.startsWith("must ")) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return `must be ${article(issue.expected)}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return issue.discriminator ? oneOf(constantsAt(jsonSchema(schema), issue.path)) : alternatives(issue, schema);
    default:
      return `is not allowed (${issue.message})`;
  }
}

function oneOf(values: readonly unknown[]): string {
  const written = values.map((value) => JSON.stringify(value));
  return written.length === 1 ? `must be ${written[0]}` : `must be one of ${written.join(", ")}`;
}

/** What the arms of a union expect: "must be a number or a list". */
function alternatives(issue: Extract<Issue, { code: "invalid_union" }>, schema: z.ZodType): string {
  const arms = issue.errors.flatMap(([first]) => (first ? [requirement(first, schema).replace(/^must be /, "")] : []));
  return `must be ${[...new Set(arms)].join(" or ")}`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: "a list",
    object: "a map",
    record: "a map",
    int: "a whole number",
    boolean: "true or false",
    string: "a text",
  };
  return names[type] ?? `a ${type}`;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function jsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
}

/** The keys that a schema knows at a path, whichever arm of a union has them. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** The fixed values that a schema takes at a path, whichever arm of a union has them. */
function constantsAt(schema: JsonSchema, path: readonly PropertyKey[]): unknown[] {
  return schemasAt(schema, path).flatMap(({ const: constant }) => (constant === undefined ? [] : [constant]));
}

function schemasAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema[] {
  const arms = ((schema.anyOf ?? schema.oneOf ?? []) as JsonSchema[]).flatMap((arm) => schemasAt(arm, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema, ...arms];
  const below =
    typeof step === "number" ? schema.items : (schema.properties?.[String(step)] ?? schema.additionalProperties);
  return [...(below && typeof below === "object" ? schemasAt(below as JsonSchema, rest) : []), ...arms];
}
