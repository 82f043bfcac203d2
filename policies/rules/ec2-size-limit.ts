import { type InstanceSize, instanceSizes, sizeFactor, sizeOf } from "../facts/instance-sizes";
import { instanceTypePlaces, statedTypes } from "../facts/instance-type-places";
import { written } from "../facts/property-paths";
import { asText, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choice } from "../settings";

export const ec2SizeLimit = rule({
  name: "ec2-size-limit",
  displayName: "Instances are no larger than their environment needs",
  description: "No instance type, wherever it is named, is larger than agreed for the environment of the stack.",
  why: "Each size mostly costs twice the one below it, and a size that was for one test tends to stay.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html",
  remediationSteps:
    "Take a smaller size of the same family, and more instances; or raise the limit of the environment.",
  controls: {},
  settings: {
    largestInDev: choice<InstanceSize>(instanceSizes, "large", "The largest size in a stack for trying out."),
    largestInProd: choice<InstanceSize>(instanceSizes, "8xlarge", "The largest size in production."),
  },
  types: instanceTypePlaces,
  resource({ resource, settings, environment, deny, undecided }) {
    const largest = environment === "dev" ? settings.largestInDev : settings.largestInProd;
    const limit = sizeFactor(largest) ?? Number.POSITIVE_INFINITY;
    const { members, unknownLists } = statedTypes(resource);
    for (const { place, value } of members) {
      const type = asText(value);
      if (type === UNKNOWN) undecided(written(place));
      // A whole family, which AWS Batch can name, is of no size.
      else if (type !== undefined && (sizeFactor(sizeOf(type) ?? "") ?? 0) > limit) {
        deny(`${written(place)} is ${shown(type)}; set it to a type no larger than ${largest} in ${environment}`);
      }
    }
    for (const list of unknownLists) undecided(list);
  },
});
