import type { Resource, StackResource } from "../resource";
import { UNKNOWN } from "./value";

/**
 * A resource of a stack without what it leaves to AWS. A stack rule reads outputs, in which at preview such values are
 * unknown; unlike values that come from other resources, their properties then refer to nothing.
 */
export function stated(resource: StackResource): Resource {
  const { urn, name, type, token, opts, provider } = resource;
  const entries = Object.entries(resource.props).map(([property, value]) => [
    property,
    resource.references(property).length > 0 ? value : known(value),
  ]);
  return { urn, name, type, token, opts, provider, props: Object.fromEntries(entries) };
}

function known(value: unknown): unknown {
  if (value === UNKNOWN) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(known);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, known(member)]));
}
