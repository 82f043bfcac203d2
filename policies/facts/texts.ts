import type { Change } from "../rule";

/** The way to a value; the names on it are the program's own, as in `tags`. */
export type Path = Change["path"];

/** What is done with the texts of a resource. */
export interface TextVisitor {
  /** Whether to look at what lies under a property or a name. */
  enters(path: Path): boolean;
  /** A text, and the way to it; for a name in a map, the way to the map. */
  text(text: string, path: Path): void;
}

/** Shows a visitor every text in properties, through lists and maps, and every name in a map. */
export function visitTexts(props: Readonly<Record<string, unknown>>, visitor: TextVisitor): void {
  for (const [property, value] of Object.entries(props)) {
    const path: Path = [property];
    if (visitor.enters(path)) visitValue(value, path, visitor);
  }
}

function visitValue(value: unknown, path: Path, visitor: TextVisitor): void {
  if (typeof value === "string") visitor.text(value, path);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((member, index) => {
      visitValue(member, [...path, index], visitor);
    });
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    visitor.text(name, path);
    const inner: Path = [...path, name];
    if (visitor.enters(inner)) visitValue(member, inner, visitor);
  }
}
