import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { inspect } from "node:util";
import { RunError } from "@pulumi/pulumi";
import { InputError } from "./input-error";
import type { Plan } from "./plan";
import type { Project } from "./project";
import { runProgram } from "./run";

/** The region in which a stack is planned that names none. */
export const FALLBACK_REGION = "us-east-1";

/**
 * Plans the program of a project, unmodified, from its own folder as the CLI would run it.
 *
 * @throws InputError with the program's own message and the line it came from, when the program fails
 */
export async function planProgram(project: Project): Promise<Plan> {
  const run = { ...project, project: project.name, region: project.region ?? FALLBACK_REGION };
  const isFolder = statSync(existing(project.entry)).isDirectory();
  // With the separator Node.js cannot take "program.json" beside the folder "program" for it.
  const entry = isFolder ? join(project.entry, sep) : project.entry;
  process.chdir(isFolder ? entry : dirname(entry));
  const attempt = () => runProgram(run, () => load(entry));
  const loaded = new Set(Object.keys(require.cache));
  const limit = Error.stackTraceLimit;
  // The SDK takes a stack trace for every promise, and with source maps that is most of a plan's time: do without.
  Error.stackTraceLimit = 0;
  try {
    return await divert((text) => process.stderr.write(text), attempt);
  } catch (failure) {
    // Now the trace matters: run once more with it.
    Error.stackTraceLimit = 50;
    forget(loaded);
    const traced = await divert(() => true, attempt).then(
      () => failure,
      (error: unknown) => error,
    );
    throw new InputError(sentence(traced, project.folder));
  } finally {
    Error.stackTraceLimit = limit;
    forget(loaded);
  }
}

/** What a program prints must not mix with the plan on stdout, nor come twice. */
async function divert<T>(print: (text: string | Uint8Array) => boolean, work: () => Promise<T>): Promise<T> {
  const original = process.stdout.write;
  process.stdout.write = print;
  try {
    return await work();
  } finally {
    process.stdout.write = original;
  }
}

function existing(entry: string): string {
  if (!existsSync(entry)) throw new InputError(`the program's folder ${entry} does not exist`);
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

/** An error as the user reads it: its message, and the line of the program where it arose. */
function sentence(error: unknown, folder: string): string {
  if (!(error instanceof Error)) {
    const thrown =
      typeof error === "string" ? JSON.stringify(error) : inspect(error, { breakLength: Number.POSITIVE_INFINITY });
    return `the program threw ${thrown}`;
  }
  // A RunError is meant for the person who runs the program: where it was thrown says nothing to them.
  const place = RunError.isInstance(error) ? undefined : frames(error).find((file) => isOwn(file.path, folder));
  const message = plain(error.message, folder) || error.name;
  return place ? `${message} (${relative(folder, place.path)}:${place.line})` : message;
}

/** Without what Node.js and the compiler add: where they looked, and folders of this machine. */
function plain(message: string, folder: string): string {
  return (message.split("\nRequire stack:")[0] ?? "").replaceAll(folder + sep, "");
}

function frames(error: Error): { path: string; line: string }[] {
  const lines = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return lines.flatMap((line) => {
    const found = /\(?(?:file:\/\/)?([^()\s][^()]*?):(\d+):\d+\)?$/.exec(
      line.replace(/^\s+at (?:async )?/, "").replace(/^[^(]*\(/, ""),
    );
    return found?.[1] && found[2] ? [{ path: found[1], line: found[2] }] : [];
  });
}

function isOwn(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith("..") && !inside.split(sep).includes("node_modules") && !path.startsWith("node:");
}
