import { asText, at, UNKNOWN, type Unknown } from "./value";

/** True for a text that somebody states, known or not: of what is made with the stack the id comes later. */
export function isGiven(value: unknown): boolean {
  const text = asText(value);
  return text !== undefined && text !== "";
}

/** The same of a text inside an object; `UNKNOWN` while it is not known what the object holds. */
export function isGivenIn(holder: unknown, ...path: readonly [...string[], string]): boolean | Unknown {
  const parent = at(holder, ...path.slice(0, -1));
  return parent === UNKNOWN ? UNKNOWN : isGiven(at(parent, path.at(-1) ?? ""));
}
