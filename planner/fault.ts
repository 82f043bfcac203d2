import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { RunError } from "@pulumi/pulumi";

/** What a program failed with, as far as it can be written down. */
export type Fault =
  | {
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      /** A `RunError` is meant for the person who runs the program: where it was thrown says nothing to them. */
      readonly isForUser: boolean;
    }
  | {
      /** What was thrown is no error: it, as it prints. */
      readonly thrown: string;
    };

/** True for what is told as a fault, rather than written by a program that means something else. */
export function isFault(told: unknown): told is Fault {
  if (typeof told !== "object" || told === null) return false;
  const { thrown, name, message, stack } = told as Record<string, unknown>;
  return typeof thrown === "string" || [name, message, stack].every((text) => typeof text === "string");
}

/** What a program threw. */
export function faultOf(error: unknown): Fault {
  if (typeof error === "string") return { thrown: JSON.stringify(error) };
  if (!(error instanceof Error)) return { thrown: inspect(error, { breakLength: Number.POSITIVE_INFINITY }) };
  const { name, message, stack = "" } = error;
  return { name, message, stack, isForUser: RunError.isInstance(error) };
}

/** A fault as the user reads it: its message, and the line of the program where it arose. */
export function sentence(fault: Fault, folder: string): string {
  if ("thrown" in fault) return `the program threw ${fault.thrown}`;
  const place = fault.isForUser ? undefined : frames(fault.stack).find((file) => isOwn(file.path, folder));
  const message = plain(fault.message, folder) || fault.name;
  return place ? `${message} (${relative(folder, place.path)}:${place.line})` : message;
}

/**
 * Without what others add: Node.js where it looked, the SDK through which properties of how many resources the error
 * came, and folders of this machine.
 */
function plain(message: string, folder: string): string {
  const own = (message.split("\nRequire stack:")[0] ?? "").replace(/^(error serializing property "[^"]*": )+/, "");
  return own.replaceAll(folder + sep, "");
}

function frames(stack: string): { path: string; line: string }[] {
  const lines = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return lines.flatMap((line) => {
    const found = /\(?([^()\s][^()]*?):(\d+):\d+\)?$/.exec(
      line.replace(/^\s+at (?:async )?/, "").replace(/^[^(]*\(/, ""),
    );
    const [, file, number] = found ?? [];
    if (!file || !number) return [];
    return [{ path: file.startsWith("file:") ? fileURLToPath(file) : file, line: number }];
  });
}

function isOwn(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith("..") && !inside.split(sep).includes("node_modules") && !path.startsWith("node:");
}
