import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const methods = (settings: unknown) => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  props: { restApi: "a1b2c3", stageName: "prod", methodPath: "*/*", settings },
});
const stage = (props: object) => ({ type: "aws:apigatewayv2/stage:Stage", props: { name: "live", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "methods and routes that log all data",
      resources: {
        rest: methods({ dataTraceEnabled: true, loggingLevel: "INFO" }),
        all: stage({ defaultRouteSettings: { dataTraceEnabled: "true" } }),
        one: stage({ routeSettings: [{ routeKey: "a" }, { routeKey: "b", dataTraceEnabled: true }] }),
      },
      says: {
        rest: "settings.dataTraceEnabled is true; set it to false",
        all: "defaultRouteSettings.dataTraceEnabled is true",
        one: "routeSettings[1].dataTraceEnabled is true",
      },
    },
  ],
  allowed: [
    {
      title: "settings that do not, or say nothing",
      resources: {
        off: methods({ dataTraceEnabled: false }),
        silent: methods({ loggingLevel: "ERROR" }),
        bare: stage({}),
        quiet: stage({ defaultRouteSettings: { dataTraceEnabled: "false" } }),
      },
    },
  ],
  undecided: [
    {
      title: "settings that are not known",
      resources: {
        rest: methods({ dataTraceEnabled: UNKNOWN }),
        whole: methods(UNKNOWN),
        list: stage({ routeSettings: UNKNOWN }),
        one: stage({ routeSettings: [UNKNOWN] }),
      },
      says: {
        rest: "settings.dataTraceEnabled is not known yet",
        whole: "settings is not known yet",
        list: "routeSettings is not known yet",
        one: "routeSettings[0] is not known yet",
      },
    },
  ],
};
