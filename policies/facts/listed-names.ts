import { texts } from "../settings";
import { matches } from "./policy-patterns";

/** A setting that lists names of resources, in which `*` stands for any characters and `?` for one. */
export function namePatterns(whose: string) {
  return texts([], `The names of the ${whose}, where * stands for any characters.`);
}

/** Whether a name is one of a list of them. */
export function isListed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(pattern, name));
}
