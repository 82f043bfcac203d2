import type { StackResource } from "../resource";
import type { StatedInputs } from "../stated-inputs";
import { at, type Fact, UNKNOWN } from "./value";

/**
 * A property of a resource of a stack as the program says it. A stack rule reads outputs, in which at preview what is
 * left to AWS is unknown: here it is not stated. The rule must name the type among its `types`.
 */
export function said(resource: StackResource, property: string, statedInputs: StatedInputs): Fact<unknown> {
  const value = at(resource.props, property);
  return value === UNKNOWN && !statedInputs.has(resource, property) ? undefined : value;
}
