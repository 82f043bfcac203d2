import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (defaultCacheBehavior: unknown, ...orderedCacheBehaviors: unknown[]) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { defaultCacheBehavior, orderedCacheBehaviors },
});
const shared = (defaultCacheBehavior: unknown, ...cacheBehaviors: unknown[]) => ({
  type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  props: { defaultCacheBehavior, cacheBehaviors },
});
const by = (viewerProtocolPolicy: unknown) => ({ targetOriginId: "site", viewerProtocolPolicy });

export const examples: Examples = {
  denied: [
    {
      title: "a behaviour that takes HTTP, for all paths or for some",
      resources: {
        site: distribution(by("allow-all")),
        app: distribution(by("https-only"), by("redirect-to-https"), by("allow-all")),
      },
      says: {
        site: 'defaultCacheBehavior.viewerProtocolPolicy is "allow-all"; set it to "redirect-to-https"',
        app: 'orderedCacheBehaviors[1].viewerProtocolPolicy is "allow-all"',
      },
    },
    {
      title: "a distribution of many tenants",
      resources: { saas: shared(by("allow-all"), by("allow-all")) },
      says: { saas: ["defaultCacheBehavior.viewerProtocolPolicy", "cacheBehaviors[0].viewerProtocolPolicy"] },
    },
  ],
  allowed: [
    {
      title: "behaviours that redirect or refuse HTTP",
      resources: {
        site: distribution(by("redirect-to-https"), by("https-only")),
        saas: shared(by("https-only")),
      },
    },
  ],
  undecided: [
    {
      title: "a policy, or a list of behaviours, that is not known",
      resources: {
        site: distribution(by(UNKNOWN)),
        app: {
          type: "aws:cloudfront/distribution:Distribution",
          props: { defaultCacheBehavior: by("https-only"), orderedCacheBehaviors: UNKNOWN },
        },
      },
      says: {
        site: "defaultCacheBehavior.viewerProtocolPolicy is not known yet",
        app: "orderedCacheBehaviors is not known yet",
      },
    },
  ],
};
