import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { stated } from "./stated";
import { asBoolean, asText, at } from "./value";

export const recordType = "aws:route53/record:Record";

/** How Route 53 chooses between records of one name. */
const policyProperties = [
  "cidrRoutingPolicy",
  "failoverRoutingPolicies",
  "geolocationRoutingPolicies",
  "geoproximityRoutingPolicy",
  "latencyRoutingPolicies",
  "multivalueAnswerRoutingPolicy",
  "weightedRoutingPolicies",
];

/** True for a record that shares its name with others, between which Route 53 chooses. */
export function hasRoutingPolicy(record: StackResource): boolean {
  const { props } = stated(record);
  return policyProperties.some((property) => {
    const value = at(props, property);
    return value !== undefined && asBoolean(value) !== false && !(Array.isArray(value) && value.length === 0);
  });
}

/** The records of each name that is known; with the number of those whose name is not. */
export function recordsByName(stack: Stack): { named: ReadonlyMap<string, readonly StackResource[]>; unnamed: number } {
  const named = new Map<string, StackResource[]>();
  let unnamed = 0;
  for (const record of stack.ofType(recordType)) {
    const name = nameOf(record);
    if (name === undefined) {
      unnamed += 1;
      continue;
    }
    const others = named.get(name);
    if (others) others.push(record);
    else named.set(name, [record]);
  }
  return { named, unnamed };
}

/** The name of a record as all that share it spell it; undefined while it is not known. */
export function nameOf({ props }: Pick<StackResource, "props">): string | undefined {
  const name = asText(at(props, "name"));
  return typeof name === "string" ? name.toLowerCase().replace(/\.$/, "") : undefined;
}

/** Whether a resource is a DNS record, for programs keep their zones at other providers too: `cloudflare:…:DnsRecord`. */
export function isRecord({ type }: Pick<StackResource, "type">): boolean {
  return /Record(?:Set)?$/.test(type);
}
