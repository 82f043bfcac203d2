import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "./input-error";
import { type Project, requireNodejs } from "./project";

/** How the program of a project is started in a process of its own: as the CLI's Node.js host does. */
export interface Launch {
  /** The folder that it runs in. */
  readonly folder: string;
  /** Arguments of `node`. */
  readonly nodeArguments: readonly string[];
  /** The script of the program's own SDK that runs programs. */
  readonly host: string;
  /** What the script shall run: a file, or `.` for what the folder's package.json names. */
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What the reader of the plan should be told of it. */
  readonly notes: readonly string[];
}

const HOST = "@pulumi/pulumi/cmd/run/index.js";

/** The packages of this planner. */
const OWN_PACKAGES = join(__dirname, "../node_modules");

interface Manifest {
  readonly folder?: string;
  readonly type?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
}

/**
 * @param called the folder as the user wrote it, for messages
 * @throws InputError when there is no program, or no SDK to run it with
 */
export function launchOf(project: Project, called: string): Launch {
  requireNodejs(project);
  const { entry, runtime } = project;
  if (!existsSync(entry)) throw new InputError(`${called}: main of Pulumi.yaml names what does not exist`);
  const isFolder = statSync(entry).isDirectory();
  const folder = isFolder ? entry : dirname(entry);
  const manifest = manifestOf(folder);
  if (isFolder && !hasProgram(folder, manifest)) {
    throw new InputError(`${called} has no program: package.json names no main that exists, and there is no index.ts`);
  }
  const own = words(runtime.nodeargs);
  // Pulumi's own compiler knows CommonJS alone.
  const isModule = manifest.type === "module" && runtime.typescript && !own.some((word) => LOADER.test(word));
  const installed = installedHost(folder);
  // The second is Yarn's, which Pulumi cannot read: https://github.com/pulumi/pulumi/issues/3586
  const packages = ["node_modules", ".pnp.cjs"].flatMap((name) => [join(folder, name), join(project.folder, name)]);
  if (!installed && packages.some(existsSync)) {
    throw new InputError(`@pulumi/pulumi cannot be found from ${called}: run npm install in ${called}`);
  }
  return {
    folder,
    nodeArguments: [...own, ...(isModule ? [`--import=${pathToFileURL(require.resolve("tsx"))}`] : [])],
    host: installed ?? require.resolve(HOST),
    program: isFolder ? "." : entry,
    environment: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(project.config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
      PULUMI_NODEJS_TYPESCRIPT: String(runtime.typescript && !isModule),
      // Type errors are for tsc to find: checking takes longer than all else.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      ...(runtime.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: runtime.tsconfig }),
      ...(!installed && { NODE_PATH: [OWN_PACKAGES, process.env.NODE_PATH].filter(Boolean).join(delimiter) }),
    },
    notes: installed ? [] : [`${called} has no node_modules: planned with the packages of this planner`],
  };
}

const LOADER = /^(--import|--loader|--experimental-loader|--require|-r)(=|$)/;

function installedHost(folder: string): string | undefined {
  try {
    return createRequire(join(folder, "program.js")).resolve(HOST);
  } catch {
    return undefined;
  }
}

/** The nearest package.json: an unreadable one says nothing. */
function manifestOf(folder: string): Manifest {
  const file = join(folder, "package.json");
  if (existsSync(file)) {
    try {
      return { ...JSON.parse(readFileSync(file, "utf8")), folder };
    } catch {
      return { folder };
    }
  }
  return dirname(folder) === folder ? {} : manifestOf(dirname(folder));
}

function hasProgram(folder: string, { folder: root = folder, main, exports }: Manifest): boolean {
  // What is exported by conditions is left to the SDK.
  if (typeof exports === "object" && exports !== null) return true;
  const named = [exports, main].flatMap((path) => (typeof path === "string" ? [join(root, path)] : []));
  const endings = ["", ".js", ".ts", ".cjs", ".mjs", ".cts", ".mts"];
  const files = [...named, ...named.map((path) => join(path, "index")), join(folder, "index")];
  return files.some((file) => endings.some((ending) => isFile(file + ending)));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The words of a command line, as a shell would read them. */
function words(line: string): string[] {
  const word = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g;
  if (/\S/.test(line.replace(word, ""))) throw new InputError(`Pulumi.yaml: nodeargs has an open quote: ${line}`);
  const unquoted = (text: string) =>
    text.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) =>
      double === undefined ? (single ?? escaped) : double.replace(/\\(["\\])/g, "$1"),
    );
  return (line.match(word) ?? []).map(unquoted);
}
