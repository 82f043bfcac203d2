import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = (corsConfiguration?: unknown) => ({
  type: "aws:apigatewayv2/api:Api",
  props: { protocolType: "HTTP", corsConfiguration },
});

export const examples: Examples = {
  denied: [
    {
      title: "credentials from every web page",
      resources: {
        all: api({ allowCredentials: true, allowOrigins: ["*"] }),
        secure: api({ allowCredentials: "true", allowOrigins: ["https://shop.example.com", "https://*"] }),
      },
      says: {
        all: "corsConfiguration.allowOrigins holds * with allowCredentials; name origins",
        secure: "corsConfiguration.allowOrigins holds https://* with allowCredentials",
      },
    },
  ],
  allowed: [
    {
      title: "named origins, no credentials, and no CORS",
      resources: {
        named: api({ allowCredentials: true, allowOrigins: ["https://shop.example.com"] }),
        open: api({ allowOrigins: ["*"] }),
        off: api({ allowCredentials: false, allowOrigins: ["*"] }),
        none: api(),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        whole: api(UNKNOWN),
        origins: api({ allowCredentials: true, allowOrigins: UNKNOWN }),
        origin: api({ allowCredentials: true, allowOrigins: [UNKNOWN] }),
        credentials: api({ allowCredentials: UNKNOWN, allowOrigins: ["*"] }),
      },
      says: {
        whole: "corsConfiguration is not known yet",
        origins: "corsConfiguration.allowOrigins is not known yet",
        origin: "corsConfiguration.allowOrigins is not known yet",
        credentials: "corsConfiguration.allowCredentials is not known yet",
      },
    },
  ],
};
