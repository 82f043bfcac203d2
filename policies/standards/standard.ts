import type { Controls } from "../rule";

/** Why no rule can decide a control by what a program declares. */
export const whyUndecidable = {
  account: "it is a fact of the account that no resource of a program stands for",
  use: "it shows only in what happens while things run",
  people: "people have to judge it",
} as const;

export type Need = keyof typeof whyUndecidable;

/** Why a control stands among those of a standard that does not list it. */
export const whyOutside = {
  retired: "AWS has retired it",
  other: "of another standard of AWS Security Hub, or newer than this list",
} as const;

export type Origin = keyof typeof whyOutside;

/** What AWS prints on the page of a control as its related requirements. */
export interface Related {
  /** Controls of NIST SP 800-53 revision 5, such as `AC-4(21)`. */
  readonly nist: readonly string[];
  /** Requirements of PCI DSS v4.0.1, such as `1.3.1`. */
  readonly pci: readonly string[];
}

/** One thing that a standard asks for. */
export interface Control {
  /** As the standard prints it. */
  readonly id: string;
  readonly title: string;
  /** The page that says more. */
  readonly url: string;
  /** The canonical types that it is about, where a rule that decides it is about others too. */
  readonly about?: readonly string[];
  /** What deciding it takes that no plan holds. Absent where a rule decides it, or could. */
  readonly needs?: Need;
  /** Set where a rule decides it and the standard does not list it. */
  readonly outside?: Origin;
  /** Absent where the page of the control was not found. */
  readonly related?: Related;
}

/** A published list of controls. */
export interface Standard {
  /** What `--standard` takes. */
  readonly name: string;
  readonly title: string;
  /** Before an id, as in `CIS 7.0 6.3`. */
  readonly label: string;
  readonly version: string;
  /** Under which of a rule's `controls` its ids stand. */
  readonly key: keyof Controls;
  /** Where the list comes from and how complete it is, in a sentence. */
  readonly source: string;
  /** In the order of their ids, each once. */
  readonly controls: readonly Control[];
}

/**
 * The order of ids, in which numbers count as such and capitals as small letters: `EC2.9` before `EC2.10`, `3.1.4`
 * before `3.2.1`, `AC-4` before `AC-4(21)` and that before `AC-17`.
 */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  const [left, right] = [a, b].map(({ id }) => id.toLowerCase().match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    return /^\d/.test(part) && /^\d/.test(other) ? Number(part) - Number(other) : part < other ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}
