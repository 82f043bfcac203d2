import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { faultOf, sentence } from "./fault";
import { InputError } from "./input-error";
import type { Plan } from "./plan";
import { Progress } from "./progress";
import { type Project, requireNodejs } from "./project";
import { runProgram } from "./run";
import { SecretWords } from "./secret-words";
import { withoutTraces } from "./without-traces";

/** The region in which a stack is planned that names none. */
export const FALLBACK_REGION = "us-east-1";

/**
 * Plans the program of a project, unmodified, from its own folder as the CLI would run it.
 *
 * @throws InputError with the program's own message and the line it came from, when the program fails
 */
export async function planProgram(project: Project, progress = Progress.none): Promise<Plan> {
  requireNodejs(project);
  const secrets = new SecretWords();
  const run = { ...project, project: project.name, region: project.region ?? FALLBACK_REGION, secrets, progress };
  const isFolder = statSync(existing(project)).isDirectory();
  // With the separator Node.js cannot take "program.json" beside the folder "program" for it.
  const entry = isFolder ? join(project.entry, sep) : project.entry;
  process.chdir(isFolder ? entry : dirname(entry));
  const attempt = () => runProgram(run, () => load(entry));
  const loaded = new Set(Object.keys(require.cache));
  const limit = Error.stackTraceLimit;
  try {
    return await withoutTraces(() => divert((text) => progress.print(secrets.hideSaid(text)), attempt));
  } catch (failure) {
    // Now the trace matters: run once more with it.
    Error.stackTraceLimit = 50;
    forget(loaded);
    const traced = await divert(() => {}, attempt).then(
      () => failure,
      (error: unknown) => error,
    );
    throw new InputError(secrets.hideSaid(sentence(faultOf(traced), project.folder)));
  } finally {
    Error.stackTraceLimit = limit;
    forget(loaded);
  }
}

/** What a program prints must not mix with the plan on stdout, nor come twice, nor run into the progress. */
async function divert<T>(print: (text: string) => void, work: () => Promise<T>): Promise<T> {
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array, ...rest: unknown[]) => {
      print(Buffer.from(text).toString());
      const written = rest.at(-1);
      if (typeof written === "function") written();
      return true;
    };
  }
  try {
    return await work();
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = originals[index] ?? stream.write;
  }
}

function existing({ entry, folder }: Project): string {
  if (!existsSync(entry)) throw new InputError(`the program's folder ${relative(folder, entry)} does not exist`);
  return entry;
}

/** What a program exports; an exported function is called, as the CLI does. */
function load(entry: string): unknown {
  const exported: unknown = createRequire(join(entry, "program.js"))(entry);
  return typeof exported === "function" ? exported() : exported;
}

/** Lets the modules of the program, but not its dependencies, be loaded anew. */
function forget(kept: ReadonlySet<string>): void {
  for (const file of Object.keys(require.cache)) {
    if (!kept.has(file) && !file.split(sep).includes("node_modules")) delete require.cache[file];
  }
}
