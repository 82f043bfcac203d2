import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The greeting of the course. */
export const courseGreeting = "Hello CoderCo from $(hostname -f)";

const read = (file: string) => readFileSync(join(__dirname, file), "utf8");
const script = read("user-data.sh");
const powershell = read("user-data.ps1");

/**
 * The user data that serves a greeting. Of what bash would do with it only `$(hostname -f)` happens, and a browser shows
 * it as it is written.
 */
export function greetingScript(greeting: string): string {
  return script.replace(/^greeting=.*$/m, () => `greeting='${shown(greeting).replaceAll("'", "'\\''")}'`);
}

/** The same of Windows. PowerShell reads a file of ASCII as everybody does, and takes ’ for ' in one that is not. */
export function greetingPowershell(greeting: string): string {
  const plain = shown(greeting).replace(/[^ -~]/gu, (character) => `&#${character.codePointAt(0)};`);
  return powershell.replace(/^\$greeting = .*$/m, () => `$greeting = '${plain.replaceAll("'", "''")}'`);
}

function shown(greeting: string): string {
  const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return greeting.replace(/[&<>]/g, (character) => escapes[character] ?? character);
}
