import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (restrictionType: unknown, ...locations: string[]) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { restrictions: { geoRestriction: { restrictionType, locations } } },
});
const shared = (props: Record<string, unknown>) => ({
  type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  props,
});
const tenant = (geoRestriction?: unknown) => ({
  type: "aws:cloudfront/distributionTenant:DistributionTenant",
  props: { distributionId: "E1", customizations: { geoRestriction } },
});

export const examples: Examples = {
  denied: [
    {
      title: "distributions, and tenants, that serve every country",
      resources: { site: distribution("none"), saas: shared({}), acme: tenant({ restrictionType: "none" }) },
      says: {
        site: 'restrictions.geoRestriction.restrictionType is "none"; set it to "whitelist" or "blacklist"',
        saas: "restrictions.geoRestriction.restrictionType is not set",
        acme: 'customizations.geoRestriction.restrictionType is "none"',
      },
    },
  ],
  allowed: [
    {
      title: "lists of countries, and a tenant that leaves it to its distribution",
      resources: {
        site: distribution("whitelist", "GB", "IE"),
        app: distribution("blacklist", "KP"),
        acme: tenant({ restrictionType: "whitelist", locations: ["GB"] }),
        other: tenant(),
      },
    },
  ],
  undecided: [
    {
      title: "a restriction that is not known",
      resources: { site: distribution(UNKNOWN) },
      says: { site: "restrictions.geoRestriction.restrictionType is not known yet" },
    },
  ],
};
