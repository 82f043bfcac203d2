import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const methods = (settings: unknown) => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  props: { restApi: "a1b2c3", stageName: "prod", methodPath: "*/*", settings },
});

export const examples: Examples = {
  denied: [
    {
      title: "a cache that is not encrypted",
      resources: {
        silent: methods({ cachingEnabled: true }),
        off: methods({ cachingEnabled: "true", cacheDataEncrypted: "false" }),
      },
      says: {
        silent: "settings.cacheDataEncrypted is not set where responses are cached; set it to true",
        off: "settings.cacheDataEncrypted is false where responses are cached",
      },
    },
  ],
  allowed: [
    {
      title: "a cache that is encrypted, and methods without one",
      resources: {
        cached: methods({ cachingEnabled: true, cacheDataEncrypted: "true" }),
        off: methods({ cachingEnabled: false }),
        silent: methods({ loggingLevel: "INFO" }),
      },
    },
  ],
  undecided: [
    {
      title: "a cache of which something is not known",
      resources: {
        whole: methods(UNKNOWN),
        cached: methods({ cachingEnabled: UNKNOWN }),
        encrypted: methods({ cachingEnabled: true, cacheDataEncrypted: UNKNOWN }),
      },
      says: {
        whole: "settings.cachingEnabled is not known yet",
        cached: "settings.cachingEnabled is not known yet",
        encrypted: "settings.cacheDataEncrypted is not known yet",
      },
    },
  ],
};
