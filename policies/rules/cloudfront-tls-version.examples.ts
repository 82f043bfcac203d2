import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const arn = "arn:aws:acm:us-east-1:123456789012:certificate/1";
const distribution = (viewerCertificate: unknown) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { viewerCertificate },
});
const own = (minimumProtocolVersion?: unknown, more: object = { acmCertificateArn: arn }) =>
  distribution({ sslSupportMethod: "sni-only", minimumProtocolVersion, ...more });

export const examples: Examples = {
  denied: [
    {
      title: "old versions, and one that is left to AWS",
      resources: {
        none: own(),
        old: own("TLSv1.1_2016"),
        first: own("TLSv1"),
        ssl: own("SSLv3", { iamCertificateId: "ASCA1" }),
        weak: own("TLSv1.2_2019"),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { viewerCertificate: { acmCertificateArn: arn, minimumProtocolVersion: "TLSv1_2016" } },
        },
      },
      says: {
        none: 'viewerCertificate.minimumProtocolVersion is not set, which means TLSv1; set it to "TLSv1.2_2021"',
        old: 'viewerCertificate.minimumProtocolVersion is "TLSv1.1_2016"',
        first: 'minimumProtocolVersion is "TLSv1"',
        ssl: 'minimumProtocolVersion is "SSLv3"',
        weak: 'minimumProtocolVersion is "TLSv1.2_2019"',
        saas: 'minimumProtocolVersion is "TLSv1_2016"',
      },
    },
    {
      title: "a version that serves by default, where the settings ask for more",
      settings: { min: "TLSv1.2_2025" },
      resources: { site: own("TLSv1.2_2021") },
      says: { site: 'minimumProtocolVersion is "TLSv1.2_2021"; set it to "TLSv1.2_2025"' },
    },
    {
      title: "a certificate that a resource of the stack makes",
      resources: {
        cert: { type: "aws:acm/certificate:Certificate", props: { domainName: "example.com" } },
        site: own("TLSv1", { acmCertificateArn: ref("cert", "arn") }),
      },
      says: { site: 'minimumProtocolVersion is "TLSv1"' },
    },
    {
      title: "addresses of its own instead of SNI, with which AWS gives no better policy",
      resources: { site: own("TLSv1", { acmCertificateArn: arn, sslSupportMethod: "vip" }) },
      says: { site: 'minimumProtocolVersion is "TLSv1"' },
      beyondRemedy: ["site"],
    },
    {
      title: "CloudFront's own certificate where the settings do not accept it",
      settings: { acceptDefaultCertificate: false },
      resources: { site: distribution({ cloudfrontDefaultCertificate: true, minimumProtocolVersion: "TLSv1" }) },
      says: { site: "viewerCertificate is CloudFront's own, which takes TLS 1.0; name a certificate for its aliases" },
      beyondRemedy: ["site"],
    },
  ],
  allowed: [
    {
      title: "policies of TLS 1.2 and 1.3",
      resources: { site: own("TLSv1.2_2021"), app: own("TLSv1.2_2025"), api: own("TLSv1.3_2025") },
    },
    {
      title: "an older policy where the settings accept it",
      settings: { min: "TLSv1.2_2019" },
      resources: { site: own("TLSv1.2_2019") },
    },
    {
      title: "CloudFront's own certificate, with which AWS chooses the policy",
      resources: { site: distribution({ cloudfrontDefaultCertificate: true }) },
    },
  ],
  undecided: [
    {
      title: "a version, or a certificate, that is not known",
      resources: { site: own(UNKNOWN), app: distribution(UNKNOWN) },
      says: {
        site: "viewerCertificate.minimumProtocolVersion is not known yet",
        app: "viewerCertificate is not known yet",
      },
    },
  ],
};
