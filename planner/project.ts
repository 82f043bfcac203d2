import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { closest } from "fastest-levenshtein";
import { isMap, isScalar, type YAMLMap } from "yaml";
import { InputError } from "./input-error";
import { configValue, keysOf, readYaml } from "./stack-file";

/** A Pulumi project and one of its stacks, read as the CLI reads them. */
export interface Project {
  readonly name: string;
  readonly stack: string;
  /** The folder that holds Pulumi.yaml. */
  readonly folder: string;
  /** The folder or file that `main` names, or else the folder. */
  readonly entry: string;
  readonly stackFile: string;
  readonly config: Record<string, string>;
  readonly secretKeys: string[];
  /** Where the stack's default AWS provider works, by `aws:region` or the provider's own environment variables. */
  readonly region: string | undefined;
  /** What the reader of a plan should be told of these files. */
  readonly notes: string[];
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * Reads Pulumi.yaml of a folder (or of one above it) and the stack file.
 *
 * @param stack the stack's name, also as `organization/project/stack`; without one, the only stack, or `dev`
 * @throws InputError when a file is missing or broken, or the runtime is not Node.js
 */
export function readProject(start: string, stack?: string): Project {
  const file = findProjectFile(resolve(start));
  const folder = dirname(file);
  const written = readYaml(file);
  const name = textAt(written, "name");
  if (!written || !name) throw new InputError(`${basename(file)} has no name`);
  const runtime = textAt(written, "runtime") ?? textAt(written, "runtime", "name");
  if (runtime !== "nodejs")
    throw new InputError(`${basename(file)}: runtime is "${runtime}"; only nodejs programs can be planned`);
  const stackFolder = join(folder, textAt(written, "stackConfigDir") ?? textAt(written, "config") ?? "");
  // The CLI gives stack files the extension of the project file.
  const extension = extname(file);
  const chosen = chooseStack(stackFolder, extension, stack);
  const stackFile = join(stackFolder, `Pulumi.${chosen}${extension}`);
  const content = readYaml(stackFile);
  const notes: string[] = [];
  const { config, secretKeys } = configOf(name, basename(stackFile), written, content, notes);
  const region = config["aws:region"] ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (content?.has("environment")) {
    notes.push(`${basename(stackFile)}: environment imports (Pulumi ESC) are not read offline`);
  }
  return {
    name,
    stack: chosen,
    folder,
    entry: resolve(folder, textAt(written, "main") ?? "."),
    stackFile,
    config,
    secretKeys,
    region,
    notes,
  };
}

function findProjectFile(folder: string): string {
  const found = PROJECT_FILES.map((file) => join(folder, file)).find(existsSync);
  if (found) return found;
  const parent = dirname(folder);
  if (parent === folder) throw new InputError("there is no Pulumi.yaml in this folder or in any folder above it");
  return findProjectFile(parent);
}

function chooseStack(folder: string, extension: string, asked: string | undefined): string {
  const stacks = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.startsWith("Pulumi.") && file.endsWith(extension) && !PROJECT_FILES.includes(file))
        .map((file) => file.slice("Pulumi.".length, -extension.length))
        .sort()
    : [];
  if (asked !== undefined) {
    const name = asked.split("/").at(-1) ?? asked;
    if (stacks.includes(name)) return name;
    const near = stacks.length > 0 ? `; did you mean "${closest(name, stacks)}"?` : "";
    throw new InputError(`there is no stack "${asked}": no file Pulumi.${name}${extension}${near}`);
  }
  const [only] = stacks;
  if (only && stacks.length === 1) return only;
  if (stacks.includes("dev")) return "dev";
  throw new InputError(
    stacks.length === 0
      ? `there is no stack file Pulumi.<stack>${extension}`
      : `name a stack with -s: ${stacks.join(", ")}`,
  );
}

/** The project's defaults under the stack's own values: https://www.pulumi.com/docs/iac/concepts/config/ */
function configOf(
  project: string,
  stackFile: string,
  projectFile: YAMLMap,
  content: YAMLMap | undefined,
  notes: string[],
) {
  const config: Record<string, string> = {};
  const secretKeys: string[] = [];
  const set = (key: string, node: unknown, place: string) => {
    const { text, secret } = configValue(node, place, notes);
    config[key] = text;
    if (secret) secretKeys.push(key);
  };
  const own = mapAt(content, "config", stackFile);
  for (const key of own ? keysOf(own) : []) set(qualified(project, key), own?.get(key, true), `${stackFile}: ${key}`);
  const declared = mapAt(projectFile, "config", "Pulumi.yaml");
  for (const key of declared ? keysOf(declared) : []) {
    const name = qualified(project, key);
    const declaration = declared?.get(key, true);
    const isSecret = isMap(declaration) && declaration.get("secret") === true;
    if (isSecret && name in config && !secretKeys.includes(name)) {
      throw new InputError(`${stackFile}: "${name}" must be encrypted, for Pulumi.yaml declares it secret`);
    }
    if (name in config) continue;
    if (!isMap(declaration)) set(name, declaration, `Pulumi.yaml: ${key}`);
    else if (declaration.has("value")) set(name, declaration.get("value", true), `Pulumi.yaml: ${key}`);
    else if (declaration.has("default")) set(name, declaration.get("default", true), `Pulumi.yaml: ${key}`);
    else throw new InputError(`${stackFile} lacks "${name}", which Pulumi.yaml declares without a default`);
  }
  return { config, secretKeys };
}

function qualified(project: string, key: string): string {
  return key.includes(":") ? key : `${project}:${key}`;
}

function mapAt(map: YAMLMap | undefined, key: string, file: string): YAMLMap | undefined {
  const node = map?.get(key, true);
  if (node === undefined || (isScalar(node) && (node.value === null || typeof node.value === "string")))
    return undefined;
  if (!isMap(node)) throw new InputError(`${file}: "${key}" must be a map of keys and values`);
  return node;
}

function textAt(map: YAMLMap | undefined, ...path: string[]): string | undefined {
  const value = map?.getIn(path);
  return typeof value === "string" ? value : undefined;
}
