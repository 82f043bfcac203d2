import * as pulumi from "@pulumi/pulumi";

/** What a stack is for: component defaults and policy levels follow it. */
export type Environment = "dev" | "prod";

/**
 * The stack's `tierwork:environment`. A stack that does not say is treated as production: the safer side.
 *
 * @throws when the stack file holds anything but `dev` or `prod`.
 */
export function environment(): Environment {
  const value = new pulumi.Config("tierwork").get("environment") ?? "prod";
  if (value === "dev" || value === "prod") return value;
  throw new pulumi.RunError(`tierwork:environment must be "dev" or "prod", got "${value}"`);
}
