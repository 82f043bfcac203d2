import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (httpVersion: unknown, compress: unknown, props: Record<string, unknown> = {}) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { httpVersion, defaultCacheBehavior: { targetOriginId: "site", compress }, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "HTTP/1.1 or HTTP/2 alone, and what AWS takes by default",
      resources: {
        old: distribution("http1.1", true),
        site: distribution("http2", "true"),
        app: distribution(undefined, true),
      },
      says: {
        old: 'httpVersion is "http1.1"; set it to "http2and3"',
        site: 'httpVersion is "http2"',
        app: "httpVersion is not set",
      },
    },
    {
      title: "behaviours that do not compress",
      resources: {
        site: distribution("http2and3", false),
        app: distribution("http2and3", true, { orderedCacheBehaviors: [{ pathPattern: "/a" }, { compress: false }] }),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: {
            httpVersion: "http2and3",
            defaultCacheBehavior: { compress: true },
            cacheBehaviors: [{ compress: false }],
          },
        },
      },
      says: {
        site: "defaultCacheBehavior.compress is not true; compress what is served",
        app: "orderedCacheBehaviors[0].compress, orderedCacheBehaviors[1].compress are not true",
        saas: "cacheBehaviors[0].compress is not true",
      },
    },
  ],
  allowed: [
    { title: "HTTP/3 with compression", resources: { site: distribution("http2and3", true) } },
    {
      title: "HTTP/2 where more is not to be had",
      resources: {
        trust: { type: "aws:cloudfront/trustStore:TrustStore", props: {} },
        bank: distribution("http2", true, { viewerMtlsConfig: { trustStoreConfig: { trustStoreId: ref("trust") } } }),
        next: distribution("http2", true, { staging: true }),
        live: distribution("http2", true, { continuousDeploymentPolicyId: "p-1" }),
      },
    },
  ],
  undecided: [
    {
      title: "values that are not known",
      resources: {
        site: distribution(UNKNOWN, true),
        app: distribution("http2and3", UNKNOWN),
        api: distribution("http2and3", true, { orderedCacheBehaviors: UNKNOWN }),
      },
      says: {
        site: "httpVersion is not known yet",
        app: "defaultCacheBehavior.compress is not known yet",
        api: "orderedCacheBehaviors is not known yet",
      },
    },
  ],
};
