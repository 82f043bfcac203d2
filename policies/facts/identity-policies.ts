import type { Resource } from "../resource";
import { membersOf, written } from "./property-paths";
import { asText, at } from "./value";
import { wordsOf } from "./words";

const roleType = "aws:iam/role:Role";
const policyType = "aws:iam/policy:Policy";

/** The types that hold a policy of somebody, and the property that holds it. A role also has its inline policies. */
const places: Readonly<Record<string, string>> = {
  [policyType]: "policy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
};

/** The types that hold policies which say what somebody may do. */
export const identityPolicyTypes: readonly string[] = [...Object.keys(places), roleType];

/** A policy that says what somebody may do. */
export interface IdentityPolicy {
  /** As a message names it: `inlinePolicies[0].policy`. */
  readonly property: string;
  /** JSON, an object, or unknown. */
  readonly policy: unknown;
}

/** The policies that a resource holds, and the lists of them that are not known yet, as a message names them. */
export function identityPolicies(resource: Resource): {
  readonly policies: readonly IdentityPolicy[];
  readonly unknownLists: readonly string[];
} {
  const { type, props } = resource;
  if (type === roleType) {
    const { members, unknownLists } = membersOf(props, [], "inlinePolicies", "policy");
    return { policies: members.map(({ place, value }) => ({ property: written(place), policy: value })), unknownLists };
  }
  const property = Object.hasOwn(places, type) ? places[type] : undefined;
  // A boundary grants nothing: it is what a role can have at most, and often begins with everything.
  if (property === undefined || isBoundary(resource)) return { policies: [], unknownLists: [] };
  return { policies: [{ property, policy: at(props, property) }], unknownLists: [] };
}

/** Nothing but its name tells a boundary before something uses it. */
function isBoundary({ type, name, props }: Resource): boolean {
  const called = asText(at(props, "name"));
  return type === policyType && [name, called].some((text) => typeof text === "string" && hasWord(text));
}

function hasWord(text: string): boolean {
  return wordsOf(text).includes("boundary");
}
