import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const stage = (props: object) => ({ type: "aws:apigateway/stage:Stage", props: { stageName: "prod", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "stages that trace nothing",
      resources: { silent: stage({}), off: stage({ xrayTracingEnabled: "false" }) },
      says: {
        silent: "xrayTracingEnabled is not set; set it to true",
        off: "xrayTracingEnabled is false; set it to true",
      },
    },
  ],
  allowed: [
    {
      title: "a stage that traces, and HTTP APIs, which cannot",
      resources: {
        traced: stage({ xrayTracingEnabled: true }),
        http: { type: "aws:apigatewayv2/stage:Stage", props: { name: "$default" } },
      },
    },
  ],
  undecided: [
    {
      title: "a setting that is not known",
      resources: { stage: stage({ xrayTracingEnabled: UNKNOWN }) },
      says: { stage: "xrayTracingEnabled is not known yet" },
    },
  ],
};
