import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
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
  readonly runtime: Runtime;
  /** Where the stack's default AWS provider works, by `aws:region` or the provider's own environment variables. */
  readonly region: string | undefined;
  /** What the reader of a plan should be told of these files. */
  readonly notes: string[];
}

/** How the project wants its program to be run: https://www.pulumi.com/docs/iac/concepts/projects/project-file/ */
export interface Runtime {
  readonly name: string;
  /** False when the program brings what compiles it, or is JavaScript. */
  readonly typescript: boolean;
  /** Arguments of `node`, as a shell would read them. */
  readonly nodeargs: string;
  /** A tsconfig.json of another name. */
  readonly tsconfig?: string;
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/**
 * Reads Pulumi.yaml of a folder (or of one above it) and the stack file.
 *
 * @param stack the stack's name, also as `organization/project/stack`; without one, the only stack, or `dev`
 * @param called the folder as the user wrote it, for messages
 * @throws InputError when the folder or a file is missing or broken
 */
export function readProject(start: string, stack?: string, called = "this folder"): Project {
  const file = findProjectFile(existingFolder(resolve(start), called));
  if (!file) throw new InputError(`there is no Pulumi.yaml in ${called} or in any folder above it`);
  const folder = dirname(file);
  const written = readYaml(file);
  const name = textAt(written, "name");
  if (!written || !name) throw new InputError(`${basename(file)} has no name`);
  const { stackFolder, extension } = stackFilesOf(file, written);
  const notes: string[] = [];
  const chosen = chooseStack(stackFolder, extension, stack, notes);
  const stackFile = join(stackFolder, `Pulumi.${chosen}${extension}`);
  const content = readYaml(stackFile);
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
    runtime: runtimeOf(written),
    region,
    notes,
  };
}

/** True when a folder, or one above it, is of this project and has a file for this stack. */
export function hasStackFile(start: string, project: string, stack: string): boolean {
  const file = findProjectFile(resolve(start));
  const written = file && readYaml(file);
  if (!written || textAt(written, "name") !== project) return false;
  const { stackFolder, extension } = stackFilesOf(file, written);
  return existsSync(join(stackFolder, `Pulumi.${stack}${extension}`));
}

/** @throws InputError when only another language's host could run the program */
export function requireNodejs({ runtime }: Project): void {
  if (runtime.name === "nodejs") return;
  throw new InputError(`Pulumi.yaml: runtime is "${runtime.name}"; only nodejs programs can be planned`);
}

/** @throws InputError when it is no folder that can be read */
export function existingFolder(folder: string, called: string): string {
  if (!existsSync(folder)) throw new InputError(`there is no folder ${called}`);
  if (!statSync(folder).isDirectory()) throw new InputError(`${called} is not a folder`);
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch {
    throw new InputError(`${called} cannot be read: permission denied`);
  }
  // Node.js names the files of a program by where they really are.
  return realpathSync(folder);
}

function findProjectFile(folder: string): string | undefined {
  const found = PROJECT_FILES.map((file) => join(folder, file)).find(existsSync);
  const parent = dirname(folder);
  return found || parent === folder ? found : findProjectFile(parent);
}

/** Where the stack files are. The CLI gives them the extension of the project file. */
function stackFilesOf(file: string, written: YAMLMap): { stackFolder: string; extension: string } {
  const folder = textAt(written, "stackConfigDir") ?? textAt(written, "config") ?? "";
  return { stackFolder: join(dirname(file), folder), extension: extname(file) };
}

function runtimeOf(written: YAMLMap): Runtime {
  return {
    name: textAt(written, "runtime") ?? textAt(written, "runtime", "name") ?? "",
    typescript: written.getIn(["runtime", "options", "typescript"]) !== false,
    nodeargs: textAt(written, "runtime", "options", "nodeargs") ?? "",
    tsconfig: textAt(written, "runtime", "options", "tsconfig"),
  };
}

function chooseStack(folder: string, extension: string, asked: string | undefined, notes: string[]): string {
  const stacks = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.startsWith("Pulumi.") && file.endsWith(extension) && !PROJECT_FILES.includes(file))
        .map((file) => file.slice("Pulumi.".length, -extension.length))
        .sort()
    : [];
  const name = asked?.split("/").at(-1) ?? (stacks.length === 1 ? stacks[0] : "dev") ?? "dev";
  if (stacks.includes(name)) return name;
  if (stacks.length === 0) {
    // The CLI keeps its own list of stacks, and a stack that configures nothing needs no file.
    notes.push(`there is no stack file Pulumi.${name}${extension}: planned without configuration`);
    return name;
  }
  if (asked === undefined) throw new InputError(`name a stack with -s: ${stacks.join(", ")}`);
  throw new InputError(
    `there is no stack "${asked}": no file Pulumi.${name}${extension}; did you mean "${closest(name, stacks)}"?`,
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
    if (isSecret && (declaration.has("value") || declaration.has("default"))) {
      throw new InputError(
        `Pulumi.yaml: "${name}" is declared secret, and so can have no value here but encrypted in ${stackFile}`,
      );
    }
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
