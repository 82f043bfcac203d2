import { deprecatedProperties, deprecatedTypes } from "../facts/deprecations";
import { at } from "../facts/value";
import { rule } from "../rule";

export const noDeprecatedTypes = rule({
  name: "no-deprecated-types",
  displayName: "Nothing is made of what the provider gives up",
  description:
    "No resource is of a type, and none uses a property, that the AWS provider or AWS itself has deprecated.",
  why: "What is deprecated is gone with some later version, which then comes when nobody has time for it.",
  severity: "low",
  level: "advisory",
  url: "https://www.pulumi.com/registry/packages/aws/how-to-guides/7-0-migration/",
  remediationSteps:
    "Use what stands in its place; an alias of the old type lets Pulumi keep the resource that is there.",
  controls: {},
  types: ["aws:*"],
  resource({ resource, deny }) {
    const instead = deprecatedTypes.get(resource.token);
    if (instead !== undefined) deny(`its type is deprecated; use ${instead}`);
    for (const [property, substitute] of deprecatedProperties(resource.token)) {
      if (at(resource.props, property) !== undefined) deny(`${property} is deprecated; ${substitute}`);
    }
  },
});
