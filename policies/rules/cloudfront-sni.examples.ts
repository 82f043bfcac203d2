import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (viewerCertificate: unknown) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { viewerCertificate },
});
const acmCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1";

export const examples: Examples = {
  denied: [
    {
      title: "addresses of its own, and nothing said",
      resources: {
        site: distribution({ acmCertificateArn, sslSupportMethod: "vip" }),
        old: distribution({ iamCertificateId: "ASCA1", sslSupportMethod: "static-ip" }),
        app: distribution({ acmCertificateArn }),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { viewerCertificate: { acmCertificateArn, sslSupportMethod: "vip" } },
        },
      },
      says: {
        site: 'viewerCertificate.sslSupportMethod is "vip"; set it to "sni-only"',
        old: 'sslSupportMethod is "static-ip"',
        app: "sslSupportMethod is not set",
        saas: 'sslSupportMethod is "vip"',
      },
    },
  ],
  allowed: [
    {
      title: "SNI, and CloudFront's own certificate",
      resources: {
        cert: { type: "aws:acm/certificate:Certificate", props: { domainName: "example.com" } },
        site: distribution({ acmCertificateArn: ref("cert", "arn"), sslSupportMethod: "sni-only" }),
        app: distribution({ cloudfrontDefaultCertificate: true }),
      },
    },
  ],
  undecided: [
    {
      title: "a method, or a certificate, that is not known",
      resources: { site: distribution({ acmCertificateArn, sslSupportMethod: UNKNOWN }), app: distribution(UNKNOWN) },
      says: {
        site: "viewerCertificate.sslSupportMethod is not known yet",
        app: "viewerCertificate is not known yet",
      },
    },
  ],
};
