import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { at } from "./value";

export const functionType = "aws:lambda/function:Function";
export const permissionType = "aws:lambda/permission:Permission";
export const resourcePolicyType = "aws:lambda/resourcePolicy:ResourcePolicy";

const functionKind: Kind = { types: [functionType], keys: ["name", "arn", "qualifiedArn", "invokeArn", "id"] };
const aliasKind: Kind = { types: ["aws:lambda/alias:Alias"], keys: ["arn", "invokeArn"] };

/** The functions of the stack that a value of a resource names: by name, ARN or the ARN to invoke, also of an alias. */
export function functionsNamed(
  stack: Stack,
  from: StackResource,
  property: string,
  value: unknown = at(from.props, property),
): readonly StackResource[] {
  const aliases = named(stack, from, property, value, aliasKind);
  if (aliases.length === 0) return named(stack, from, property, value, functionKind);
  return aliases.flatMap((alias) => named(stack, alias, "functionName", at(alias.props, "functionName"), functionKind));
}
