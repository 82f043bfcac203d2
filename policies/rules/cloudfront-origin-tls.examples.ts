import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (originSslProtocols: unknown) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: {
    origins: [
      { originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com" },
      {
        originId: "app",
        domainName: "app.example.com",
        customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols },
      },
    ],
  },
});
const vpcOrigin = (items: unknown, quantity: unknown) => ({
  type: "aws:cloudfront/vpcOrigin:VpcOrigin",
  props: { vpcOriginEndpointConfig: { name: "app", originSslProtocols: { items, quantity } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "old protocols, alone and beside TLS 1.2",
      resources: {
        old: distribution(["TLSv1"]),
        both: distribution(["TLSv1.1", "TLSv1.2"]),
        all: distribution(["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"]),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { origins: [{ id: "app", customOriginConfigs: [{ originSslProtocols: ["TLSv1.1"] }] }] },
        },
      },
      says: {
        old: 'origins[1].customOriginConfig.originSslProtocols holds TLSv1; set it to ["TLSv1.2"]',
        both: "originSslProtocols holds TLSv1.1",
        all: "originSslProtocols holds SSLv3, TLSv1, TLSv1.1",
        saas: "origins[0].customOriginConfigs[0].originSslProtocols holds TLSv1.1",
      },
    },
    {
      title: "an origin in a VPC",
      resources: { app: vpcOrigin(["TLSv1.1", "TLSv1.2"], 2) },
      says: { app: "vpcOriginEndpointConfig.originSslProtocols.items holds TLSv1.1" },
    },
    {
      title: "an old protocol beside one that is not known",
      resources: { site: distribution(["TLSv1", UNKNOWN]) },
      says: { site: "originSslProtocols holds TLSv1" },
      beyondRemedy: ["site"],
    },
  ],
  allowed: [
    {
      title: "TLS 1.2, and origins that are buckets",
      resources: {
        site: distribution(["TLSv1.2"]),
        app: vpcOrigin(["TLSv1.2"], 1),
        files: {
          type: "aws:cloudfront/distribution:Distribution",
          props: { origins: [{ originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com" }] },
        },
      },
    },
  ],
  undecided: [
    {
      title: "protocols that are not known",
      resources: {
        site: distribution(UNKNOWN),
        one: distribution(["TLSv1.2", UNKNOWN]),
        app: vpcOrigin(UNKNOWN, 1),
        all: { type: "aws:cloudfront/distribution:Distribution", props: { origins: UNKNOWN } },
      },
      says: {
        site: "origins[1].customOriginConfig.originSslProtocols is not known yet",
        one: "originSslProtocols is not known yet",
        app: "vpcOriginEndpointConfig.originSslProtocols.items is not known yet",
        all: "origins is not known yet",
      },
    },
  ],
};
