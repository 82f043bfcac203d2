import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { isRegion, regionRequirement } from "./region";

/** The settings of the provider that are text; in the stack file all others are lists, maps, numbers or switches. */
const texts = [
  "accessKey",
  "customCaBundle",
  "ec2MetadataServiceEndpoint",
  "ec2MetadataServiceEndpointMode",
  "httpProxy",
  "httpsProxy",
  "noProxy",
  "profile",
  "retryMode",
  "s3UsEast1RegionalEndpoint",
  "secretKey",
  "stsRegion",
  "tagPolicyCompliance",
  "token",
];

/**
 * A provider like the stack's own, in another region. What the stack file says under `aws:`, such as the role and the
 * default tags, reaches no provider that a program makes, unless the program hands it on.
 * https://www.pulumi.com/docs/iac/concepts/resources/providers/#explicit-provider-configuration
 *
 * @throws RunError when the region is none
 */
export function regionalProvider(name: string, region: string): aws.Provider {
  if (!isRegion(region)) {
    throw new pulumi.RunError(`provider "${name}": region ${regionRequirement(region)}, got "${region}"`);
  }
  const keys = Object.keys(pulumi.runtime.allConfig()).flatMap((key) => /^aws:(\w+)$/.exec(key)?.[1] ?? []);
  // Of the configuration, but not of the provider's arguments.
  const stated = keys.filter((key) => key !== "region" && key !== "version");
  const args = Object.fromEntries(stated.map((key) => [key, settingOf(key)]));
  return new aws.Provider(name, { ...args, region });
}

function settingOf(key: string): pulumi.Input<unknown> {
  const config = new pulumi.Config("aws");
  const read = (text: string): unknown => (texts.includes(key) ? text : JSON.parse(text));
  // The SDK exports this function, but leaves it out of its types.
  const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret: (key: string) => boolean };
  return isConfigSecret(`aws:${key}`) ? config.requireSecret(key).apply(read) : read(config.require(key));
}
