import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const certificate = (options: unknown, props: Record<string, unknown> = {}) => ({
  type: "aws:acm/certificate:Certificate",
  props: { domainName: "example.com", options, ...props },
});
const off = { certificateTransparencyLoggingPreference: "DISABLED" };

export const examples: Examples = {
  denied: [
    {
      title: "a certificate that stays out of the logs",
      resources: { cert: certificate(off) },
      says: { cert: 'options.certificateTransparencyLoggingPreference is "DISABLED"; set it to "ENABLED"' },
    },
  ],
  allowed: [
    {
      title: "a certificate that is logged, as is the default",
      resources: {
        plain: certificate(undefined),
        said: certificate({ certificateTransparencyLoggingPreference: "ENABLED" }),
      },
    },
    {
      title: "certificates that browsers look up in no log",
      resources: {
        internal: certificate(off, {
          certificateAuthorityArn: "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1",
        }),
        imported: certificate(off, { certificateBody: "...", privateKey: "..." }),
      },
    },
  ],
  undecided: [
    {
      title: "a preference that is not known",
      resources: {
        cert: certificate({ certificateTransparencyLoggingPreference: UNKNOWN }),
        all: certificate(UNKNOWN),
      },
      says: {
        cert: "options.certificateTransparencyLoggingPreference is not known yet",
        all: "options.certificateTransparencyLoggingPreference is not known yet",
      },
    },
  ],
};
