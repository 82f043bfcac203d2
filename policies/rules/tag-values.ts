import { defaultTags, taggableTypes, tagPlaces } from "../facts/tags";
import { type Fact, shown, UNKNOWN } from "../facts/value";
import { rule, type Verdicts } from "../rule";
import { expression, textMap } from "../settings";

export const tagValues = rule({
  name: "tag-values",
  displayName: "Tags say what they are for",
  description: "The value of a tag that reports and schedules rely on has the agreed form wherever it is set.",
  why: "A report that adds up by a tag, or a schedule that goes by one, misses each spelling that it does not know.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  remediationSteps: "Give the tag a value of the agreed form, or change the form in the settings of the policy.",
  controls: {},
  settings: {
    patterns: textMap(
      { Environment: "^(dev|development|test|qa|staging|stage|prod|production)$", Owner: "\\S", Project: "\\S" },
      "By tag key, the regular expression that its value must match.",
    ),
  },
  types: taggableTypes,
  resource({ resource, settings, deny, undecided }) {
    for (const { place, tags, takesDefaults } of tagPlaces(resource)) {
      const defaults = takesDefaults ? defaultTags(resource) : {};
      for (const [key, pattern] of Object.entries(settings.patterns)) {
        const inherits = tags !== UNKNOWN && !Object.hasOwn(tags, key);
        const source = inherits ? defaults : tags;
        const name = inherits && takesDefaults ? "defaultTags of the provider" : place;
        if (source === UNKNOWN) undecided(name);
        else if (Object.hasOwn(source, key)) judge(`${name}.${key}`, source[key], pattern, { deny, undecided });
      }
    }
  },
});

function judge(place: string, value: Fact<string>, pattern: string, { deny, undecided }: Verdicts): void {
  if (value === UNKNOWN) undecided(place);
  else if (value === undefined || !expression(pattern).test(value)) {
    deny(`${place} is ${shown(value)}, which does not match ${pattern}; set it to a value that does`);
  }
}
