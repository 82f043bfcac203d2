import { defaultTagKeys, type TagKeys, taggableTypes, tagPlaces } from "../facts/tags";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const requiredTags = rule({
  name: "required-tags",
  displayName: "Resources carry the required tags",
  description: "Every resource that takes tags carries the required ones, also what groups and templates launch.",
  severity: "medium",
  level: { dev: "advisory", prod: "mandatory" },
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  remediationSteps:
    "Set the tags for all resources as aws:defaultTags in the stack file; state them again on Auto Scaling groups and in " +
    "the tagSpecifications of launch templates, which default tags do not reach.",
  controls: {},
  settings: {
    keys: texts(["Project", "Environment", "Owner"], "The tag keys that must be there, in this spelling."),
    exceptTypes: texts([], "Resource types that need no tags, such as aws:ec2/vpc:Vpc."),
  },
  types: taggableTypes,
  resource({ resource, settings, deny, undecided }) {
    if (settings.exceptTypes.includes(resource.type)) return;
    const defaults = defaultTagKeys(resource);
    for (const { place, keys, takesDefaults } of tagPlaces(resource)) {
      const sources: TagKeys[] = takesDefaults ? [keys, defaults] : [keys];
      const missing = settings.keys.filter(
        (key) => !sources.some((source) => source !== UNKNOWN && source.includes(key)),
      );
      if (missing.length === 0) continue;
      if (keys === UNKNOWN) undecided(place);
      else if (takesDefaults && defaults === UNKNOWN) undecided("defaultTags of the provider");
      else
        deny(
          `${place} lacks ${missing.join(", ")}; add ${takesDefaults ? "it here or to aws:defaultTags" : "it here"}`,
        );
    }
  },
});
