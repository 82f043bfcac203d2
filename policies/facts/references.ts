import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { at } from "./value";

/** A kind of resource that a property can name, and the outputs by which it does. */
export interface Kind {
  readonly types: readonly string[];
  readonly keys: readonly string[];
}

/**
 * The resources that a value names: those of the stack that carry it as one of their keys (a state, or an id written
 * by hand), otherwise those that the property refers to (a preview, where the id is not known yet).
 */
export function named(
  stack: Stack,
  from: StackResource,
  property: string,
  value: unknown,
  kind: Kind,
): readonly StackResource[] {
  const carrier = carrierOf(stack, value, kind);
  return carrier ? [carrier] : referred(from, property, kind);
}

/** The resource that carries a known value as one of its keys. */
export function carrierOf(stack: Stack, value: unknown, { types, keys }: Kind): StackResource | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return stack.ofType(...types).find(({ props }) => keys.some((key) => at(props, key) === value));
}

/** The resources of a kind among those that a property refers to. */
export function referred(from: StackResource, property: string, { types }: Kind): readonly StackResource[] {
  return from.references(property).filter(({ type }) => types.includes(type));
}
