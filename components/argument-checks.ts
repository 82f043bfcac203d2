import * as pulumi from "@pulumi/pulumi";

/** Stops the program with one sentence when `holds` is false; `requirement` begins with "must". */
export type ArgumentCheck = (holds: boolean, argument: string, requirement: string, value: unknown) => asserts holds;

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
    const got = pulumi.Output.isInstance(value) ? "an output" : (JSON.stringify(value) ?? "nothing");
    const sentence = `${kind} "${name}": ${argument} ${requirement}, got ${got}`;
    const error = new pulumi.ResourceError(sentence, component, /* hideStack */ true);
    // The place that matters is where the component is made, not where it noticed.
    Error.captureStackTrace(error, component.constructor);
    throw error;
  };
}
