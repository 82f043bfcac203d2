import { restStageType, stageType } from "../facts/api-gateway";
import { isGivenIn } from "../facts/given";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const apigwAccessLogs = rule({
  name: "apigw-access-logs",
  displayName: "Stages of APIs keep access logs",
  description: "Every stage of a REST, HTTP or WebSocket API of API Gateway writes access logs.",
  why: "They tell who called what, from where and how it was answered; metrics only count.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-9",
  remediationSteps:
    "Set accessLogSettings.destinationArn to the ARN of a log group or of a Firehose stream, and format to what a line holds.",
  controls: { fsbp: ["APIGateway.9"], cis: ["4.10"] },
  types: [restStageType, stageType],
  resource({ resource, deny, undecided }) {
    const isLogged = isGivenIn(resource.props, "accessLogSettings", "destinationArn");
    if (isLogged === UNKNOWN) undecided("accessLogSettings");
    else if (!isLogged) deny("accessLogSettings.destinationArn is not set; name a log group or a Firehose stream");
  },
});
