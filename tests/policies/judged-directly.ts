import { type Example, Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";
import { canonicalType, type StackResource } from "../../policies/resource";
import type { Rule, Verdicts } from "../../policies/rule";
import { Run } from "../../policies/run";
import { fake, fakeStack } from "./facts/fake-stack";

/**
 * What a rule says of an example at preview, without the SDK between: its wire format takes most of the time of long
 * lists. Sentences without the resource that they begin with.
 */
export function judgedDirectly(rule: Rule, example: Example): string[] {
  const said: string[] = [];
  const verdicts: Verdicts = { deny: (finding) => said.push(finding), undecided: (value) => said.push(value) };
  const { environment = "prod", exemptions = [] } = example;
  const run = new Run({ environment, exemptions, today: "2026-11-01" }, [rule]);
  const settings = Object.fromEntries(
    Object.entries(rule.settings ?? {}).map(([key, setting]) => [key, example.settings?.[key] ?? setting.default]),
  );
  const resources = resourcesOf(example);
  for (const resource of resources.filter(({ type }) => rule.types.some((wanted) => fits(type, wanted)))) {
    run.statedInputs.note(resource);
    rule.resource?.({ resource, settings, environment, ...verdicts });
  }
  rule.stack?.({ stack: fakeStack(...resources), settings, environment, run, on: () => verdicts, onStack: verdicts });
  return said;
}

function fits(type: string, wanted: string): boolean {
  return wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

function resourcesOf(example: Example): StackResource[] {
  const made = new Map<string, StackResource>();
  const references = new Map<string, Record<string, StackResource[]>>();
  for (const [name, { type, props }] of Object.entries(example.resources)) {
    const own: Record<string, StackResource[]> = {};
    references.set(name, own);
    made.set(name, fake(canonicalType(type), name, unknown(props) as Record<string, unknown>, own));
  }
  for (const [name, { props }] of Object.entries(example.resources)) {
    for (const [property, value] of Object.entries(props)) {
      const targets = [...new Set(referredTo(value))].flatMap((target) => made.get(target) ?? []);
      const own = references.get(name);
      if (own && targets.length > 0) own[property] = targets;
    }
  }
  return [...made.values()];
}

/** At preview a reference is not known. The members of a long list are few objects, many times: each is copied once. */
function unknown(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (value instanceof Reference) return UNKNOWN;
  if (typeof value !== "object" || value === null) return value;
  const copy =
    copies.get(value) ??
    (Array.isArray(value)
      ? value.map((member) => unknown(member, copies))
      : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unknown(member, copies)])));
  copies.set(value, copy);
  return copy;
}

function referredTo(value: unknown): string[] {
  if (value instanceof Reference) return [value.resource];
  return typeof value === "object" && value !== null ? [...new Set(Object.values(value))].flatMap(referredTo) : [];
}
