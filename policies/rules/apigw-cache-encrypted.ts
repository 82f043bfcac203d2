import { methodSettingsType } from "../facts/api-gateway";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwCacheEncrypted = rule({
  name: "apigw-cache-encrypted",
  displayName: "Caches of REST APIs are encrypted",
  description: "Methods of a REST API that cache responses encrypt them.",
  why: "The cache holds what callers were answered, personal data among it.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5",
  remediationSteps: "Set settings.cacheDataEncrypted to true wherever settings.cachingEnabled is.",
  controls: { fsbp: ["APIGateway.5"] },
  types: [methodSettingsType],
  resource({ resource, deny, undecided }) {
    const { isCached, isEncrypted } = cacheOf(resource.props);
    if (isCached === undefined || isCached === false || isEncrypted === true) return;
    if (isCached === UNKNOWN) undecided("settings.cachingEnabled");
    else if (isEncrypted === UNKNOWN) undecided("settings.cacheDataEncrypted");
    else deny(`settings.cacheDataEncrypted is ${shown(isEncrypted)} where responses are cached; set it to true`);
  },
  remediate({ props }) {
    const { isCached, isEncrypted } = cacheOf(props);
    if (isCached !== true || isEncrypted === true || isEncrypted === UNKNOWN) return [];
    return [{ path: ["settings", "cacheDataEncrypted"], value: true }];
  },
});

/** AWS caches nothing, and encrypts no cache, that does not say so. */
function cacheOf(props: unknown) {
  return {
    isCached: asBoolean(at(props, "settings", "cachingEnabled")),
    isEncrypted: asBoolean(at(props, "settings", "cacheDataEncrypted")),
  };
}
