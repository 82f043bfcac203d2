import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const policy = (strictTransportSecurity?: unknown) => ({
  type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  props: { securityHeadersConfig: { contentTypeOptions: { override: true }, strictTransportSecurity } },
});
const year = 31_536_000;

export const examples: Examples = {
  denied: [
    {
      title: "a policy without the header",
      resources: {
        site: policy(),
        cors: { type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", props: { corsConfig: {} } },
      },
      says: {
        site: "securityHeadersConfig.strictTransportSecurity is not set; set it for 31536000 seconds",
        cors: "securityHeadersConfig.strictTransportSecurity is not set",
      },
    },
    {
      title: "a header for too short, or that an origin can change",
      resources: {
        site: policy({ accessControlMaxAgeSec: 3600, override: true }),
        app: policy({ accessControlMaxAgeSec: year, override: false }),
        both: policy({ accessControlMaxAgeSec: "0" }),
      },
      says: {
        site: "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec is 3600; set it to 31536000 or more",
        app: "securityHeadersConfig.strictTransportSecurity.override is false; set it to true",
        both: ["accessControlMaxAgeSec is 0", "override is not set"],
      },
    },
  ],
  allowed: [
    {
      title: "a year or more",
      resources: {
        site: policy({ accessControlMaxAgeSec: year, override: true }),
        app: policy({ accessControlMaxAgeSec: String(2 * year), override: "true", includeSubdomains: true }),
      },
    },
    {
      title: "as long as the settings ask for",
      settings: { seconds: 3600 },
      resources: { site: policy({ accessControlMaxAgeSec: 3600, override: true }) },
    },
  ],
  undecided: [
    {
      title: "values that are not known",
      resources: {
        site: policy(UNKNOWN),
        app: policy({ accessControlMaxAgeSec: UNKNOWN, override: true }),
        api: policy({ accessControlMaxAgeSec: year, override: UNKNOWN }),
      },
      says: {
        site: "strictTransportSecurity is not known yet",
        app: "strictTransportSecurity.accessControlMaxAgeSec is not known yet",
        api: "strictTransportSecurity.override is not known yet",
      },
    },
  ],
};
