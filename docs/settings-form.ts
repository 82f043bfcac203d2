import type { z } from "zod";

export type Schema = z.core.JSONSchema.BaseSchema;

const width = 100;

/** A schema in words: `"a" or "b"`, `list of text`, `{ type: "spot", … }`, on one line, with what it is if left out. */
export function inWords(schema: Schema): string {
  return `${form(schema)}${ifLeftOut(schema)}`;
}

/** The same over several lines, for what is long. */
export function overLines(schema: Schema): string {
  return form(schema, "");
}

/** ` (2 if left out)`, or nothing where the schema has no default. */
export function ifLeftOut({ default: initial }: Schema): string {
  return initial === undefined ? "" : ` (${JSON.stringify(initial)} if left out)`;
}

/** `indent` is that of the line that the form begins on; without one it stays on that line. */
function form(schema: Schema, indent?: string): string {
  const arms = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (arms) return oneOf(arms, indent);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return oneOf(schema.enum.map((value) => ({ const: value })) as Schema[], indent);
  if (schema.type === "array") return `list of ${form((schema.items ?? {}) as Schema, indent)}`;
  if (schema.properties) return map(schema, indent);
  if (schema.type === "object") return `map of ${form((schema.additionalProperties ?? {}) as Schema, indent)}`;
  return { string: "text", number: "number", boolean: "true or false" }[String(schema.type)] ?? "anything";
}

/** Values that are alike fill their lines; kinds begin a line each. */
function oneOf(arms: readonly Schema[], indent?: string): string {
  const short = arms.map((arm) => form(arm)).join(" or ");
  if (indent === undefined || indent.length + short.length <= width) return short;
  const lines: string[] = [];
  let isValue = false;
  for (const arm of arms) {
    const text = form(arm, indent);
    const last = lines.at(-1);
    const fits = last !== undefined && indent.length + last.length + 4 + text.length <= width;
    if (last !== undefined && fits && isValue && arm.const !== undefined) lines.splice(-1, 1, `${last} or ${text}`);
    else lines.push(last === undefined ? text : `or ${text}`);
    isValue = arm.const !== undefined;
  }
  return lines.join(`\n${indent}`);
}

function map(schema: Schema, indent?: string): string {
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).map(([key, value]) => ({
    name: `${key}${required.has(key) ? "" : "?"}`,
    value: value as Schema,
  }));
  const short = `{ ${members.map(({ name, value }) => `${name}: ${form(value)}`).join(", ")} }`;
  if (indent === undefined || indent.length + short.length <= width) return short;
  const inner = `${indent}  `;
  const lines = members.map(({ name, value }) => `${inner}${name}: ${form(value, inner)},\n`).join("");
  return `{\n${lines}${indent}}`;
}
