import { defaultTags, type TagPlace, type Tags, taggableTypes, tagPlaces } from "../facts/tags";
import { UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { textMap, texts } from "../settings";

export const requiredTags = rule({
  name: "required-tags",
  displayName: "Resources carry the required tags",
  description: "Every resource that takes tags carries the required ones, also what groups and templates launch.",
  why: "Without tags nobody can tell what a resource is for, who answers for it, and who pays.",
  severity: "medium",
  level: { dev: "advisory", prod: "mandatory" },
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  remediationSteps:
    "Set the tags for all resources as aws:defaultTags in the stack file; state them again on Auto Scaling groups and in " +
    "the tagSpecifications of launch templates, which default tags do not reach.",
  controls: {},
  settings: {
    keys: texts(["Project", "Environment", "Owner"], "The tag keys that must be there, in this spelling."),
    values: textMap({}, "By key, the value that remediation gives a tag that is missing; a key without one is left."),
    exceptTypes: texts([], "Resource types that need no tags, such as aws:ec2/vpc:Vpc."),
  },
  types: taggableTypes,
  resource({ resource, settings, deny, undecided }) {
    if (settings.exceptTypes.includes(resource.type)) return;
    for (const place of tagPlaces(resource)) {
      const missing = missingIn(place, resource, settings.keys);
      if (missing.length === 0) continue;
      if (place.tags === UNKNOWN) undecided(place.place);
      else if (place.takesDefaults && defaultTags(resource) === UNKNOWN) undecided("defaultTags of the provider");
      else {
        const where = place.takesDefaults ? "it here or to aws:defaultTags" : "it here";
        deny(`${place.place} lacks ${missing.join(", ")}; add ${where}`);
      }
    }
  },
  remediate(resource, settings) {
    if (settings.exceptTypes.includes(resource.type)) return [];
    return tagPlaces(resource).flatMap((place) => {
      if (place.tags === UNKNOWN || (place.takesDefaults && defaultTags(resource) === UNKNOWN)) return [];
      const known = missingIn(place, resource, settings.keys).filter((key) => Object.hasOwn(settings.values, key));
      if (known.length === 0) return [];
      return place.add(Object.fromEntries(known.map((key) => [key, settings.values[key] ?? ""])));
    });
  },
});

function missingIn({ tags, takesDefaults }: TagPlace, resource: Resource, keys: readonly string[]): string[] {
  const sources: Tags[] = takesDefaults ? [tags, defaultTags(resource)] : [tags];
  return keys.filter((key) => !sources.some((source) => source !== UNKNOWN && Object.hasOwn(source, key)));
}
