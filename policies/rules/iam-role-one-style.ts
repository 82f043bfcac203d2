import { named } from "../facts/references";
import { asList, at, few, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import type { StatedInputs } from "../stated-inputs";

const roleType = "aws:iam/role:Role";
const roleKind = { types: [roleType], keys: ["name", "arn", "id"] };

/** The types that give a role policies beside those that it states, and the property that names the role. */
const others: Readonly<Record<string, { readonly role: string; readonly property: Property }>> = {
  "aws:iam/rolePolicy:RolePolicy": { role: "role", property: "inlinePolicies" },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": { role: "roleName", property: "inlinePolicies" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { role: "role", property: "managedPolicyArns" },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    role: "roleName",
    property: "managedPolicyArns",
  },
  "aws:iam/policyAttachment:PolicyAttachment": { role: "roles", property: "managedPolicyArns" },
};

type Property = "inlinePolicies" | "managedPolicyArns";

export const iamRoleOneStyle = rule({
  name: "iam-role-one-style",
  displayName: "A role has its policies in one place",
  description:
    "A role that states its policies itself has no resources that give it more: each removes what the other has given.",
  why: "Each deployment then takes away permissions that another one gave, and applications fail by turns.",
  severity: "medium",
  level: "mandatory",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/",
  remediationSteps:
    "Leave out inlinePolicies and managedPolicyArns, and give the role its policies by aws.iam.RolePolicy and aws.iam.RolePolicyAttachment.",
  controls: {},
  types: [roleType],
  stack({ stack, run, on }) {
    for (const [role, holders] of holdersByRole(stack)) {
      for (const property of ["inlinePolicies", "managedPolicyArns"] as const) {
        const beside = holders.filter(({ type }) => others[type]?.property === property);
        if (beside.length === 0) continue;
        const states = statesOwn(role, property, run.statedInputs);
        const names = few(beside.map(({ name }) => `"${name}"`));
        if (states === UNKNOWN) on(role).undecided(property);
        else if (states)
          on(role).deny(`it has ${property} beside ${names}, and each removes the other's; leave out ${property}`);
      }
    }
  },
});

/** Outputs repeat what others attach: only what the program states is the role's own. */
function statesOwn(role: StackResource, property: Property, inputs: StatedInputs): boolean | Unknown {
  if (!inputs.has(role, property)) return false;
  const value = at(role.props, property);
  if (value === UNKNOWN) return UNKNOWN;
  // An empty list of managed policies is a wish for none; inline policies are removed by one without a policy.
  return value !== undefined && (property === "managedPolicyArns" || asListed(value).length > 0);
}

function asListed(value: unknown): unknown[] {
  const list = asList(value);
  return list === UNKNOWN ? [] : list;
}

/** The resources that give policies to each role of the stack. */
function holdersByRole(stack: Stack): Map<StackResource, StackResource[]> {
  const holders = new Map<StackResource, StackResource[]>();
  for (const holder of stack.ofType(...Object.keys(others))) {
    const property = others[holder.type]?.role ?? "role";
    const names = asList(at(holder.props, property));
    const roles = new Set(
      (names === UNKNOWN ? [UNKNOWN] : names).flatMap((name) => named(stack, holder, property, name, roleKind)),
    );
    for (const role of roles) {
      const known = holders.get(role);
      if (known) known.push(holder);
      else holders.set(role, [holder]);
    }
  }
  return holders;
}
