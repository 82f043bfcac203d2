import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { allowApi, type FunctionRef, invokeUri } from "../lambda-function/invocation";

/** Who tells whether a caller may call. */
export type HttpAuthorizer = JwtAuthorizer | FunctionAuthorizer;

/** JSON Web Tokens of an OpenID Connect provider, such as a user pool of Cognito. */
export interface JwtAuthorizer {
  readonly type: "jwt";
  /** Who issues the tokens, e.g. `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E`. */
  readonly issuer: pulumi.Input<string>;
  /** Whom the tokens are for: ids of clients of the app; at least one. */
  readonly audiences: readonly pulumi.Input<string>[];
  /** Where a request has its token. @default "$request.header.Authorization" */
  readonly identitySource?: string;
}

/** A function that answers `{ "isAuthorized": true }`, or false. */
export interface FunctionAuthorizer {
  readonly type: "function";
  readonly function: FunctionRef;
  /**
   * What an answer is remembered for; a request without one of these is refused at once. Leave `$context.routeKey` out
   * only if the function's answer is the same on every route.
   *
   * @default ["$request.header.Authorization", "$context.routeKey"]
   */
  readonly identitySources?: readonly string[];
  /** Seconds for which an answer is remembered, 0–3600. @default 300 */
  readonly cacheSeconds?: number;
}

export function checkAuthorizer(check: ArgumentCheck, name: string, authorizer: HttpAuthorizer): void {
  const argument = `authorizers.${name}`;
  check(/^[\w-]{1,32}$/.test(name), "authorizers", "must have names of at most 32 letters, digits, - and _", name);
  if (authorizer.type === "jwt") {
    const { issuer, audiences } = authorizer;
    const isIssuer = typeof issuer !== "string" || /^https:\/\/\S+$/.test(issuer);
    check(isIssuer, `${argument}.issuer`, "must begin with https://", issuer);
    check(audiences.length > 0, `${argument}.audiences`, "must hold at least one audience", audiences);
    return;
  }
  const { cacheSeconds = 300, identitySources } = authorizer;
  const isTime = Number.isInteger(cacheSeconds) && cacheSeconds >= 0 && cacheSeconds <= 3600;
  check(isTime, `${argument}.cacheSeconds`, "must be a whole number of seconds between 0 and 3600", cacheSeconds);
  const isNamed = cacheSeconds === 0 || identitySources === undefined || identitySources.length > 0;
  check(isNamed, `${argument}.identitySources`, "must hold at least one source to remember answers", identitySources);
}

export function createAuthorizer(
  name: string,
  api: aws.apigatewayv2.Api,
  authorizer: HttpAuthorizer,
  parent: pulumi.Resource,
): aws.apigatewayv2.Authorizer {
  if (authorizer.type === "jwt") {
    const { issuer, audiences, identitySource = "$request.header.Authorization" } = authorizer;
    return new aws.apigatewayv2.Authorizer(
      name,
      {
        apiId: api.id,
        authorizerType: "JWT",
        identitySources: [identitySource],
        jwtConfiguration: { issuer, audiences: [...audiences] },
      },
      { parent },
    );
  }
  const { identitySources = ["$request.header.Authorization", "$context.routeKey"], cacheSeconds = 300 } = authorizer;
  const made = new aws.apigatewayv2.Authorizer(
    name,
    {
      apiId: api.id,
      authorizerType: "REQUEST",
      authorizerUri: invokeUri(authorizer.function.aliasArn),
      authorizerPayloadFormatVersion: "2.0",
      enableSimpleResponses: true,
      identitySources: [...identitySources],
      authorizerResultTtlInSeconds: cacheSeconds,
    },
    { parent },
  );
  const sourceArn = pulumi.interpolate`${api.executionArn}/authorizers/${made.id}`;
  allowApi(`${name}-invoke`, authorizer.function, sourceArn, parent);
  return made;
}
