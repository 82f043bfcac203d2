import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = { type: "aws:apigateway/restApi:RestApi", props: { name: "shop" } };
const rest = (restApi: unknown, stageName: string) => ({
  type: "aws:apigateway/stage:Stage",
  props: { restApi, stageName },
});
const methods = (restApi: unknown, stageName: unknown, methodPath: string, settings: unknown) => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  props: { restApi, stageName, methodPath, settings },
});
const v2 = (protocolType: unknown) => ({ type: "aws:apigatewayv2/api:Api", props: { protocolType } });
const stage = (apiId: unknown, defaultRouteSettings?: unknown) => ({
  type: "aws:apigatewayv2/stage:Stage",
  props: { apiId, name: "live", defaultRouteSettings },
});
const errors = { loggingLevel: "ERROR" };

export const examples: Examples = {
  denied: [
    {
      title: "stages of REST APIs that log nothing, or not all",
      resources: {
        api,
        bare: rest(ref("api"), "bare"),
        part: rest(ref("api"), "part"),
        get: methods(ref("api"), ref("part", "stageName"), "orders/GET", errors),
        off: rest(ref("api"), "off"),
        none: methods(ref("api"), ref("off", "stageName"), "*/*", { loggingLevel: "OFF" }),
        other: methods("x9y8z7", "bare", "*/*", errors),
      },
      says: {
        bare: 'no MethodSettings of it log "*/*"; add one with settings.loggingLevel "ERROR" or "INFO"',
        part: 'no MethodSettings of it log "*/*"',
        off: 'no MethodSettings of it log "*/*"',
      },
    },
    {
      title: "one method that logs nothing",
      resources: {
        api,
        live: rest(ref("api"), "live"),
        all: methods(ref("api"), ref("live", "stageName"), "*/*", errors),
        one: methods(ref("api"), ref("live", "stageName"), "orders/GET", { loggingLevel: "OFF" }),
      },
      says: { one: 'settings.loggingLevel is "OFF"; set it to "ERROR" or "INFO"' },
    },
    {
      title: "a stage of a WebSocket API that logs nothing",
      resources: {
        api: v2("WEBSOCKET"),
        bare: stage(ref("api")),
        off: stage(ref("api"), { loggingLevel: "OFF" }),
      },
      says: {
        bare: 'defaultRouteSettings.loggingLevel is not set; set it to "ERROR" or "INFO"',
        off: 'defaultRouteSettings.loggingLevel is "OFF"',
      },
    },
  ],
  allowed: [
    {
      title: "stages that log all methods, by reference and by name",
      resources: {
        api,
        live: rest(ref("api"), "live"),
        all: methods(ref("api"), ref("live", "stageName"), "*/*", { loggingLevel: "INFO" }),
        test: rest("x9y8z7", "test"),
        named: methods("x9y8z7", "test", "*/*", errors),
      },
    },
    {
      title: "a WebSocket API that logs, and an HTTP API, which cannot",
      resources: {
        sockets: v2("WEBSOCKET"),
        live: stage(ref("sockets"), errors),
        http: v2("HTTP"),
        default: stage(ref("http")),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        api,
        live: rest(ref("api"), "live"),
        all: methods(ref("api"), ref("live", "stageName"), "*/*", { loggingLevel: ref("api", "name") }),
        elsewhere: stage("a1b2c3"),
        later: v2(UNKNOWN),
        any: stage(ref("later")),
        sockets: v2("WEBSOCKET"),
        level: stage(ref("sockets"), { loggingLevel: ref("api", "name") }),
      },
      says: {
        live: "settings.loggingLevel of its MethodSettings is not known yet",
        elsewhere: "the protocolType of its API is not known yet",
        any: "the protocolType of its API is not known yet",
        level: "defaultRouteSettings.loggingLevel is not known yet",
      },
    },
    {
      title: "settings of which it is not known what they are about",
      resources: { live: rest("x9y8z7", "live"), all: methods("x9y8z7", UNKNOWN, "*/*", errors) },
      says: { live: "what some MethodSettings are about is not known yet" },
    },
  ],
};
