import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (props: Record<string, unknown>) => ({ type: "aws:cloudfront/distribution:Distribution", props });
const aliases = ["example.com", "www.example.com"];
const cloudfronts = { cloudfrontDefaultCertificate: true };

export const examples: Examples = {
  denied: [
    {
      title: "aliases without a certificate for them",
      resources: {
        site: distribution({ aliases, viewerCertificate: cloudfronts }),
        app: distribution({ aliases: ["app.example.com"], viewerCertificate: { acmCertificateArn: "" } }),
      },
      says: {
        site: "viewerCertificate is CloudFront's own, which is not for example.com, www.example.com; set acmCertificateArn",
        app: "which is not for app.example.com",
      },
    },
    {
      title: "an alias that is not known, without a certificate for it",
      resources: { app: distribution({ aliases: [UNKNOWN], viewerCertificate: cloudfronts }) },
      says: { app: "which is not for a name that is not known yet" },
    },
  ],
  allowed: [
    {
      title: "a certificate of ACM or of IAM",
      resources: {
        cert: { type: "aws:acm/certificate:Certificate", props: { domainName: "example.com" } },
        site: distribution({ aliases, viewerCertificate: { acmCertificateArn: ref("cert", "arn") } }),
        old: distribution({ aliases, viewerCertificate: { iamCertificateId: "ASCA1" } }),
      },
    },
    {
      title: "a distribution that has CloudFront's name alone",
      resources: {
        site: distribution({ viewerCertificate: cloudfronts }),
        app: distribution({ aliases: [], viewerCertificate: UNKNOWN }),
      },
    },
  ],
  undecided: [
    {
      title: "aliases, or a certificate, that are not known",
      resources: {
        site: distribution({ aliases: UNKNOWN, viewerCertificate: cloudfronts }),
        app: distribution({ aliases, viewerCertificate: UNKNOWN }),
      },
      says: { site: "aliases is not known yet", app: "viewerCertificate is not known yet" },
    },
  ],
};
