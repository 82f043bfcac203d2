import { runtime } from "@pulumi/pulumi";
import { InputError } from "./input-error";
import { type Json, type JsonObject, Plan, type PlannedOptions, type PlannedResource, type Position } from "./plan";
import { SECRET_STAND_IN } from "./stack-file";
import { readDeployment, type Written } from "./state-file";
import { isStack, nameOf, typeOf } from "./urn";
import { isObject, SIGNATURE, secret } from "./wire";

/** Deeper than any provider's properties, and less than what readers that recurse can take. */
const MOST_LEVELS = 500;

/**
 * What a stack has, in the form of a plan. What waits for its deletion is left out, as by `pulumi policy analyze`.
 *
 * @param called the file as the user wrote it, for messages
 * @returns the plan, and what its reader should be told
 * @throws InputError when the file is no state
 */
export function readState(path: string, called: string): { plan: Plan; notes: string[] } {
  const { version, resources: listed, pendingOperations } = readDeployment(path, called);
  const seen = { deleted: 0, encrypted: 0 };
  const resources = listed.flatMap((written, index) => {
    if (written.delete === true) seen.deleted++;
    const encrypted = () => seen.encrypted++;
    return written.delete === true ? [] : resourceOf(written, version, `${called}: resources[${index}]`, encrypted);
  });
  const [, stack = "no stack", project = "no project"] =
    /^urn:pulumi:(.*?)::(.*?)::/.exec(resources[0]?.urn ?? "") ?? [];
  const outputs = resources.find(({ urn }) => isStack(urn))?.outputs ?? {};
  return {
    plan: new Plan(project, stack, resources, outputs, undefined, true),
    notes: [
      ...counted(pendingOperations, "operation", "interrupted: what was made is not in the state"),
      ...counted(seen.deleted, "resource", "waiting for deletion and not judged"),
      ...counted(seen.encrypted, "secret", "encrypted and may leave policies undecided: export with --show-secrets"),
    ],
  };
}

function counted(count: number, noun: string, what: string): string[] {
  if (count === 0) return [];
  return [`${count} ${noun}${count === 1 ? " is" : "s are"} ${what}`];
}

function resourceOf(written: Written, version: number, place: string, encrypted: () => void): PlannedResource {
  const urn = text(written.urn);
  if (!urn || !/^urn:pulumi:.*::.*::.+::/.test(urn)) throw new InputError(`${place} has no URN`);
  const properties = (value: unknown) => (isObject(value) ? (revealed(value, place, encrypted) as JsonObject) : {});
  const inputs = properties(written.inputs);
  const parent = text(written.parent);
  const provider = text(written.provider);
  const dependencies = texts(written.dependencies);
  const position = positionOf(written);
  return {
    urn,
    type: text(written.type) ?? typeOf(urn),
    name: nameOf(urn),
    custom: written.custom === true,
    remote: false,
    id: text(written.id),
    inputs,
    outputs: properties(written.outputs),
    standIns: [],
    ...(parent && { parent }),
    ...(provider && { provider }),
    dependencies,
    // Before version 3 every property is taken to depend on all.
    propertyDependencies:
      version < 3
        ? Object.fromEntries(Object.keys(inputs).map((property) => [property, dependencies]))
        : listsOf(written.propertyDependencies),
    options: optionsOf(written),
    ...(position && { position }),
    ...(written.external === true && { external: true }),
  };
}

function optionsOf(written: Written): PlannedOptions {
  const options: PlannedOptions = {
    protect: written.protect === true || undefined,
    ignoreChanges: someOf(texts(written.ignoreChanges)),
    replaceOnChanges: someOf(texts(written.replaceOnChanges)),
    retainOnDelete: written.retainOnDelete === true || undefined,
    aliases: someOf(texts(written.aliases)),
    additionalSecretOutputs: someOf(texts(written.additionalSecretOutputs)),
    customTimeouts: timeoutsOf(written.customTimeouts),
    deletedWith: text(written.deletedWith) || undefined,
    importId: text(written.importID) || undefined,
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** A state has seconds. */
function timeoutsOf(written: unknown): PlannedOptions["customTimeouts"] {
  if (!isObject(written)) return undefined;
  const set = Object.entries(written).filter(([, seconds]) => typeof seconds === "number" && seconds > 0);
  return set.length > 0 ? Object.fromEntries(set.map(([operation, seconds]) => [operation, `${seconds}s`])) : undefined;
}

/** Where the program declares a resource: the innermost place in its folder that is not in a dependency of it. */
function positionOf({ stackTrace, sourcePosition }: Written): Position | undefined {
  const frames = Array.isArray(stackTrace) ? stackTrace : [];
  for (const place of [...frames.map((frame) => (isObject(frame) ? frame.sourcePosition : "")), sourcePosition]) {
    const [, file, line, column] = /^project:\/\/\/(.+)#(\d+),(\d+)$/.exec(text(place) ?? "") ?? [];
    if (file && !/(^|\/)(\.\.|node_modules)\//.test(file)) return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** A value with its secrets as a plan has them: read where the state was exported with them, else a stand-in. */
function revealed(value: Json, place: string, encrypted: () => void, level = 0): Json {
  if (level > MOST_LEVELS) throw new InputError(`${place} is nested too deeply`);
  const reveal = (member: Json) => revealed(member, place, encrypted, level + 1);
  if (Array.isArray(value)) return value.map(reveal);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] !== runtime.specialSecretSig) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, reveal(member)]));
  }
  if (value.value !== undefined) return secret(reveal(value.value));
  if (typeof value.plaintext === "string") return secret(reveal(plaintextOf(value.plaintext, place)));
  encrypted();
  return secret(SECRET_STAND_IN);
}

function plaintextOf(json: string, place: string): Json {
  try {
    return JSON.parse(json);
  } catch {
    throw new InputError(`${place} has a secret whose plaintext is not JSON`);
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === "string") : [];
}

function listsOf(value: unknown): Record<string, string[]> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([property, urns]) => [property, texts(urns)]));
}

function someOf<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
