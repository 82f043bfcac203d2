import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** One number, text or list that a policy's config may set: its JSON schema (the engine checks it) and its default. */
export interface Setting<T> {
  readonly schema: PolicyConfigJSONSchema;
  readonly default: T;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** The values of a rule's settings, after the pack's config. */
export type Values<S extends Settings> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** Whole numbers within bounds. */
export function integers(initial: number[], description: string, bounds: { minimum?: number; maximum?: number } = {}) {
  const schema: PolicyConfigJSONSchema = { type: "array", items: { type: "integer", ...bounds }, description };
  return { schema: { ...schema, default: initial }, default: initial } satisfies Setting<number[]>;
}

/** A whole number within bounds. */
export function integer(initial: number, description: string, bounds: { minimum?: number; maximum?: number } = {}) {
  const schema: PolicyConfigJSONSchema = { type: "integer", ...bounds, default: initial, description };
  return { schema, default: initial } satisfies Setting<number>;
}

/** Texts. */
export function texts(initial: string[], description: string) {
  const schema: PolicyConfigJSONSchema = { type: "array", items: { type: "string" }, default: initial, description };
  return { schema, default: initial } satisfies Setting<string[]>;
}

/** Yes or no. */
export function flag(initial: boolean, description: string) {
  const schema: PolicyConfigJSONSchema = { type: "boolean", default: initial, description };
  return { schema, default: initial } satisfies Setting<boolean>;
}

/** One of some texts. */
export function choice<T extends string>(options: readonly T[], initial: T, description: string) {
  const schema: PolicyConfigJSONSchema = { type: "string", enum: [...options], default: initial, description };
  return { schema, default: initial } satisfies Setting<T>;
}

/** Some of several texts. */
export function choices<T extends string>(options: readonly T[], initial: readonly T[], description: string) {
  const items = { type: "string" as const, enum: [...options] };
  const schema: PolicyConfigJSONSchema = { type: "array", items, default: [...initial], description };
  return { schema, default: initial } satisfies Setting<readonly T[]>;
}

/** Texts by name. */
export function textMap(initial: Record<string, string>, description: string) {
  const schema: PolicyConfigJSONSchema = {
    type: "object",
    additionalProperties: { type: "string" },
    default: initial,
    description,
  };
  return { schema, default: initial } satisfies Setting<Record<string, string>>;
}

/** One text. */
export function text(initial: string, description: string) {
  const schema: PolicyConfigJSONSchema = { type: "string", default: initial, description };
  return { schema, default: initial } satisfies Setting<string>;
}

/** A setting that is a regular expression; what is not a valid one is looked for as it stands. */
export function expression(source: string, flags = ""): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return new RegExp(source.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), flags);
  }
}
