import { ownName, protectionOf, stateBearingTypes } from "../facts/state-bearing";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const statefulNoReplaceNames = rule({
  name: "stateful-no-replace-names",
  displayName: "A replacement deletes no data first",
  description:
    "A resource that holds data has no physical name of its own and is not deleted before it is replaced, unless it is protected.",
  why: "The data is then gone before the new resource is there, and if that fails to be made there is neither.",
  severity: "low",
  level: "disabled",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/deletebeforereplace/",
  remediationSteps:
    "Leave the physical name to Pulumi, so that a replacement is made before the old one goes, or protect the resource.",
  controls: {},
  types: stateBearingTypes,
  resource({ resource, deny, undecided }) {
    const { isKept, doubt } = protectionOf(resource);
    const { deleteBeforeReplace } = resource.opts;
    if (isKept === true || deleteBeforeReplace === false) return;
    const name = ownName(resource);
    if (!name && !deleteBeforeReplace) return;
    if (doubt !== undefined) undecided(doubt);
    else if (deleteBeforeReplace) {
      deny("deleteBeforeReplace is true, so that a replacement deletes it first; remove the option");
    } else if (name?.value === UNKNOWN) undecided(name.property);
    else if (name) {
      // The new one cannot have the name beside the old one, and so Pulumi deletes that first.
      deny(`${name.property} is ${shown(name.value)}, so that a replacement deletes it first; leave it to Pulumi`);
    }
  },
});
