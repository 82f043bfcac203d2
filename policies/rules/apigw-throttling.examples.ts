import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const stage = (defaultRouteSettings?: unknown) => ({
  type: "aws:apigatewayv2/stage:Stage",
  props: { apiId: "a1b2c3", name: "$default", defaultRouteSettings },
});
const api = { type: "aws:apigateway/restApi:RestApi", props: { name: "shop" } };
const rest = (stageName: string) => ({
  type: "aws:apigateway/stage:Stage",
  props: { restApi: ref("api"), stageName },
});
const methods = (stageName: unknown, settings: unknown, methodPath = "*/*") => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  props: { restApi: ref("api"), stageName, methodPath, settings },
});
const limits = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
const plan = (stage: unknown, throttleSettings?: object) => ({
  type: "aws:apigateway/usagePlan:UsagePlan",
  props: { apiStages: [{ apiId: ref("api"), stage }], throttleSettings },
});

export const examples: Examples = {
  denied: [
    {
      title: "stages of HTTP APIs without limits, or with ones that limit nothing",
      resources: {
        bare: stage(),
        rate: stage({ throttlingRateLimit: 100 }),
        none: stage({ throttlingRateLimit: -1, throttlingBurstLimit: -1 }),
        wide: stage({ throttlingRateLimit: "20000", throttlingBurstLimit: 200 }),
      },
      says: {
        bare: "defaultRouteSettings.throttlingRateLimit is not set; set it to 10000 a second at most",
        rate: "defaultRouteSettings.throttlingBurstLimit is not set; set it to 5000 at most",
        none: "defaultRouteSettings.throttlingRateLimit is -1",
        wide: "defaultRouteSettings.throttlingRateLimit is 20000",
      },
    },
    {
      title: "stages of REST APIs without limits",
      resources: {
        api,
        bare: rest("bare"),
        one: rest("one"),
        get: methods(ref("one", "stageName"), limits, "orders/GET"),
        logs: rest("logs"),
        all: methods(ref("logs", "stageName"), { loggingLevel: "INFO" }),
        plan: plan(ref("bare", "stageName")),
      },
      says: {
        bare: 'it takes all that the account does; add MethodSettings of "*/*" with throttlingRateLimit',
        one: "it takes all that the account does",
        logs: "in its MethodSettings throttlingRateLimit is not set; set it to 10000 a second at most",
      },
    },
    {
      title: "more than the settings allow",
      settings: { maxRatePerSecond: 50 },
      resources: { api: stage(limits) },
      says: { api: "defaultRouteSettings.throttlingRateLimit is 100; set it to 50 a second at most" },
    },
  ],
  allowed: [
    {
      title: "stages with limits, of their own or of a usage plan",
      resources: {
        http: stage(limits),
        api,
        live: rest("live"),
        all: methods(ref("live", "stageName"), limits),
        keys: rest("keys"),
        plan: plan(ref("keys", "stageName"), { rateLimit: 10, burstLimit: 20 }),
        named: rest("named"),
        other: plan("named", { rateLimit: 10 }),
      },
    },
  ],
  undecided: [
    {
      title: "limits that are not known",
      resources: {
        whole: stage(UNKNOWN),
        rate: stage({ throttlingRateLimit: UNKNOWN, throttlingBurstLimit: 200 }),
        api,
        live: rest("live"),
        all: methods(ref("live", "stageName"), { ...limits, throttlingRateLimit: ref("api", "name") }),
      },
      says: {
        whole: "defaultRouteSettings is not known yet",
        rate: "defaultRouteSettings is not known yet",
        live: "what its MethodSettings say is not known yet",
      },
    },
  ],
};
