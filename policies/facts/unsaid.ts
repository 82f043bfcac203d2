import type { StackResource } from "../resource";
import { UNKNOWN } from "./value";

/**
 * True when a resource of a stack leaves a value to AWS. A stack rule reads outputs, in which at preview such a value is
 * unknown; unlike one that comes from another resource, its property then refers to nothing.
 *
 * @param property the top-level property that the value lies in
 */
export function unsaid(resource: StackResource, property: string, value: unknown): boolean {
  return value === undefined || (value === UNKNOWN && resource.references(property).length === 0);
}
