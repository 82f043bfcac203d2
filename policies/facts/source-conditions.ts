import { isGiven } from "./given";
import { openValues } from "./open-values";
import { asText, at, UNKNOWN } from "./value";

/** Whether a permission of Lambda holds only for requests that come from some resource, account or organisation. */
export function hasSource(props: unknown, ...others: readonly string[]): boolean {
  const sourceArn = asText(at(props, "sourceArn"));
  // What is made with the stack has an ARN that is not known at preview, and is one resource.
  if (sourceArn === UNKNOWN || (sourceArn && openValues("aws:sourcearn", [sourceArn]).length === 0)) return true;
  return ["sourceAccount", ...others].some((property) => isGiven(at(props, property)));
}
