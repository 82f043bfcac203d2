import type { Resource } from "./resource";

/**
 * Which properties the program states, of the resources of the types that rules name. A stack policy reads outputs,
 * which hold what AWS filled in as well, and what other resources have added.
 */
export class StatedInputs {
  private readonly properties = new Map<string, ReadonlySet<string>>();

  /** Before a resource is made, when its properties are what the program says. */
  note({ urn, props }: Pick<Resource, "urn" | "props">): void {
    this.properties.set(urn, new Set(Object.keys(props)));
  }

  has({ urn }: Pick<Resource, "urn">, property: string): boolean {
    return this.properties.get(urn)?.has(property) ?? false;
  }
}
