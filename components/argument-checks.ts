import * as pulumi from "@pulumi/pulumi";

/** Stops the program with one sentence when `holds` is false; `requirement` begins with "must". */
export type ArgumentCheck = (holds: boolean, argument: string, requirement: string, value: unknown) => asserts holds;

/** An argument that a component does not take. */
export class ArgumentError extends pulumi.ResourceError {
  /**
   * @param subject the component as a person calls it: `web tier "shop"`
   * @param argument where it stands in the component's arguments: `ingress[0].port`
   * @param requirement what is allowed; it begins with "must"
   * @param value what was given
   */
  constructor(
    subject: string,
    component: pulumi.Resource,
    readonly argument: string,
    readonly requirement: string,
    readonly value: unknown,
  ) {
    super(`${subject}: ${argument} ${requirement}, got ${shown(value)}`, component, /* hideStack */ true);
  }
}

/** A value as a sentence has it. */
export function shown(value: unknown): string {
  return pulumi.Output.isInstance(value) ? "an output" : (JSON.stringify(value) ?? "nothing");
}

/**
 * The check of one component's arguments, to be used before its first child is made. Its sentence names the component,
 * the argument, what is allowed and what was given: `web tier "shop": minSize must be at least 2, got 1`.
 *
 * @param component the component under construction
 * @param kind what a person calls it: "web tier"
 * @param name its logical name
 */
export function argumentCheck(component: pulumi.ComponentResource, kind: string, name: string): ArgumentCheck {
  return (holds, argument, requirement, value) => {
    if (holds) return;
    const error = new ArgumentError(`${kind} "${name}"`, component, argument, requirement, value);
    // The place that matters is where the component is made, not where it noticed.
    Error.captureStackTrace(error, component.constructor);
    throw error;
  };
}
