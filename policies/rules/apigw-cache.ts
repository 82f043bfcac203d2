import { methodSettingsType, restStageType } from "../facts/api-gateway";
import { asBoolean, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwCache = rule({
  name: "apigw-cache",
  displayName: "REST APIs cache responses",
  description: "Every stage of a REST API has a cache, and what reads through it caches responses.",
  why: "Without a cache the same question reaches the backend each time, which costs time and money.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  remediationSteps:
    "Set cacheClusterEnabled and cacheClusterSize on the stage, and settings.cachingEnabled for its GET methods. A cache costs by the hour.",
  controls: {},
  types: [restStageType, methodSettingsType],
  resource({ resource: { type, props }, deny, undecided }) {
    const path = type === restStageType ? ["cacheClusterEnabled"] : ["settings", "cachingEnabled"];
    const isCached = asBoolean(at(props, ...path));
    const isRead = type === restStageType || readsOnly(props);
    if (isCached === true || isRead === false) return;
    if (isRead === UNKNOWN) undecided("methodPath");
    else if (isCached === UNKNOWN) undecided(path.join("."));
    else deny(`${path.join(".")} is ${shown(isCached)}; set it to true`);
  },
});

/** Settings of all methods, or of GET: AWS caches no others unless they are named one by one. */
function readsOnly(props: unknown) {
  const path = asText(at(props, "methodPath"));
  return path === UNKNOWN ? UNKNOWN : /\/(?:\*|GET)$/.test(path ?? "");
}
