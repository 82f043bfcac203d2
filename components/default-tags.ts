import * as pulumi from "@pulumi/pulumi";

/**
 * The tags of the stack's `aws:defaultTags`, for what the provider does not put them on: the instances and disks that
 * a launch template or an Auto Scaling group makes. Default tags of a provider that the program makes itself are not
 * among them.
 */
export function defaultTags(): Record<string, string> {
  const stated = new pulumi.Config("aws").getObject<{ tags?: Record<string, unknown> }>("defaultTags");
  // A stack file may hold numbers and booleans; the provider reads them as text.
  return Object.fromEntries(Object.entries(stated?.tags ?? {}).map(([key, value]) => [key, String(value)]));
}
