import type { Json, JsonObject } from "../plan";
import { holdsUnknown, isObject } from "../wire";

/**
 * What `aws.iam.getPolicyDocument` answers: the document that the AWS provider renders from typed statements. It needs
 * no account, so the plan renders it for real and policies can read it.
 * https://www.pulumi.com/registry/packages/aws/api-docs/iam/getpolicydocument/
 */
export function policyDocument(inputs: JsonObject): string {
  const sources = list(inputs.sourcePolicyDocuments).flatMap((source) => statementsIn(source));
  const own = list(inputs.statements).map(statement);
  const overrides = list(inputs.overridePolicyDocuments).flatMap((source) => statementsIn(source));
  const statements = override([...sources, ...own], overrides);
  const id = inputs.policyId;
  return JSON.stringify({
    Version: inputs.version ?? "2012-10-17",
    ...(typeof id === "string" ? { Id: id } : {}),
    Statement: statements,
  });
}

/** True when the document cannot be told because a part of it is unknown. */
export function isUndetermined(inputs: JsonObject): boolean {
  return holdsUnknown(inputs);
}

function statement(written: Json): JsonObject {
  const from = isObject(written) ? written : {};
  const rendered: JsonObject = {};
  if (typeof from.sid === "string" && from.sid !== "") rendered.Sid = from.sid;
  rendered.Effect = from.effect ?? "Allow";
  assign(rendered, "Action", from.actions);
  assign(rendered, "NotAction", from.notActions);
  assign(rendered, "Resource", from.resources);
  assign(rendered, "NotResource", from.notResources);
  const principals = list(from.principals);
  if (principals.length > 0) rendered.Principal = principal(principals);
  const notPrincipals = list(from.notPrincipals);
  if (notPrincipals.length > 0) rendered.NotPrincipal = principal(notPrincipals);
  const conditions = list(from.conditions);
  if (conditions.length > 0) rendered.Condition = condition(conditions);
  return rendered;
}

function assign(target: JsonObject, key: string, values: Json | undefined): void {
  const members = list(values);
  if (members.length > 0) target[key] = oneOrMany(members);
}

function principal(written: Json[]): Json {
  const byType: Record<string, Json[]> = {};
  for (const entry of written) {
    if (!isObject(entry) || typeof entry.type !== "string") continue;
    const identifiers = list(entry.identifiers);
    if (entry.type === "*" && identifiers.length === 1 && identifiers[0] === "*") return "*";
    byType[entry.type] = [...(byType[entry.type] ?? []), ...identifiers];
  }
  return Object.fromEntries(Object.entries(byType).map(([type, identifiers]) => [type, oneOrMany(identifiers)]));
}

function condition(written: Json[]): Json {
  const byTest: Record<string, JsonObject> = {};
  for (const entry of written) {
    if (!isObject(entry) || typeof entry.test !== "string" || typeof entry.variable !== "string") continue;
    const test = byTest[entry.test] ?? {};
    byTest[entry.test] = test;
    test[entry.variable] = oneOrMany([...list(test[entry.variable]), ...list(entry.values)]);
  }
  return byTest;
}

/** Statements of an overriding document replace those with the same Sid. */
function override(base: JsonObject[], overrides: JsonObject[]): JsonObject[] {
  const replaced = new Set(overrides.map(({ Sid }) => Sid).filter((sid) => sid !== undefined));
  return [...base.filter(({ Sid }) => Sid === undefined || !replaced.has(Sid)), ...overrides];
}

function statementsIn(document: Json): JsonObject[] {
  if (typeof document !== "string" || document === "") return [];
  const parsed: unknown = JSON.parse(document);
  return isObject(parsed) ? list(parsed.Statement).filter(isObject) : [];
}

function oneOrMany(members: Json[]): Json {
  const [only, ...more] = members;
  return only !== undefined && more.length === 0 ? only : members;
}

function list(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
