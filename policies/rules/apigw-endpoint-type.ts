import { endpointTypeOf, restApiType } from "../facts/api-gateway";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choices } from "../settings";

export const apigwEndpointType = rule({
  name: "apigw-endpoint-type",
  displayName: "REST APIs have the kind of endpoint that is wanted",
  description: "The endpoint of every REST API is of a kind that the settings list.",
  why: "The kind of an endpoint decides from where the API can be reached, and over which way requests come to it.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html",
  remediationSteps: "Set endpointConfiguration.types to one of the kinds that the settings list.",
  controls: {},
  settings: {
    types: choices(["EDGE", "REGIONAL", "PRIVATE"], ["REGIONAL", "PRIVATE"], "The kinds of endpoint that may be used."),
  },
  types: [restApiType],
  resource({ resource, settings, deny, undecided }) {
    const type = endpointTypeOf(resource.props);
    const allowed: readonly string[] = settings.types;
    if (type === UNKNOWN) undecided("endpointConfiguration.types");
    else if (type !== undefined && !allowed.includes(type)) {
      deny(`endpointConfiguration.types is ${shown(type)}; set it to ${allowed.join(" or ")}`);
    }
  },
});
