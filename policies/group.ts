import type { Rule } from "./rule";

/** The rules about one part of a stack, under the title that the docs give them. */
export interface Group {
  readonly title: string;
  readonly rules: readonly Rule[];
}
