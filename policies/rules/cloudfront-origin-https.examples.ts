import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const ports = { httpPort: 80, httpsPort: 443, originSslProtocols: ["TLSv1.2"] };
const distribution = (originProtocolPolicy: unknown, viewerProtocolPolicy: unknown = "redirect-to-https") => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: {
    origins: [
      { originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com" },
      { originId: "app", domainName: "app.example.com", customOriginConfig: { ...ports, originProtocolPolicy } },
    ],
    defaultCacheBehavior: { targetOriginId: "app", viewerProtocolPolicy },
  },
});

export const examples: Examples = {
  denied: [
    {
      title: "an origin that is asked by HTTP",
      resources: {
        site: distribution("http-only"),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { origins: [{ id: "app", customOriginConfigs: [{ ...ports, originProtocolPolicy: "http-only" }] }] },
        },
      },
      says: {
        site: 'origins[1].customOriginConfig.originProtocolPolicy is "http-only"; set it to "https-only"',
        saas: 'origins[0].customOriginConfigs[0].originProtocolPolicy is "http-only"',
      },
    },
    {
      title: "an origin that is asked as the visitor asks, who may come by HTTP",
      resources: { site: distribution("match-viewer", "allow-all") },
      says: { site: 'originProtocolPolicy is "match-viewer" and visitors may come by HTTP' },
    },
  ],
  allowed: [
    {
      title: "HTTPS, also where all visitors come by it",
      resources: { site: distribution("https-only", "allow-all"), app: distribution("match-viewer", "https-only") },
    },
    {
      title: "a bucket, and a load balancer in a VPC",
      resources: {
        site: {
          type: "aws:cloudfront/distribution:Distribution",
          props: {
            origins: [
              { originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com", originAccessControlId: "E1" },
              { originId: "app", domainName: "app.internal", vpcOriginConfig: { vpcOriginId: "vo_1" } },
            ],
          },
        },
      },
    },
  ],
  undecided: [
    {
      title: "policies and origins that are not known",
      resources: {
        site: distribution(UNKNOWN),
        app: distribution("match-viewer", UNKNOWN),
        api: { type: "aws:cloudfront/distribution:Distribution", props: { origins: UNKNOWN } },
        new: {
          type: "aws:cloudfront/distribution:Distribution",
          props: {
            ...distribution("match-viewer").props,
            orderedCacheBehaviors: UNKNOWN,
          },
        },
      },
      says: {
        site: "origins[1].customOriginConfig.originProtocolPolicy is not known yet",
        app: "viewerProtocolPolicy of a cache behaviour is not known yet",
        api: "origins is not known yet",
        new: "viewerProtocolPolicy of a cache behaviour is not known yet",
      },
    },
  ],
};
