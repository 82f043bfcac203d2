import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { at } from "./value";

/**
 * The stack's own setting of an account default (`ebs.EncryptionByDefault`, `ec2.InstanceMetadataDefaults`) in the
 * region of a resource: such a default holds for one region of the account.
 *
 * @param isMeant tells the setting from others of its type
 */
export function accountDefault(
  stack: Stack,
  type: string,
  resource: StackResource,
  isMeant: (setting: StackResource) => boolean = () => true,
): StackResource | undefined {
  const settings = stack.ofType(type).filter(isMeant);
  if (settings.length === 0) return undefined;
  const region = regionOf(resource);
  return settings.find((setting) => regionOf(setting) === region);
}

/** Since v7 of the provider a resource may state its own region; without one it is the provider's. */
export function regionOf({ props, provider }: StackResource): unknown {
  const own = at(props, "region");
  return typeof own === "string" ? own : at(provider?.props, "region");
}

/** False when two resources are known to lie in different regions. */
export function mayShareRegion(one: StackResource, other: StackResource): boolean {
  const regions = [regionOf(one), regionOf(other)].filter((region) => typeof region === "string");
  return new Set(regions).size < 2;
}
