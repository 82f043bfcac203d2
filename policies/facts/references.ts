import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { at } from "./value";

/** A kind of resource that a property can name, and the outputs by which it does. */
export interface Kind {
  readonly types: readonly string[];
  readonly keys: readonly string[];
}

/** A resource of the stack that refers to another, and the top-level property by which it does. */
export interface Use {
  readonly user: StackResource;
  readonly property: string;
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
export function carrierOf(stack: Stack, value: unknown, kind: Kind): StackResource | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return carriers(stack, kind).get(value);
}

/** The resources of a kind among those that a property refers to. */
export function referred(from: StackResource, property: string, { types }: Kind): readonly StackResource[] {
  return from.references(property).filter(({ type }) => types.includes(type));
}

/** Where other resources of the stack refer to one. */
export function usesOf(stack: Stack, { urn }: StackResource): readonly Use[] {
  return uses(stack).get(urn) ?? [];
}

/** What is asked of a stack again and again is looked up once: a stack can have ten thousand resources. */
const carriersOf = new WeakMap<Stack, Map<string, Map<string, StackResource>>>();
const usesIn = new WeakMap<Stack, Map<string, Use[]>>();

function carriers(stack: Stack, { types, keys }: Kind): Map<string, StackResource> {
  const indexes = carriersOf.get(stack) ?? new Map<string, Map<string, StackResource>>();
  carriersOf.set(stack, indexes);
  const kind = [...types, "by", ...keys].join(" ");
  const known = indexes.get(kind);
  if (known) return known;
  const index = new Map<string, StackResource>();
  for (const resource of stack.ofType(...types)) {
    for (const key of keys) {
      const value = at(resource.props, key);
      if (typeof value === "string" && !index.has(value)) index.set(value, resource);
    }
  }
  indexes.set(kind, index);
  return index;
}

function uses(stack: Stack): Map<string, Use[]> {
  const known = usesIn.get(stack);
  if (known) return known;
  const index = new Map<string, Use[]>();
  for (const user of stack.resources) {
    for (const property of user.referringProperties) {
      for (const { urn } of user.references(property)) {
        const use = { user, property };
        const others = index.get(urn);
        if (others) others.push(use);
        else index.set(urn, [use]);
      }
    }
  }
  usesIn.set(stack, index);
  return index;
}
