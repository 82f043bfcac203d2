import type { ChangeEffect } from "../../../planner/change-effect";
import { compare } from "../../../planner/compare";
import type { JsonObject, PlannedOptions, PlannedResource } from "../../../planner/plan";
import { baseOf, judgementWith, planWith, resource } from "../reports";

/** A resource of which inputs change. */
export interface Change {
  readonly type: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly options?: PlannedOptions;
  /** What there is beside it. */
  readonly beside?: readonly PlannedResource[];
}

/** Two plans with one such resource. */
export function plans({ type, before, after, options = {}, beside = [] }: Change) {
  const one = (inputs: JsonObject) => planWith(resource("it", { type, inputs, options }), ...beside);
  return { base: baseOf(one(before)), plan: one(after) };
}

/** The effects of a change, by path. */
export function effects(change: Change): Record<string, ChangeEffect | undefined> {
  const { base, plan } = plans(change);
  const [found] = compare(base, plan, judgementWith()).changed;
  return Object.fromEntries((found?.properties ?? []).map(({ path, effect }) => [path, effect]));
}

/** What is said of them, with the kind. */
export function words(change: Change): (string | undefined)[] {
  return Object.values(effects(change)).map((effect) => effect && `${effect.kind}: ${effect.words}`);
}
