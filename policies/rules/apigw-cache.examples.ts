import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const stage = (props: object) => ({ type: "aws:apigateway/stage:Stage", props: { stageName: "prod", ...props } });
const methods = (methodPath: unknown, settings: unknown) => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  props: { restApi: "a1b2c3", stageName: "prod", methodPath, settings },
});

export const examples: Examples = {
  denied: [
    {
      title: "a stage without a cache, and methods that do not use it",
      resources: {
        stage: stage({}),
        off: stage({ cacheClusterEnabled: "false" }),
        all: methods("*/*", {}),
        get: methods("orders/GET", { cachingEnabled: false }),
      },
      says: {
        stage: "cacheClusterEnabled is not set; set it to true",
        off: "cacheClusterEnabled is false; set it to true",
        all: "settings.cachingEnabled is not set; set it to true",
        get: "settings.cachingEnabled is false; set it to true",
      },
    },
  ],
  allowed: [
    {
      title: "a stage with a cache, methods that use it, and those that write",
      resources: {
        stage: stage({ cacheClusterEnabled: true, cacheClusterSize: "0.5" }),
        all: methods("*/*", { cachingEnabled: "true" }),
        post: methods("orders/POST", { cachingEnabled: false }),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        stage: stage({ cacheClusterEnabled: UNKNOWN }),
        all: methods("*/*", UNKNOWN),
        path: methods(UNKNOWN, {}),
      },
      says: {
        stage: "cacheClusterEnabled is not known yet",
        all: "settings.cachingEnabled is not known yet",
        path: "methodPath is not known yet",
      },
    },
  ],
};
