import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The greeting of the course. */
export const courseGreeting = "Hello CoderCo from $(hostname -f)";

const script = readFileSync(join(__dirname, "user-data.sh"), "utf8");

/**
 * The user data that serves a greeting. Of what bash would do with it only `$(hostname -f)` happens, and a browser shows
 * it as it is written.
 */
export function greetingScript(greeting: string): string {
  const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const shown = greeting.replace(/[&<>]/g, (character) => escapes[character] ?? character);
  return script.replace(/^greeting=.*$/m, () => `greeting='${shown.replaceAll("'", "'\\''")}'`);
}
