import type { JsonObject } from "./plan";
import { standIn } from "./stand-ins/outputs";
import type { Setting } from "./stand-ins/setting";
import type { Made } from "./stand-ins/words";
import { isSecret, secret, UNKNOWN, withoutSecretMarks } from "./wire";

/** What a resource has once it exists. */
export interface Created {
  /** Absent where nothing can be said of it. */
  readonly id?: string;
  readonly outputs: JsonObject;
  /** Which outputs, and `id`, are stand-ins. */
  readonly standIns: string[];
}

/** What the program says of a resource beside its inputs. */
export interface Said {
  /** The id of what is imported or read. */
  readonly id?: string;
  /** The outputs that the option `additionalSecretOutputs` names. */
  readonly secretOutputs?: readonly string[];
}

/** The id and outputs of a resource that a provider would create or read: stand-ins, then the inputs. */
export function created(made: Made, setting: Setting, { id: given, secretOutputs = [] }: Said): Created {
  const found = standIn({ ...made, inputs: withoutSecretMarks(made.inputs) }, setting);
  if (!found) return { id: given, outputs: sealed(made.inputs, secretOutputs), standIns: [] };
  const { id, ...computed } = madeWhole(found);
  if (given !== undefined && typeof id === "string" && id !== UNKNOWN) rename(computed, id, given);
  const known = id === UNKNOWN ? undefined : String(id);
  const standIns = Object.keys(computed).filter((key) => !(key in made.inputs) && computed[key] !== UNKNOWN);
  return {
    id: given ?? known,
    outputs: sealed({ ...computed, ...made.inputs }, secretOutputs),
    standIns: given === undefined && known !== undefined ? ["id", ...standIns] : standIns,
  };
}

/** What is composed of something unknown is unknown as a whole. */
function madeWhole(found: JsonObject): JsonObject {
  const whole = Object.entries(found).map(([key, value]) => [
    key,
    typeof value === "string" && value.includes(UNKNOWN) ? UNKNOWN : value,
  ]);
  return Object.fromEntries(whole);
}

/** Lets ARNs and names follow the id that the resource really has. */
function rename(computed: JsonObject, madeUp: string, given: string): void {
  for (const [key, value] of Object.entries(computed)) {
    if (typeof value === "string") computed[key] = value.replaceAll(madeUp, given);
  }
}

function sealed(outputs: JsonObject, secretOutputs: readonly string[]): JsonObject {
  const copy = { ...outputs };
  for (const key of secretOutputs) {
    const value = copy[key];
    if (value !== undefined && !isSecret(value)) copy[key] = secret(value);
  }
  return copy;
}
