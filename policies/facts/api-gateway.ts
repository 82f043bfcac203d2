import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { asText, at, type Fact } from "./value";

export const restApiType = "aws:apigateway/restApi:RestApi";
export const restApiPolicyType = "aws:apigateway/restApiPolicy:RestApiPolicy";
export const restStageType = "aws:apigateway/stage:Stage";
export const methodType = "aws:apigateway/method:Method";
export const methodSettingsType = "aws:apigateway/methodSettings:MethodSettings";
export const restDomainType = "aws:apigateway/domainName:DomainName";
/** HTTP and WebSocket APIs, and their parts. */
export const apiType = "aws:apigatewayv2/api:Api";
export const stageType = "aws:apigatewayv2/stage:Stage";
export const routeType = "aws:apigatewayv2/route:Route";
export const domainType = "aws:apigatewayv2/domainName:DomainName";

export const restApiKind: Kind = { types: [restApiType], keys: ["id"] };
const apiKind: Kind = { types: [apiType], keys: ["id"] };

/** The REST API of the stack that a part of one belongs to. */
export function restApiOf(stack: Stack, part: StackResource): StackResource | undefined {
  const property = part.type === restApiPolicyType ? "restApiId" : "restApi";
  return named(stack, part, property, at(part.props, property), restApiKind)[0];
}

/** The HTTP or WebSocket API of the stack that a part of one belongs to. */
export function apiOf(stack: Stack, part: StackResource): StackResource | undefined {
  return named(stack, part, "apiId", at(part.props, "apiId"), apiKind)[0];
}

/** `HTTP` or `WEBSOCKET`. */
export function protocolOf(api: StackResource): Fact<string> {
  return asText(at(api.props, "protocolType"));
}

/** `EDGE`, `REGIONAL` or `PRIVATE`; AWS makes an API that says nothing edge-optimised. */
export function endpointTypeOf(props: unknown): Fact<string> {
  const types = at(props, "endpointConfiguration", "types");
  // A text since version 7 of the provider, and a list of one before.
  return asText(Array.isArray(types) ? types[0] : types) ?? "EDGE";
}
