import { asList, asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

const withExclusion = "IMMUTABLE_WITH_EXCLUSION";

export const ecrImmutableTags = rule({
  name: "ecr-immutable-tags",
  displayName: "A tag names one image for good",
  description: "No push can move a tag of a repository from one image to another.",
  why: "A tag that moves brings other code into production than was tested, by mistake or by whoever may push, and spoils the way back.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-2",
  remediationSteps: 'Set imageTagMutability to "IMMUTABLE", and push every build under a tag of its own.',
  controls: { fsbp: ["ECR.2"] },
  settings: {
    exclusions: texts([], "Filters of tags that may move, where imageTagMutability is IMMUTABLE_WITH_EXCLUSION."),
  },
  types: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"],
  resource({ resource, settings, deny, undecided }) {
    const mutability = asText(at(resource.props, "imageTagMutability"));
    if (mutability === "IMMUTABLE") return;
    if (mutability === UNKNOWN) return undecided("imageTagMutability");
    if (mutability !== withExclusion) return deny(`imageTagMutability is ${shown(mutability)}; set it to "IMMUTABLE"`);
    for (const filter of movingTags(resource.props, settings.exclusions)) {
      if (filter === UNKNOWN) undecided("imageTagMutabilityExclusionFilters");
      else deny(`tags like ${shown(filter)} may move; remove the filter or set imageTagMutability to "IMMUTABLE"`);
    }
  },
  remediate({ props }, { exclusions }) {
    const mutability = asText(at(props, "imageTagMutability"));
    if (mutability === "IMMUTABLE" || mutability === UNKNOWN) return [];
    if (mutability === withExclusion && !movingTags(props, exclusions).some((filter) => filter !== UNKNOWN)) return [];
    return [{ path: ["imageTagMutability"], value: "IMMUTABLE" }];
  },
});

/** The filters of tags that may move although the settings do not allow it. */
function movingTags(props: unknown, allowed: readonly string[]): Fact<string>[] {
  const filters = asList(at(props, "imageTagMutabilityExclusionFilters"));
  const stated: Fact<string>[] = filters === UNKNOWN ? [UNKNOWN] : filters.map((entry) => asText(at(entry, "filter")));
  return stated.filter((filter) => filter === UNKNOWN || (filter !== undefined && !allowed.includes(filter)));
}
