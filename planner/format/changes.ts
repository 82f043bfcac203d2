import type { Comparison, ResourceChange, ResourcePropertyChange } from "../compare";
import type { Json } from "../plan";
import { readable } from "./readable";
import { titleOf } from "./title";
import { oneLine } from "./visible";

/** One resource that is not what it was, in words. */
export interface ChangeRow {
  readonly kind: "added" | "changed" | "removed";
  readonly title: string;
  /** Its properties, one a line. */
  readonly properties: readonly string[];
}

/** What is different in the resources: what is gone first, for that cannot be taken back, then what is changed and new. */
export function changeRows({ added, changed, removed }: Comparison): ChangeRow[] {
  return [
    ...removed.map((urn) => ({ kind: "removed" as const, title: titleOf(urn), properties: [] })),
    ...changed.map((change) => ({
      kind: "changed" as const,
      title: titleOf(change.urn) + formerTitle(change),
      properties: change.properties.map((property, index) => {
        const said = change.properties.slice(0, index).map(({ effect }) => effect?.words);
        return propertyLine(property) + effectOf(property, said);
      }),
    })),
    ...added.map((urn) => ({ kind: "added" as const, title: titleOf(urn), properties: [] })),
  ];
}

/** `3 added, 1 changed, 0 removed` */
export function countsOf({ added, changed, removed }: Comparison): string {
  return `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
}

function formerTitle({ formerUrn }: ResourceChange): string {
  return formerUrn === undefined ? "" : ` (formerly ${titleOf(formerUrn)})`;
}

/** What AWS makes of it, once for all properties of a resource of which that is the same. */
function effectOf({ effect }: ResourcePropertyChange, said: readonly (string | undefined)[]): string {
  return effect && !said.includes(effect.words) ? ` (${effect.words})` : "";
}

function propertyLine(change: ResourcePropertyChange): string {
  const { kind, before, after } = change;
  const path = oneLine(change.path);
  if (kind === "added") return after === undefined ? `${path}: added` : `${path}: ${value(after)} added`;
  if (kind === "removed") return before === undefined ? `${path}: removed` : `${path}: ${value(before)} removed`;
  if (before === undefined && after === undefined) return `${path}: changed`;
  return `${path}: ${before === undefined ? "…" : value(before)} → ${after === undefined ? "…" : value(after)}`;
}

function value(json: Json): string {
  return oneLine(JSON.stringify(readable(json)));
}
