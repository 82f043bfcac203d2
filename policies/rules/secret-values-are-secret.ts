import { isSecretPlace, isSecureParameter } from "../facts/secret-places";
import { few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

/** What makes up a value that Pulumi does not take for a secret, and the outputs that hold it. */
const openSources: Readonly<Record<string, readonly string[]>> = {
  "random:index/randomString:RandomString": ["result"],
  "random:index/randomId:RandomId": ["hex", "b64Std", "b64Url", "dec"],
  "random:index/randomUuid:RandomUuid": ["result"],
  "random:index/randomPet:RandomPet": ["id"],
};

/** What makes up a value that is a secret from the start. */
const closedSources = new Set(["random:index/randomPassword:RandomPassword", "random:index/randomBytes:RandomBytes"]);

const deviceType = "aws:iam/virtualMfaDevice:VirtualMfaDevice";
const seeds = ["base32StringSeed", "qrCodePng"];

export const secretValuesAreSecret = rule({
  name: "secret-values-are-secret",
  displayName: "Secrets are secrets in the state as well",
  description:
    "A password or token is made up by what keeps it a secret in the state, and what AWS makes up itself is marked as one where the provider does not do so. Properties such as secretString, value and password are secrets by themselves.",
  why: "What Pulumi does not know to be a secret stands in plain text in its state, in previews and in logs.",
  severity: "high",
  level: "mandatory",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  remediationSteps:
    "Use random.RandomPassword in place of RandomString, RandomId, RandomUuid or RandomPet, or name the outputs in the option additionalSecretOutputs.",
  controls: {},
  types: [deviceType],
  resource({ resource, deny }) {
    const open = seeds.filter((output) => !isMarked(resource, output));
    if (open.length > 0)
      deny(`${open.join(" and ")} would stand in the state in plain text; name them in additionalSecretOutputs`);
  },
  stack({ stack, on }) {
    for (const resource of stack.resources) {
      if (!resource.token.startsWith("aws:")) continue;
      for (const property of resource.referringProperties) {
        const isSecret = isSecretPlace([property]) || isSecureParameter(resource, [property]);
        if (isSecret === false) continue;
        const sources = resource.references(property);
        // Where a password is in the value too, the other is the name that goes with it.
        const open = sources.filter(isOpen);
        if (open.length === 0 || sources.some(({ type }) => closedSources.has(type))) continue;
        const names = few(open.map(({ type, name }) => `random.${type.split(":").at(-1)} "${name}"`));
        if (isSecret === UNKNOWN) on(resource).undecided("type");
        else {
          on(resource).deny(
            `${property} is made of ${names}, which stands in the state in plain text; use random.RandomPassword`,
          );
        }
      }
    }
  },
});

function isOpen(source: StackResource): boolean {
  const outputs = openSources[source.type] ?? [];
  return outputs.length > 0 && !outputs.some((output) => isMarked(source, output));
}

function isMarked({ opts }: Pick<StackResource, "opts">, output: string): boolean {
  return opts.additionalSecretOutputs?.includes(output) ?? false;
}
