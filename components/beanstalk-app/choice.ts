import type { ArgumentCheck } from "../argument-checks";

/** Refuses what is none of the choices: a program in JavaScript, or settings, may say anything. */
export function checkChoice(
  check: ArgumentCheck,
  argument: string,
  choices: readonly string[],
  value: string | undefined,
): void {
  const quoted = choices.map((choice) => `"${choice}"`);
  const holds = value !== undefined && choices.includes(value);
  check(holds, argument, `must be one of ${quoted.join(", ")}`, value);
}
