import { gravitonTwin } from "../facts/graviton-twins";
import { instanceTypePlaces, statedTypes } from "../facts/instance-type-places";
import { written } from "../facts/property-paths";
import { asText, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const gravitonSuggested = rule({
  name: "graviton-suggested",
  displayName: "Instances have Graviton processors",
  description: "No instance type has an x86 processor where the same size with a Graviton processor costs less.",
  why: "Most software runs on both, and with Graviton the same size costs less.",
  severity: "low",
  level: "disabled",
  url: "https://aws.amazon.com/ec2/graviton/",
  remediationSteps: "Take the Graviton type with an arm64 image; exempt software that exists for x86 alone.",
  controls: {},
  types: instanceTypePlaces,
  resource({ resource, deny, undecided }) {
    const { members, unknownLists } = statedTypes(resource);
    for (const { place, value } of members) {
      const type = asText(value);
      const twin = typeof type === "string" ? gravitonTwin(type) : undefined;
      if (type === UNKNOWN) undecided(written(place));
      else if (twin !== undefined)
        deny(`${written(place)} is ${shown(type)}; set it to ${shown(twin)} with an arm64 image`);
    }
    for (const list of unknownLists) undecided(list);
  },
});
