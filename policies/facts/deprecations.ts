import listed from "./deprecations.json";

const { types, properties }: { types: Record<string, string>; properties: Record<string, Record<string, string>> } =
  listed;

/**
 * The types that are deprecated, with what to use instead. The JSON file lists what the installed @pulumi/aws marks so
 * (`tests/policies/facts/deprecations.test.ts` compares); reading it from there would load the whole SDK.
 */
export const deprecatedTypes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(types),
  // AWS takes no launch configurations of new accounts, nor with new instance types:
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html
  ["aws:ec2/launchConfiguration:LaunchConfiguration", "aws.ec2.LaunchTemplate"],
]);

/** The deprecated properties of a type, each with what to do instead, as the rest of a sentence. */
export function deprecatedProperties(token: string): readonly [property: string, instead: string][] {
  const stated = Object.hasOwn(properties, token) ? properties[token] : undefined;
  return Object.entries(stated ?? {});
}
