import { restStageType } from "../facts/api-gateway";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwXray = rule({
  name: "apigw-xray",
  displayName: "REST APIs are traced",
  description: "Every stage of a REST API of API Gateway traces requests with X-Ray.",
  why: "A trace shows in which part of a call the time was lost or the error arose, which the logs of each part do not.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-3",
  remediationSteps: "Set xrayTracingEnabled to true; AWS leaves it off.",
  controls: { fsbp: ["APIGateway.3"] },
  // HTTP and WebSocket APIs have no such setting.
  types: [restStageType],
  resource({ resource, deny, undecided }) {
    const isTraced = asBoolean(at(resource.props, "xrayTracingEnabled"));
    if (isTraced === UNKNOWN) undecided("xrayTracingEnabled");
    else if (!isTraced) deny(`xrayTracingEnabled is ${shown(isTraced)}; set it to true`);
  },
  remediate({ props }) {
    const isTraced = asBoolean(at(props, "xrayTracingEnabled"));
    return isTraced === true || isTraced === UNKNOWN ? [] : [{ path: ["xrayTracingEnabled"], value: true }];
  },
});
