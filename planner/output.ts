import { accessSync, constants, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { InputError } from "./input-error";

/** What a run can be printed as. */
export const FORMATS = ["text", "json", "markdown", "sarif", "junit"] as const;
export type Format = (typeof FORMATS)[number];

/** One printing of a run. */
export interface Output {
  readonly format: Format;
  /** Absent for what is printed on stdout. */
  readonly file?: string;
}

/** A part of the command line that says what is printed where: `--format NAME` or `--out FILE`. */
export interface Asked {
  readonly option: "format" | "out";
  readonly value: string;
}

/**
 * What is printed where: each `--out` belongs to the `--format` before it. Text is printed on stdout when nothing else
 * is, for whoever reads the log.
 *
 * @throws InputError for what does not go together
 */
export function outputsOf(asked: readonly Asked[]): readonly Output[] {
  const outputs: { format: Format; file?: string }[] = [];
  for (const { option, value } of asked) {
    if (option === "format") outputs.push({ format: formatOf(value) });
    else addFile(outputs, value);
  }
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length === 0) return [{ format: "text" }, ...outputs];
  if (printed.length === 1) return outputs;
  const named = printed.map(({ format }) => `--format ${format}`).join(" and ");
  throw new InputError(`only one format can be printed on stdout, but ${named} have no --out FILE behind them`);
}

function formatOf(value: string): Format {
  const format = FORMATS.find((known) => known === value);
  if (format) return format;
  throw new InputError(`--format must be one of ${FORMATS.join(", ")}, got "${value}"`);
}

function addFile(outputs: { format: Format; file?: string }[], file: string): void {
  const last = outputs.at(-1);
  if (file === "") throw new InputError("--out must name a file, got nothing");
  if (!last) throw new InputError(`--out ${file} stands before any --format; write --format NAME --out ${file}`);
  if (last.file !== undefined) {
    throw new InputError(`--format ${last.format} can have one --out, got ${last.file} and ${file}`);
  }
  const same = outputs.find((other) => other.file !== undefined && resolve(other.file) === resolve(file));
  if (same) throw new InputError(`--format ${same.format} and --format ${last.format} both have --out ${file}`);
  last.file = file;
}

/**
 * Checks that a file can be written, before time is spent on what goes into it.
 *
 * @param from the folder that its path is relative to
 * @returns its absolute path: the program may run in another folder
 * @throws InputError when its folder is not there, or something stands in its place that is not a file
 */
export function writable(file: string, from: string): string {
  const path = resolve(from, file);
  const folder = dirname(path);
  const refuse = (reason: string) => new InputError(`--out ${file} cannot be written: ${reason}`);
  if (!existsSync(folder)) throw refuse(`there is no folder ${dirname(file)}`);
  if (!statSync(folder).isDirectory()) throw refuse(`${dirname(file)} is not a folder`);
  if (!existsSync(path)) {
    access(file, folder);
    return path;
  }
  // What is renamed over a link would take its place.
  const real = realpathSync(path);
  if (!statSync(real).isFile()) throw refuse("it is there and is not a file");
  access(file, dirname(real));
  return real;
}

function access(file: string, folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/**
 * Writes a file whole or not at all: who reads it meanwhile finds the one before.
 *
 * @throws InputError when it cannot be written
 */
export function writeWhole(file: string, content: string): void {
  const draft = join(dirname(file), `.tierwork-${process.pid}`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): InputError {
  // "EACCES: permission denied, open '...'": what comes behind is the draft's name.
  const reason = error instanceof Error ? error.message.split(",")[0] : error;
  return new InputError(`--out ${file} cannot be written: ${reason}`);
}
