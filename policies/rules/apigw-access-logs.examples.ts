import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const rest = (props: object) => ({ type: "aws:apigateway/stage:Stage", props: { stageName: "prod", ...props } });
const stage = (props: object) => ({ type: "aws:apigatewayv2/stage:Stage", props: { name: "$default", ...props } });
const group = { type: "aws:cloudwatch/logGroup:LogGroup", props: {} };
const format = "$context.requestId";

export const examples: Examples = {
  denied: [
    {
      title: "stages without access logs",
      resources: {
        old: rest({}),
        http: stage({}),
        empty: stage({ accessLogSettings: { destinationArn: "", format } }),
      },
      says: {
        old: "accessLogSettings.destinationArn is not set; name a log group or a Firehose stream",
        http: "accessLogSettings.destinationArn is not set",
        empty: "accessLogSettings.destinationArn is not set",
      },
    },
  ],
  allowed: [
    {
      title: "stages that write to a log group of the stack, or to another",
      resources: {
        group,
        old: rest({ accessLogSettings: { destinationArn: ref("group", "arn"), format } }),
        http: stage({
          accessLogSettings: { destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:api", format },
        }),
      },
    },
  ],
  undecided: [
    {
      title: "settings that are not known",
      resources: { http: stage({ accessLogSettings: UNKNOWN }) },
      says: { http: "accessLogSettings is not known yet" },
    },
  ],
};
