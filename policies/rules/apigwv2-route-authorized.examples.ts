import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = (protocolType: unknown, props: object = {}) => ({
  type: "aws:apigatewayv2/api:Api",
  props: { protocolType, ...props },
});
const route = (routeKey: unknown, props: object = {}) => ({
  type: "aws:apigatewayv2/route:Route",
  props: { apiId: ref("api"), routeKey, ...props },
});
const open = { authorizationType: "NONE" };

export const examples: Examples = {
  denied: [
    {
      title: "routes of an HTTP API that everyone may call",
      resources: {
        api: api("HTTP"),
        get: route("GET /orders", open),
        any: route("ANY /{proxy+}"),
        rest: route("$default"),
      },
      says: {
        get: '"GET /orders" has no authorizationType; set authorizationType to AWS_IAM, JWT or CUSTOM',
        any: '"ANY /{proxy+}" has no authorizationType',
        rest: '"$default" has no authorizationType',
      },
    },
    {
      title: "a WebSocket API that everyone may connect to",
      resources: { api: api("WEBSOCKET"), connect: route("$connect", open) },
      says: { connect: '"$connect" has no authorizationType' },
    },
    {
      title: "operations of an OpenAPI document that everyone may call",
      resources: {
        api: api("HTTP", {
          body: JSON.stringify({ paths: { "/orders": { get: {}, post: { security: [{ jwt: [] }] } } } }),
        }),
      },
      says: { api: "body lets everyone call GET /orders; give each a security" },
    },
    {
      title: "the route that AWS makes of a target",
      resources: {
        api: api("HTTP", { target: "arn:aws:lambda:eu-west-1:111122223333:function:shop" }),
      },
      says: { api: 'target makes a route "$default" that everyone may call; use an aws.apigatewayv2.Route instead' },
    },
  ],
  allowed: [
    {
      title: "an OpenAPI document whose operations ask",
      resources: {
        api: api("HTTP", {
          body: JSON.stringify({
            security: [{ jwt: [] }],
            paths: { "/orders": { get: {}, options: { security: [] } } },
          }),
        }),
      },
    },
    {
      title: "routes that ask who calls, and answers to a browser's questions",
      resources: {
        api: api("HTTP"),
        iam: route("GET /orders", { authorizationType: "AWS_IAM" }),
        jwt: route("$default", { authorizationType: "JWT", authorizerId: "a1" }),
        preflight: route("OPTIONS /{proxy+}", open),
      },
    },
    {
      title: "routes of a WebSocket API after its $connect, which asks",
      resources: {
        api: api("WEBSOCKET"),
        connect: route("$connect", { authorizationType: "CUSTOM", authorizerId: "a1" }),
        leave: route("$disconnect"),
        rest: route("$default", open),
        send: route("send"),
      },
    },
    {
      title: "a WebSocket API that asks for a key",
      resources: { api: api("WEBSOCKET"), connect: route("$connect", { apiKeyRequired: true }) },
    },
    {
      title: "routes that may be open",
      settings: { allowRoutes: ["GET /health", "$default", "* /public/*"] },
      resources: {
        api: api("HTTP", { target: "arn:aws:lambda:eu-west-1:111122223333:function:shop" }),
        health: route("GET /health", open),
        file: route("GET /public/{proxy+}"),
        rest: route("$default", open),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        api: api("HTTP"),
        key: route(UNKNOWN),
        authorization: route("GET /orders", { authorizationType: UNKNOWN }),
        rest: route("$default", { authorizationType: UNKNOWN }),
      },
      says: {
        key: "routeKey is not known yet",
        authorization: "authorizationType is not known yet",
        rest: "authorizationType is not known yet",
      },
    },
    {
      title: "an API of which it is not known what it speaks",
      resources: { api: api(UNKNOWN), here: route("$default"), there: route("$default", { apiId: "a1b2c3" }) },
      says: {
        here: "the protocolType of its API is not known yet",
        there: "the protocolType of its API is not known yet",
      },
    },
    {
      title: "an OpenAPI document that is not known",
      resources: { api: api("HTTP", { body: UNKNOWN }) },
      says: { api: "body is not known yet" },
    },
    {
      title: "a route that AWS makes of a target, of which the key is not known",
      resources: { api: api("HTTP", { target: "https://shop.example.com", routeKey: UNKNOWN }) },
      says: { api: "routeKey is not known yet" },
    },
  ],
};
