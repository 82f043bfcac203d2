import type { JsonObject } from "./plan";
import { publishedBy, standIn } from "./stand-ins/outputs";
import type { Setting } from "./stand-ins/setting";
import type { Made } from "./stand-ins/words";
import {
  holdsSecret,
  isObject,
  isSecret,
  mapTexts,
  SIGNATURE,
  secret,
  UNKNOWN,
  wholly,
  withoutSecretMarks,
} from "./wire";

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
  const { id, ...whole } = wholly(found);
  const isRenamed = given !== undefined && typeof id === "string" && id !== UNKNOWN;
  const computed = isRenamed ? renamed(whole, id, given) : whole;
  const known = id === UNKNOWN ? undefined : String(id);
  const standIns = madeUp(computed, made.inputs);
  return {
    id: given ?? known,
    outputs: sealed(merged(computed, made.inputs), secretOutputs),
    standIns: given === undefined && known !== undefined ? ["id", ...standIns] : standIns,
  };
}

/** What a remote component is known to publish, although only its plugin could make its children. */
export function published(made: Made, setting: Setting): Created {
  const outputs = wholly(publishedBy({ ...made, inputs: withoutSecretMarks(made.inputs) }, setting));
  // What is made of a secret is one.
  return { outputs: sealed(outputs, holdsSecret(made.inputs) ? Object.keys(outputs) : []), standIns: madeUp(outputs) };
}

/** Lets ARNs and names follow the id that the resource really has. */
function renamed(computed: JsonObject, madeUpId: string, given: string): JsonObject {
  return mapTexts(computed, (text) => text.replaceAll(madeUpId, given)) as JsonObject;
}

/** The inputs, and within them too what they leave to the provider: `vpcConfig` of an EKS cluster is partly computed. */
function merged(computed: JsonObject, inputs: JsonObject): JsonObject {
  const outputs: JsonObject = { ...computed, ...inputs };
  for (const [key, value] of Object.entries(computed)) {
    const stated = inputs[key];
    if (isObject(value) && isObject(stated) && !(SIGNATURE in stated)) outputs[key] = merged(value, stated);
  }
  return outputs;
}

/** The outputs that the program did not state, as paths. */
function madeUp(computed: JsonObject, inputs: JsonObject = {}): string[] {
  return Object.entries(computed).flatMap(([key, value]) => {
    const stated = inputs[key];
    if (isObject(value) && isObject(stated) && !(SIGNATURE in stated)) {
      return madeUp(value, stated).map((path) => `${key}.${path}`);
    }
    return key in inputs || value === UNKNOWN ? [] : [key];
  });
}

function sealed(outputs: JsonObject, secretOutputs: readonly string[]): JsonObject {
  const copy = { ...outputs };
  for (const key of secretOutputs) {
    const value = copy[key];
    if (value !== undefined && !isSecret(value)) copy[key] = secret(value);
  }
  return copy;
}
