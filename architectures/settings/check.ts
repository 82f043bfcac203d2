import * as pulumi from "@pulumi/pulumi";
import { closest } from "fastest-levenshtein";
import { z } from "zod";

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
  const written = read(config);
  const result = schema.safeParse(written);
  if (result.success) return result.data;
  const [issue] = result.error.issues.map(innermost);
  throw new pulumi.RunError(issue ? sentence(architecture, schema, written, issue) : `${KEY} cannot be used`);
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
  const place = issue.path.reduce(
    (path: string, key) => `${path}${typeof key === "number" ? `[${key}]` : `.${String(key)}`}`,
    KEY,
  );
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
    const near = known.length > 0 ? `; did you mean "${closest(key, known)}"?` : "";
    return `${place}.${key} is not a setting of ${architecture}${near}`;
  }
  if (issue.code === "custom") return `${place}: ${issue.message}`;
  const got = value === undefined ? "nothing" : JSON.stringify(value);
  return `${place} ${requirement(issue, schema)}, got ${got}`;
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
