import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { asList, asText, at, type Fact, UNKNOWN } from "./value";

const roleType = "aws:iam/role:Role";
const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const exclusiveType = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";
const sharedType = "aws:iam/policyAttachment:PolicyAttachment";
const inlineType = "aws:iam/rolePolicy:RolePolicy";

const profileKind: Kind = { types: ["aws:iam/instanceProfile:InstanceProfile"], keys: ["name", "arn", "id"] };
const roleKind: Kind = { types: [roleType], keys: ["name", "arn", "id"] };
const policyKind: Kind = { types: ["aws:iam/policy:Policy"], keys: ["arn", "id"] };

/** A policy that a role has: a managed one by its ARN, or one whose text the stack holds. */
export interface RolePolicy {
  readonly arn?: Fact<string>;
  /** JSON or an object; undefined for a managed policy that the stack does not define. */
  readonly document?: Fact<unknown>;
}

/** The role that an instance profile of the stack gives, by what `user` says of it; undefined outside of the stack. */
export function roleOfProfile(
  stack: Stack,
  user: StackResource,
  property: string,
  profile: unknown,
): StackResource | undefined {
  const [found] = named(stack, user, property, profile, profileKind);
  if (!found) return undefined;
  const [role] = named(stack, found, "role", at(found.props, "role"), roleKind);
  return role;
}

/** The policies that the stack gives to each of its roles. */
export function rolePolicies(stack: Stack): Map<StackResource, RolePolicy[]> {
  const policies = new Map(stack.ofType(roleType).map((role) => [role, own(stack, role)]));
  for (const holder of stack.ofType(attachmentType, exclusiveType, sharedType, inlineType)) {
    const property = roleProperties[holder.type] ?? "role";
    const roles = members(holder, property).flatMap((role) => named(stack, holder, property, role, roleKind));
    for (const role of new Set(roles)) policies.get(role)?.push(...held(stack, holder));
  }
  return policies;
}

/** The property by which each type names its roles, where it is not `role`. */
const roleProperties: Record<string, string> = { [exclusiveType]: "roleName", [sharedType]: "roles" };

function own(stack: Stack, role: StackResource): RolePolicy[] {
  return [
    ...members(role, "managedPolicyArns").map((arn) => managed(stack, role, "managedPolicyArns", arn)),
    ...members(role, "inlinePolicies").map((policy) => ({ document: at(policy, "policy") })),
  ];
}

function held(stack: Stack, holder: StackResource): RolePolicy[] {
  if (holder.type === inlineType) return [{ document: at(holder.props, "policy") }];
  const property = holder.type === exclusiveType ? "policyArns" : "policyArn";
  return members(holder, property).map((arn) => managed(stack, holder, property, arn));
}

function managed(stack: Stack, holder: StackResource, property: string, arn: unknown): RolePolicy {
  const [policy] = named(stack, holder, property, arn, policyKind);
  return { arn: asText(arn), ...(policy && { document: at(policy.props, "policy") }) };
}

/** The members of a property, as far as anyone states it; a list that is not known is one unknown member. */
function members(resource: StackResource, property: string): unknown[] {
  const list = asList(at(stated(resource).props, property));
  return list === UNKNOWN ? [UNKNOWN] : list;
}
