import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (enabled: unknown) => ({ type: "aws:cloudfront/distribution:Distribution", props: { enabled } });
const shared = (enabled: unknown) => ({
  type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  props: { enabled },
});

export const examples: Examples = {
  denied: [
    {
      title: "distributions that are turned off",
      resources: { site: distribution(false), old: distribution("false"), saas: shared(false) },
      says: {
        site: "enabled is false; set it to true, or delete the distribution",
        old: "enabled is false",
        saas: "enabled is false",
      },
    },
  ],
  allowed: [
    {
      title: "distributions that serve",
      resources: { site: distribution(true), old: distribution("true"), saas: shared(true) },
    },
  ],
  undecided: [
    {
      title: "a distribution of which it is not known",
      resources: { site: distribution(UNKNOWN) },
      says: { site: "enabled is not known yet" },
    },
  ],
};
