import type { Resource } from "./resource";

/**
 * Which properties the program states, of the resources of the types that rules name. A stack policy reads outputs,
 * which hold what AWS filled in as well, and what other resources have added.
 */
export class StatedInputs {
  private readonly inputs = new Map<string, Resource["props"]>();

  /** Before a resource is made, when its properties are what the program says. */
  note({ urn, props }: Pick<Resource, "urn" | "props">): void {
    this.inputs.set(urn, props);
  }

  has({ urn }: Pick<Resource, "urn">, property: string): boolean {
    return Object.hasOwn(this.inputs.get(urn) ?? {}, property);
  }
}
