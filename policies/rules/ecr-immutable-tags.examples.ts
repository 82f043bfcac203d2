import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const repository = (props: object) => ({ type: "aws:ecr/repository:Repository", props: { ...props } });
const excluding = (...filters: unknown[]) => ({
  imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
  imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filter, filterType: "WILDCARD" })),
});

export const examples: Examples = {
  denied: [
    {
      title: "a repository and a template whose tags may move",
      resources: {
        silent: repository({}),
        template: {
          type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
          props: { prefix: "shop", imageTagMutability: "MUTABLE" },
        },
      },
      says: {
        silent: 'imageTagMutability is not set; set it to "IMMUTABLE"',
        template: 'imageTagMutability is "MUTABLE"',
      },
    },
    {
      title: "tags that may move against the wish of the house",
      settings: { exclusions: ["dev-*"] },
      resources: { web: repository(excluding("dev-*", "latest*")) },
      says: { web: 'tags like "latest*" may move; remove the filter' },
    },
  ],
  allowed: [
    { title: "tags that never move", resources: { web: repository({ imageTagMutability: "IMMUTABLE" }) } },
    {
      title: "tags that may move as the house wishes",
      settings: { exclusions: ["dev-*"] },
      resources: { web: repository(excluding("dev-*")) },
    },
  ],
  undecided: [
    {
      title: "a repository of which it is not known",
      resources: { all: repository({ imageTagMutability: UNKNOWN }), part: repository(excluding(UNKNOWN)) },
      says: {
        all: "imageTagMutability is not known yet",
        part: "imageTagMutabilityExclusionFilters is not known yet",
      },
    },
  ],
};
