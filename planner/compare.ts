import type { Base } from "./base";
import { type ChangeEffect, type Changing, effectOf } from "./change-effect";
import { compareFindings, type FindingsChange } from "./compare-findings";
import { changesBetween, type PropertyChange } from "./compare-values";
import { compare as inOrder, type Judgement } from "./finding";
import { formerUrns } from "./former-urns";
import { InputError } from "./input-error";
import { isProvider, providerUrn } from "./monitor";
import type { Json, JsonObject, Plan, PlannedResource } from "./plan";
import { isStack } from "./urn";
import { isObject } from "./wire";

/** What is different from another plan, or from a state, of the same stack. */
export interface Comparison {
  /** URNs, sorted. What moved to another type or parent without an alias is removed and added. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ResourceChange[];
  /** Absent when the base is a state, which has no findings. */
  readonly findings?: FindingsChange;
}

export interface ResourceChange {
  readonly urn: string;
  /** What it was called, where an alias says that it is the same resource. */
  readonly formerUrn?: string;
  readonly properties: readonly ResourcePropertyChange[];
}

export interface ResourcePropertyChange extends PropertyChange {
  /** What AWS makes of it; absent for options, and for inputs of which nothing is known. */
  readonly effect?: ChangeEffect;
}

/**
 * Compares inputs and options, and says what AWS makes of those inputs that are changed most.
 *
 * @throws InputError when the base is of another stack
 */
export function compare(base: Base, plan: Plan, judgement: Judgement): Comparison {
  refuseOtherStack(base, plan);
  const before = new Map(base.plan.resources.filter(isOwn).map((resource) => [resource.urn, resource]));
  const after = plan.resources.filter(isOwn);
  const former = formerUrns(plan, after, before);
  const added: string[] = [];
  const changed: ResourceChange[] = [];
  for (const resource of after) {
    const formerUrn = former.get(resource.urn);
    const old = before.get(formerUrn ?? resource.urn);
    if (!old) {
      added.push(resource.urn);
      continue;
    }
    before.delete(old.urn);
    const properties = [
      ...withEffects(changesBetween(asStated(old.inputs), asStated(resource.inputs)), {
        before: old,
        after: resource,
        plan,
      }),
      ...changesBetween({ options: optionsOf(old) }, { options: optionsOf(resource) }),
    ];
    if (properties.length > 0 || formerUrn !== undefined) {
      changed.push({ urn: resource.urn, ...(formerUrn !== undefined && { formerUrn }), properties });
    }
  }
  return {
    added: added.sort(),
    removed: [...before.keys()].sort(),
    changed: changed.sort((a, b) => inOrder(a.urn, b.urn)),
    ...(base.findings && { findings: compareFindings(base.findings, judgement.findings, former) }),
  };
}

/** Of a resource that is replaced nothing changes in place. */
function withEffects(changes: readonly PropertyChange[], changing: Changing): ResourcePropertyChange[] {
  const effects = changes.map(({ path }) => effectOf(path, changing));
  const isReplaced = effects.some((effect) => effect?.kind === "replaced");
  return changes.map((change, index) => {
    const effect = effects[index];
    const holds = effect && (!isReplaced || effect.kind === "replaced" || effect.kind === "ignored");
    return { ...change, ...(holds && { effect }) };
  });
}

function refuseOtherStack({ called, plan: base }: Base, { project, stack }: Plan): void {
  if (base.resources.length === 0 || (base.project === project && base.stack === stack)) return;
  throw new InputError(
    `--compare ${called} is of ${base.project} on ${base.stack}, and cannot be compared with ${project} on ${stack}`,
  );
}

/** True for what the program declares itself: not the stack, what it only reads, or the providers that it gets unasked. */
function isOwn({ urn, type, parent, external }: PlannedResource): boolean {
  return !external && !isStack(urn) && !(isProvider(type) && parent === undefined);
}

/** A state also has what the provider added to the inputs, and lists it under this name. */
const ADDED = "__defaults";

/** Inputs as the program stated them. */
function asStated(inputs: JsonObject): JsonObject {
  const added = Array.isArray(inputs[ADDED]) ? inputs[ADDED] : [];
  const stated = Object.entries(inputs).filter(
    ([key]) => key !== ADDED && key !== "__internal" && !added.includes(key),
  );
  return Object.fromEntries(stated.map(([key, value]) => [key, statedWithin(value)]));
}

function statedWithin(value: Json): Json {
  if (Array.isArray(value)) return value.map(statedWithin);
  return isObject(value) ? asStated(value) : value;
}

function optionsOf({ options, provider }: PlannedResource): JsonObject {
  const { protect, retainOnDelete, ignoreChanges, replaceOnChanges } = options;
  return {
    ...(protect && { protect }),
    ...(retainOnDelete && { retainOnDelete }),
    ...(ignoreChanges && { ignoreChanges: [...ignoreChanges].sort() }),
    ...(replaceOnChanges && { replaceOnChanges: [...replaceOnChanges].sort() }),
    // The name of a provider that the engine makes has its version in it.
    ...(provider && !/::default_[^:]*::[^:]*$/.test(provider) && { provider: providerUrn(provider) }),
  };
}
