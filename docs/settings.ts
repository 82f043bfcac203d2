import { z } from "zod";
import { architectures } from "../architectures/catalogue";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The page of all settings, made from the schemas that check them. */
export function settingsPage(): string {
  const parts = Object.entries(architectures).map(([name, load]) => {
    const { description, settings } = load();
    const schema = z.toJSONSchema(settings, { io: "output", unrepresentable: "any" });
    const rows = rowsOf(schema, "").map(([path, values]) => `| \`${path}\` | ${values.replaceAll("|", "\\|")} |`);
    return [`## ${name}`, "", `${description}.`, "", "| setting | what it takes |", "| --- | --- |", ...rows].join(
      "\n",
    );
  });
  const head =
    "# Settings\n\nWhat `tierwork:settings` of a stack file takes, by architecture. Names and defaults are those of the components' arguments, whose docstrings say what each means: `components/network.ts`, `components/web-tier.ts`, `components/container-service.ts`. Made by `npm run docs`.";
  return `${[head, ...parts].join("\n\n")}\n`;
}

function rowsOf(schema: JsonSchema, path: string): [string, string][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const own = value as JsonSchema;
    const here = path === "" ? key : `${path}.${key}`;
    const isMap = own.properties !== undefined && own.anyOf === undefined;
    return isMap ? rowsOf(own, here) : [[here, described(own)] as [string, string]];
  });
}

/** A schema in words: `"a" or "b"`, `list of text`, `{ type: "spot", … }`. */
function described(schema: JsonSchema): string {
  const initial = schema.default === undefined ? "" : ` (${JSON.stringify(schema.default)} if left out)`;
  return `${form(schema)}${initial}`;
}

function form(schema: JsonSchema): string {
  const arms = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (arms) return arms.map(form).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (schema.type === "array") return `list of ${form((schema.items ?? {}) as JsonSchema)}`;
  if (schema.properties) {
    const required = new Set(schema.required);
    const members = Object.entries(schema.properties).map(
      ([key, value]) => `${key}${required.has(key) ? "" : "?"}: ${form(value as JsonSchema)}`,
    );
    return `{ ${members.join(", ")} }`;
  }
  if (schema.type === "object") return `map of ${form((schema.additionalProperties ?? {}) as JsonSchema)}`;
  return { string: "text", number: "number", boolean: "true or false" }[String(schema.type)] ?? "anything";
}
