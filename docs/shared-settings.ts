import type { Schema } from "./settings-form";

/** As many characters of JSON schema as are worth a section of their own. */
const worthSharing = 300;

/** Where a shape stands first. */
interface Place {
  readonly key: string;
  readonly schema: Schema;
  readonly architecture: string;
}

/** The shapes of settings that several places take, such as `network`. */
export class SharedSettings {
  private readonly headings = new Map<string, string>();
  private readonly shapes = new Map<string, Place>();

  /** `architectures` are the schemas of all settings by the architecture's name. */
  constructor(architectures: Readonly<Record<string, Schema>>) {
    const seen = new Map<string, Place>();
    for (const [name, schema] of Object.entries(architectures)) this.count(schema, name, seen);
    const uses = new Map<string, number>();
    for (const { key } of this.shapes.values()) uses.set(key, (uses.get(key) ?? 0) + 1);
    for (const [id, { key, architecture }] of this.shapes) {
      this.headings.set(id, uses.get(key) === 1 ? key : `${key}, as in ${architecture}`);
    }
  }

  /** The heading under which docs/settings/shared.md explains a setting; undefined where its own page does. */
  heading(schema: Schema): string | undefined {
    return this.headings.get(identity(schema));
  }

  /** Every shape by its heading, sorted. */
  get all(): readonly { readonly heading: string; readonly key: string; readonly schema: Schema }[] {
    const found = [...this.shapes].map(([id, { key, schema }]) => ({
      heading: this.headings.get(id) ?? key,
      key,
      schema,
    }));
    return found.sort((a, b) => (a.heading < b.heading ? -1 : 1));
  }

  /** What stands within a shape that was seen before is explained with that. */
  private count(schema: Schema, architecture: string, seen: Map<string, Place>): void {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      const own = value as Schema;
      const id = identity(own);
      if (id.length < worthSharing) continue;
      const first = seen.get(id);
      if (first) this.shapes.set(id, first);
      else {
        seen.set(id, { key, schema: own, architecture });
        this.count(own, architecture, seen);
      }
    }
  }
}

/** A shape without what is said of it. */
function identity(schema: Schema): string {
  return JSON.stringify(schema, (key, value) =>
    key === "description" && typeof value === "string" ? undefined : value,
  );
}
