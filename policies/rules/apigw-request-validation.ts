import { methodType } from "../facts/api-gateway";
import { isGiven } from "../facts/given";
import { asBoolean, asMap, asText, at, type Fact, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const apigwRequestValidation = rule({
  name: "apigw-request-validation",
  displayName: "REST APIs check requests",
  description:
    "Methods of a REST API that take a body, or that name a model or a required parameter, check requests against it.",
  why: "What is malformed is then refused before it costs a call of the backend, and before its code must cope with it.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
  remediationSteps:
    "Name a model in requestModels or parameters in requestParameters, and an aws.apigateway.RequestValidator in requestValidatorId.",
  controls: {},
  types: [methodType],
  resource({ resource: { props }, deny, undecided }) {
    const verb = asText(at(props, "httpMethod"));
    const declares = declared(props);
    if (isGiven(at(props, "requestValidatorId"))) {
      if (declares === false) {
        deny("requestValidatorId checks nothing; name a model in requestModels or true in requestParameters");
      } else if (declares === UNKNOWN) undecided("requestModels or requestParameters");
    } else if (declares === true) {
      deny("requestValidatorId is not set, so nothing checks its models and parameters; name a validator");
    } else if (verb === UNKNOWN) undecided("httpMethod");
    else if (/^(?:POST|PUT|PATCH)$/i.test(verb ?? "")) {
      deny("requestValidatorId is not set, so nothing checks the body; name a validator and a model");
    } else if (declares === UNKNOWN) undecided("requestModels or requestParameters");
  },
});

/** Whether a method names a model, or a parameter that must be there: only those are checked. */
function declared(props: unknown): boolean | Unknown {
  const models = asMap(at(props, "requestModels"));
  const parameters = asMap(at(props, "requestParameters"));
  // `Empty` is AWS's own model, which everything fits.
  if (models !== UNKNOWN && Object.values(models).some((model) => isGiven(model) && model !== "Empty")) return true;
  const flags: Fact<boolean>[] = parameters === UNKNOWN ? [UNKNOWN] : Object.values(parameters).map(asBoolean);
  if (flags.includes(true)) return true;
  return models === UNKNOWN || flags.includes(UNKNOWN) ? UNKNOWN : false;
}
