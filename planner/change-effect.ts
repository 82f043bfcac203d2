import { autoscalingEffects } from "./change-effects/autoscaling";
import { ec2Effects } from "./change-effects/ec2";
import { ecsEffects } from "./change-effects/ecs";
import { rdsEffects } from "./change-effects/rds";
import { storageEffects } from "./change-effects/storage";
import type { Plan, PlannedResource } from "./plan";

/** What becomes of a resource one of whose inputs changes. */
export interface ChangeEffect {
  /**
   * `ignored`: nothing, as the program says; `inPlace`: changed while it works; `restarted`: stopped, changed and started;
   * `rolledOut`: what comes of it is replaced bit by bit; `replaced`: another one takes its place; `refused`: AWS does not.
   */
  readonly kind: "ignored" | "inPlace" | "restarted" | "rolledOut" | "replaced" | "refused";
  /** The same in words, with what follows from it. */
  readonly words: string;
  /** The page that says so; absent where the options of the resource do. */
  readonly source?: string;
}

/** A resource whose inputs change. */
export interface Changing {
  readonly before: PlannedResource;
  readonly after: PlannedResource;
  /** What will be there beside it. */
  readonly plan: Plan;
}

/** What a change of some inputs of one type means. */
export interface EffectRow {
  readonly type: string;
  /** Inputs, or what lies in them, such as `rootBlockDevice.volumeSize`. */
  readonly inputs: readonly string[];
  readonly effect: (changing: Changing) => Omit<ChangeEffect, "source">;
  /** The page of AWS or of the provider that says so. */
  readonly source: string;
  /** What a plan says of such a resource before anything changes: how it scales up. */
  readonly mark?: string;
}

const rows: readonly EffectRow[] = [
  ...autoscalingEffects,
  ...ec2Effects,
  ...ecsEffects,
  ...rdsEffects,
  ...storageEffects,
];

/** What a change of the input at this path means; undefined where this table does not know. */
export function effectOf(path: string, changing: Changing): ChangeEffect | undefined {
  const { type, options } = changing.after;
  const isWithin = (pattern: string) => covers(pattern, path);
  if (options.ignoreChanges?.some(isWithin)) return { kind: "ignored", words: "ignored, as ignoreChanges says" };
  if (options.replaceOnChanges?.some(isWithin))
    return { kind: "replaced", words: "replaces it, as replaceOnChanges says" };
  const row = rows.find((each) => each.type === type && each.inputs.some(isWithin));
  return row && { ...row.effect(changing), source: row.source };
}

/** What a plan says of a resource that can be made larger or smaller as it stands. */
export function scalingMark({ type, options }: PlannedResource): string | undefined {
  const row = rows.find((each) => each.type === type && each.mark !== undefined);
  const isIgnored = row?.inputs.some((input) => options.ignoreChanges?.some((pattern) => covers(pattern, input)));
  return isIgnored ? undefined : row?.mark;
}

/** Whether a path is the one of a pattern, in which `*` is any one step, or lies within it. */
function covers(pattern: string, path: string): boolean {
  const [whole, within] = [stepsOf(pattern), stepsOf(path)];
  return whole.length <= within.length && whole.every((step, index) => step === "*" || step === within[index]);
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]"]+/).filter((step) => step !== "");
}
