import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const certificate = (props: Record<string, unknown>) => ({
  type: "aws:acm/certificate:Certificate",
  props: { domainName: "example.com", ...props },
});
const byDns = certificate({ validationMethod: "DNS" });
const validation = (certificateArn: unknown) => ({
  type: "aws:acm/certificateValidation:CertificateValidation",
  props: { certificateArn },
});

export const examples: Examples = {
  denied: [
    {
      title: "certificates that are proven by mail, or not said how",
      resources: { mail: certificate({ validationMethod: "EMAIL" }), unsaid: certificate({}) },
      says: {
        mail: 'validationMethod is "EMAIL"; set it to "DNS", by which ACM can renew it',
        unsaid: "validationMethod is not set",
      },
    },
    {
      title: "a certificate for which nothing waits, also beside another",
      resources: { cert: byDns, other: byDns, wait: validation(ref("other", "arn")) },
      says: { cert: "nothing waits until it is issued; add an aws.acm.CertificateValidation" },
    },
  ],
  allowed: [
    {
      title: "a certificate that is proven by DNS and waited for",
      resources: {
        cert: byDns,
        wait: validation(ref("cert", "arn")),
        byArn: certificate({ validationMethod: "DNS", arn: "arn:aws:acm:eu-west-1:123456789012:certificate/1" }),
        other: validation("arn:aws:acm:eu-west-1:123456789012:certificate/1"),
      },
    },
    {
      title: "certificates that nobody has to prove: imported, or of a private authority",
      resources: {
        key: { type: "tls:index/privateKey:PrivateKey", props: {} },
        imported: { type: "aws:acm/certificate:Certificate", props: { privateKey: ref("key", "privateKeyPem") } },
        internal: certificate({
          certificateAuthorityArn: "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1",
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a method that is not known",
      resources: { cert: certificate({ validationMethod: UNKNOWN }) },
      says: { cert: "validationMethod is not known yet" },
    },
    {
      title: "what waits for a certificate that is not known",
      resources: { cert: byDns, wait: validation(UNKNOWN) },
      says: { cert: "the certificateArn of a CertificateValidation is not known yet" },
    },
  ],
};
