import { isGiven } from "./given";
import { asText, at, UNKNOWN } from "./value";

/** Whether a permission of Lambda holds only for requests that come from some resource, account or organisation. */
export function hasSource(props: unknown, ...others: readonly string[]): boolean {
  const sourceArn = asText(at(props, "sourceArn"));
  // What is made with the stack has an ARN that is not known at preview, and is one resource.
  if (sourceArn === UNKNOWN || (sourceArn !== undefined && isOneAccounts(sourceArn))) return true;
  return ["sourceAccount", ...others].some((property) => isGiven(at(props, property)));
}

/** Whether an ARN is of some account or, where ARNs hold none, as those of buckets, of some resource. */
function isOneAccounts(arn: string): boolean {
  const [start, , , , account = "", resource = ""] = arn.split(":");
  if (start !== "arn") return arn !== "" && !/^[*?]/.test(arn);
  return account === "" ? !/^[*?]*$/.test(resource) : !/^[*?]+$/.test(account);
}
