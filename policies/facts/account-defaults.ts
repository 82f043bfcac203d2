import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { at } from "./value";

/**
 * The stack's own setting of an account default (`ebs.EncryptionByDefault`, `ec2.InstanceMetadataDefaults`) in the
 * region of a resource: such a default holds for one region of the account.
 */
export function accountDefault(stack: Stack, type: string, resource: StackResource): StackResource | undefined {
  const region = regionOf(resource);
  return stack.ofType(type).find((setting) => regionOf(setting) === region);
}

/** Since v7 of the provider a resource may state its own region; without one it is the provider's. */
function regionOf({ props, provider }: StackResource): unknown {
  const own = at(props, "region");
  return typeof own === "string" ? own : at(provider?.props, "region");
}
