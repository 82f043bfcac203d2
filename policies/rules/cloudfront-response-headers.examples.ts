import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (defaultCacheBehavior: unknown, orderedCacheBehaviors?: unknown) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { defaultCacheBehavior, orderedCacheBehaviors },
});
const managed = { responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03" };

export const examples: Examples = {
  denied: [
    {
      title: "behaviours without a policy",
      resources: {
        site: distribution({ targetOriginId: "site" }),
        app: distribution(managed, [{ pathPattern: "/api/*" }, managed, { responseHeadersPolicyId: "" }]),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { defaultCacheBehavior: managed, cacheBehaviors: [{ pathPattern: "/api/*" }] },
        },
      },
      says: {
        site: "defaultCacheBehavior.responseHeadersPolicyId is not set; name a response headers policy",
        app: "orderedCacheBehaviors[0].responseHeadersPolicyId, orderedCacheBehaviors[2].responseHeadersPolicyId are not set",
        saas: "cacheBehaviors[0].responseHeadersPolicyId is not set",
      },
    },
  ],
  allowed: [
    {
      title: "AWS's own policy, and one of the stack",
      resources: {
        headers: { type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", props: {} },
        site: distribution(managed, [{ pathPattern: "/api/*", responseHeadersPolicyId: ref("headers") }]),
      },
    },
  ],
  undecided: [
    {
      title: "behaviours that are not known",
      resources: {
        site: distribution(UNKNOWN),
        app: distribution(managed, UNKNOWN),
        one: distribution(managed, [UNKNOWN]),
      },
      says: {
        site: "defaultCacheBehavior is not known yet",
        app: "orderedCacheBehaviors is not known yet",
        one: "orderedCacheBehaviors[0] is not known yet",
      },
    },
  ],
};
