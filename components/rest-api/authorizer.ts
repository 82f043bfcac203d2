import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { allowApi, type FunctionRef, invokeUri } from "../lambda-function/invocation";

/** Who tells whether a caller may call. */
export type RestAuthorizer = CognitoAuthorizer | RestFunctionAuthorizer;

/** People of user pools of Cognito, by the tokens that they have. */
export interface CognitoAuthorizer {
  readonly type: "cognito";
  /** The ARNs of the user pools, at least one. */
  readonly userPoolArns: readonly pulumi.Input<string>[];
}

/** A function that answers with an IAM policy of what the caller may call. */
export interface RestFunctionAuthorizer {
  readonly type: "function";
  readonly function: FunctionRef;
  /** What the function judges by; a request without one of these is refused. @default ["method.request.header.Authorization"] */
  readonly identitySources?: readonly string[];
  /** Seconds for which its policy is remembered, and then holds for every route, 0–3600. @default 0 */
  readonly cacheSeconds?: number;
}

export function checkRestAuthorizer(check: ArgumentCheck, name: string, authorizer: RestAuthorizer): void {
  const argument = `authorizers.${name}`;
  check(/^[\w-]{1,32}$/.test(name), "authorizers", "must have names of at most 32 letters, digits, - and _", name);
  if (authorizer.type === "cognito") {
    const { userPoolArns } = authorizer;
    check(userPoolArns.length > 0, `${argument}.userPoolArns`, "must hold at least one user pool", userPoolArns);
    return;
  }
  const { cacheSeconds = 0 } = authorizer;
  const isTime = Number.isInteger(cacheSeconds) && cacheSeconds >= 0 && cacheSeconds <= 3600;
  check(isTime, `${argument}.cacheSeconds`, "must be a whole number of seconds between 0 and 3600", cacheSeconds);
}

export function createRestAuthorizer(
  name: string,
  api: aws.apigateway.RestApi,
  authorizer: RestAuthorizer,
  parent: pulumi.Resource,
): aws.apigateway.Authorizer {
  if (authorizer.type === "cognito") {
    return new aws.apigateway.Authorizer(
      name,
      { restApi: api.id, type: "COGNITO_USER_POOLS", providerArns: [...authorizer.userPoolArns] },
      { parent },
    );
  }
  const { identitySources = ["method.request.header.Authorization"], cacheSeconds = 0 } = authorizer;
  const made = new aws.apigateway.Authorizer(
    name,
    {
      restApi: api.id,
      type: "REQUEST",
      authorizerUri: invokeUri(authorizer.function.aliasArn),
      identitySource: identitySources.join(","),
      authorizerResultTtlInSeconds: cacheSeconds,
    },
    { parent },
  );
  const sourceArn = pulumi.interpolate`${api.executionArn}/authorizers/${made.id}`;
  allowApi(`${name}-invoke`, authorizer.function, sourceArn, parent);
  return made;
}
