import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { RouteAuth } from "../http-api/route";
import type { RouteKey } from "../http-api/route-key";
import { checkThrottling, type Throttling } from "../http-api/throttling";
import { type FunctionRef, invokeUri } from "../lambda-function/invocation";
import type { VpcLinkRef } from "../vpc-link";

/** What answers the requests of a route, who may send them, and what they must look like. */
export interface RestRoute {
  readonly target: RestTarget;
  /** Who may call: who signs with IAM, whom an authorizer of the API knows, or everybody. */
  readonly auth: RouteAuth;
  /** Whether a request must have a key of one of the usage plans. It counts callers; it is no proof of who they are. @default false */
  readonly apiKey?: boolean;
  /** What is refused with 400 before it gets anywhere. @default nothing */
  readonly request?: RequestShape;
  /** How many requests the route takes. @default the API's */
  readonly throttling?: Throttling;
}

/** What a request must have. */
export interface RequestShape {
  /** Parameters: `querystring.page`, `header.X-Tenant`. @default none */
  readonly required?: readonly string[];
  /** The JSON schema (draft 4) of its body. @default any body */
  readonly body?: Readonly<Record<string, unknown>>;
}

export type RestTarget = RestFunctionTarget | RestLoadBalancerTarget | RestUrlTarget;

interface Answering {
  /** Whether the answer is passed on as it comes, for up to 15 minutes, or once it is whole. @default "whole" */
  readonly answer?: "whole" | "stream";
  /**
   * Seconds that an answer may take, 0.05–29; to 300 where AWS has raised the account's quota, to 900 as a stream.
   *
   * @default 29, or 900 as a stream
   */
  readonly timeoutSeconds?: number;
}

export interface RestFunctionTarget extends Answering {
  readonly type: "function";
  readonly function: FunctionRef;
  /**
   * What the authorizer says of a caller's tenant, for a function with `tenantIsolation`: `context.authorizer.tenant`, or
   * `context.authorizer.claims.sub` of Cognito. https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html
   *
   * @default the function knows no tenants
   */
  readonly tenant?: string;
}

/** A private load balancer, application or network, straight through a VPC link of the second version. */
export interface RestLoadBalancerTarget extends Answering {
  readonly type: "loadBalancer";
  /** The way into the network. */
  readonly link: VpcLinkRef;
  /** The ARN of the load balancer. */
  readonly loadBalancerArn: pulumi.Input<string>;
  /**
   * What is asked of it: scheme and port pick the listener, the host is sent along, and with https it must be the name
   * on the certificate. `{id}` stands for that part of the route. AWS puts the name of the stage before the path.
   */
  readonly url: string;
}

/** A server on the internet. */
export interface RestUrlTarget extends Answering {
  readonly type: "url";
  /** Its address, with `https://`; `{proxy}` stands for that part of the route. */
  readonly url: string;
}

/** The variables of a route's path: `id`, `proxy`. */
function variablesOf(path: string): string[] {
  return [...path.matchAll(/\{([\w-]+)\+?\}/g)].flatMap(([, variable]) => variable ?? []);
}

export function checkRestRoute(check: ArgumentCheck, key: RouteKey, route: RestRoute, authorizers: readonly string[]) {
  const argument = `routes["${key.key}"]`;
  const { target, auth, throttling, request = {} } = route;
  const { answer = "whole", timeoutSeconds = 29 } = target;
  const most = answer === "stream" ? 900 : 300;
  const isTime = timeoutSeconds >= 0.05 && timeoutSeconds <= most;
  check(isTime, `${argument}.target.timeoutSeconds`, `must be between 0.05 and ${most}`, timeoutSeconds);
  if (target.type === "function") {
    const { tenant = "context.authorizer.tenant" } = target;
    const isSaid = /^context\.authorizer\.\S+$/.test(tenant);
    check(isSaid, `${argument}.target.tenant`, "must begin with context.authorizer.", tenant);
    const isKnown = target.tenant === undefined || typeof auth !== "string";
    check(isKnown, `${argument}.auth`, "must name an authorizer, which knows the tenant", auth);
  } else {
    const isUrl = target.type === "url" ? /^https:\/\/\S+$/ : /^https?:\/\/\S+$/;
    const schemes = target.type === "url" ? "https://" : "http:// or https://";
    check(isUrl.test(target.url), `${argument}.target.url`, `must begin with ${schemes}`, target.url);
    const unknown = variablesOf(target.url).find((variable) => !variablesOf(key.path).includes(variable));
    check(unknown === undefined, `${argument}.target.url`, "must hold variables of the route alone", unknown);
  }
  for (const parameter of request.required ?? []) {
    const isParameter = /^(querystring|header)\.[\w.-]+$/.test(parameter);
    check(isParameter, `${argument}.request.required`, 'must be such as "querystring.page"', parameter);
  }
  const hasBody = request.body === undefined || !["GET", "HEAD", "OPTIONS"].includes(key.method);
  check(hasBody, `${argument}.request.body`, `must be left out for ${key.method}`, request.body);
  if (throttling) checkThrottling(check, `${argument}.throttling`, throttling);
  if (typeof auth === "string") return;
  const names = authorizers.length > 0 ? authorizers.join(", ") : "there are none";
  const known = authorizers.includes(auth.authorizer);
  check(known, `${argument}.auth.authorizer`, `must be one of the API's authorizers (${names})`, auth.authorizer);
}

/** The parameters that a method takes: the variables of its path, and what it asks for. */
export function requestParameters(
  { path }: RouteKey,
  { required = [] }: RequestShape,
): Record<string, boolean> | undefined {
  const names = [...variablesOf(path).map((variable) => `path.${variable}`), ...required];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((parameter) => [`method.request.${parameter}`, true]));
}

type IntegrationInput = Omit<aws.apigateway.IntegrationArgs, "restApi" | "resourceId" | "httpMethod">;

export function integrationInput({ method }: RouteKey, target: RestTarget): IntegrationInput {
  const { answer = "whole", timeoutSeconds = answer === "stream" ? 900 : 29 } = target;
  const common = {
    responseTransferMode: answer === "stream" ? "STREAM" : "BUFFERED",
    timeoutMilliseconds: timeoutSeconds * 1000,
  };
  if (target.type === "function") {
    const uri = invokeUri(target.function.aliasArn, answer);
    const { tenant } = target;
    return {
      ...common,
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri,
      ...(tenant !== undefined && { requestParameters: { "integration.request.header.X-Amz-Tenant-Id": tenant } }),
    };
  }
  const variables = variablesOf(target.url).map((variable) => [
    `integration.request.path.${variable}`,
    `method.request.path.${variable}`,
  ]);
  const proxy = {
    ...common,
    type: "HTTP_PROXY",
    integrationHttpMethod: method,
    uri: target.url,
    ...(variables.length > 0 && { requestParameters: Object.fromEntries(variables) as Record<string, string> }),
  };
  if (target.type === "url") return proxy;
  return {
    ...proxy,
    connectionType: "VPC_LINK",
    connectionId: target.link.linkId,
    integrationTarget: target.loadBalancerArn,
  };
}
