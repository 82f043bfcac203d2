import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { allowApi, type FunctionRef, invokeUri } from "../lambda-function/invocation";
import type { VpcLinkRef } from "../vpc-link";
import { callsOf, type RouteKey } from "./route-key";
import { checkThrottling, type Throttling } from "./throttling";

/** What answers the requests of a route, and who may send them. */
export interface HttpRoute {
  readonly target: RouteTarget;
  /** Who may call: who signs with IAM, whom an authorizer of the API knows, or everybody. */
  readonly auth: RouteAuth;
  /** How many requests the route takes. @default the API's */
  readonly throttling?: Throttling;
}

export type RouteAuth =
  | "none"
  | "iam"
  | {
      /** The name of one of the API's authorizers. */
      readonly authorizer: string;
      /** The scopes of a JWT, one of which is asked for. @default none */
      readonly scopes?: readonly string[];
    };

export type RouteTarget = FunctionTarget | LoadBalancerTarget | CloudMapTarget | UrlTarget;

interface Timed {
  /** Seconds that an answer may take, 0.05–30. @default 29 */
  readonly timeoutSeconds?: number;
}

export interface FunctionTarget extends Timed {
  readonly type: "function";
  readonly function: FunctionRef;
}

interface PrivateTarget extends Timed {
  /** The way into the network. */
  readonly link: VpcLinkRef;
  /** The name on the certificate of what answers, which is then called over TLS. @default plain HTTP, within the VPC */
  readonly serverName?: pulumi.Input<string>;
}

/** A private load balancer, application or network. */
export interface LoadBalancerTarget extends PrivateTarget {
  readonly type: "loadBalancer";
  /** The ARN of its listener. */
  readonly listenerArn: pulumi.Input<string>;
}

/** Whatever a service of Cloud Map finds: tasks of ECS without a load balancer. */
export interface CloudMapTarget extends PrivateTarget {
  readonly type: "cloudMap";
  /** The ARN of the service. */
  readonly serviceArn: pulumi.Input<string>;
}

/** A server on the internet. */
export interface UrlTarget extends Timed {
  readonly type: "url";
  /** Its address, with `https://`; `{proxy}` in it stands for that part of the route. */
  readonly url: string;
}

export function checkRoute(check: ArgumentCheck, { key }: RouteKey, route: HttpRoute, authorizers: readonly string[]) {
  const argument = `routes["${key}"]`;
  const { target, auth, throttling } = route;
  const { timeoutSeconds = 29 } = target;
  const isTime = timeoutSeconds >= 0.05 && timeoutSeconds <= 30;
  check(isTime, `${argument}.target.timeoutSeconds`, "must be between 0.05 and 30", timeoutSeconds);
  if (target.type === "url") {
    check(/^https:\/\/\S+$/.test(target.url), `${argument}.target.url`, "must begin with https://", target.url);
  }
  if (throttling) checkThrottling(check, `${argument}.throttling`, throttling);
  if (typeof auth === "string") return;
  const known = authorizers.includes(auth.authorizer);
  const names = authorizers.length > 0 ? authorizers.join(", ") : "there are none";
  check(known, `${argument}.auth.authorizer`, `must be one of the API's authorizers (${names})`, auth.authorizer);
}

/** What a route needs of its API. */
export interface RouteSurroundings {
  readonly api: aws.apigatewayv2.Api;
  readonly authorizers: ReadonlyMap<string, aws.apigatewayv2.Authorizer>;
}

export function createRoute(
  name: string,
  route: RouteKey,
  { target, auth }: HttpRoute,
  { api, authorizers }: RouteSurroundings,
  parent: pulumi.Resource,
): aws.apigatewayv2.Route {
  const integration = new aws.apigatewayv2.Integration(
    `${name}-to-${route.slug}`,
    { apiId: api.id, timeoutMilliseconds: (target.timeoutSeconds ?? 29) * 1000, ...integrationInput(target) },
    { parent },
  );
  if (target.type === "function") {
    const sourceArn = pulumi.interpolate`${api.executionArn}${callsOf(route)}`;
    allowApi(`${name}-invoke-${route.slug}`, target.function, sourceArn, parent);
  }
  return new aws.apigatewayv2.Route(
    `${name}-route-${route.slug}`,
    {
      apiId: api.id,
      routeKey: route.key,
      target: pulumi.interpolate`integrations/${integration.id}`,
      ...authInput(auth, authorizers),
    },
    { parent },
  );
}

type IntegrationInput = Omit<aws.apigatewayv2.IntegrationArgs, "apiId">;

function integrationInput(target: RouteTarget): IntegrationInput {
  switch (target.type) {
    case "function":
      return {
        integrationType: "AWS_PROXY",
        integrationMethod: "POST",
        integrationUri: invokeUri(target.function.aliasArn),
        payloadFormatVersion: "2.0",
      };
    case "loadBalancer":
      return privateInput(target, target.listenerArn);
    case "cloudMap":
      return privateInput(target, target.serviceArn);
    case "url":
      return {
        integrationType: "HTTP_PROXY",
        integrationMethod: "ANY",
        integrationUri: target.url,
        payloadFormatVersion: "1.0",
      };
  }
}

function privateInput({ link, serverName }: PrivateTarget, integrationUri: pulumi.Input<string>): IntegrationInput {
  return {
    integrationType: "HTTP_PROXY",
    integrationMethod: "ANY",
    integrationUri,
    connectionType: "VPC_LINK",
    connectionId: link.linkId,
    payloadFormatVersion: "1.0",
    ...(serverName !== undefined && { tlsConfig: { serverNameToVerify: serverName } }),
  };
}

function authInput(
  auth: RouteAuth,
  authorizers: ReadonlyMap<string, aws.apigatewayv2.Authorizer>,
): Pick<aws.apigatewayv2.RouteArgs, "authorizationType" | "authorizerId" | "authorizationScopes"> {
  if (auth === "none") return { authorizationType: "NONE" };
  if (auth === "iam") return { authorizationType: "AWS_IAM" };
  const authorizer = authorizers.get(auth.authorizer);
  return {
    authorizationType: authorizer?.authorizerType.apply((type) => (type === "JWT" ? "JWT" : "CUSTOM")),
    authorizerId: authorizer?.id,
    authorizationScopes: auth.scopes && [...auth.scopes],
  };
}
