import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { callsOf, type RouteKey } from "../http-api/route-key";
import { allowApi } from "../lambda-function/invocation";
import type { RestAuthorizer } from "./authorizer";
import { integrationInput, type RequestShape, type RestRoute, requestParameters } from "./route";

/** What methods need of their API. */
export interface MethodSurroundings {
  readonly api: aws.apigateway.RestApi;
  /** The resource of every path. */
  readonly resourceIds: ReadonlyMap<string, pulumi.Output<string>>;
  readonly authorizers: ReadonlyMap<
    string,
    { readonly args: RestAuthorizer; readonly made: aws.apigateway.Authorizer }
  >;
}

/** Methods, and everything of them that a deployment copies. */
export interface Methods {
  readonly made: readonly pulumi.Resource[];
  readonly definition: readonly unknown[];
}

/** AWS takes letters and digits alone for the name of a model. */
function modelName({ slug }: RouteKey): string {
  return slug.replace(/[^A-Za-z0-9]/g, "");
}

/** @throws when the models of two routes would have one name. */
export function checkModels(check: ArgumentCheck, routes: readonly (readonly [RouteKey, RestRoute])[]): void {
  const named = routes.filter(([, { request }]) => request?.body !== undefined).map(([key]) => key);
  const twice = named.find((key, index) => named.findIndex((other) => modelName(other) === modelName(key)) < index);
  check(twice === undefined, "routes", "must not have bodies on paths that differ in punctuation alone", twice?.key);
}

export function createMethods(
  name: string,
  routes: readonly (readonly [RouteKey, RestRoute])[],
  around: MethodSurroundings,
  parent: pulumi.Resource,
): Methods {
  const { api, resourceIds, authorizers } = around;
  const validators = new Map<string, aws.apigateway.RequestValidator>();
  const validatorOf = ({ body, required }: RequestShape) => {
    const kind = [...(required ? ["parameters"] : []), ...(body ? ["body"] : [])].join("-and-");
    if (kind === "") return undefined;
    const known = validators.get(kind) ?? validator(`${name}-validates-${kind}`, api, { body, required }, parent);
    validators.set(kind, known);
    return known.id;
  };
  const made: pulumi.Resource[] = [];
  const definition: unknown[] = [...authorizers.values()].map(({ made: authorizer }) => [
    authorizer.authorizerUri,
    authorizer.identitySource,
    authorizer.authorizerResultTtlInSeconds,
    authorizer.providerArns,
  ]);
  for (const [key, route] of routes) {
    const { target, auth, apiKey = false, request = {} } = route;
    const place = {
      restApi: api.id,
      resourceId: resourceIds.get(key.path) ?? api.rootResourceId,
      httpMethod: key.method,
    };
    const model = request.body && bodyModel(`${name}-body-${key.slug}`, api, key, request.body, parent);
    const authorizer = typeof auth === "string" ? undefined : authorizers.get(auth.authorizer);
    const methodArgs: aws.apigateway.MethodArgs = {
      ...place,
      authorization: authorization(auth, authorizer?.args),
      authorizerId: authorizer?.made.id,
      authorizationScopes: typeof auth === "string" || !auth.scopes ? undefined : [...auth.scopes],
      apiKeyRequired: apiKey,
      requestParameters: requestParameters(key, request),
      requestModels: model && { "application/json": model.name },
      requestValidatorId: validatorOf(request),
    };
    const method = new aws.apigateway.Method(`${name}-method-${key.slug}`, methodArgs, { parent });
    const integrationArgs = { ...place, httpMethod: method.httpMethod, ...integrationInput(key, target) };
    const integration = new aws.apigateway.Integration(`${name}-to-${key.slug}`, integrationArgs, { parent });
    if (target.type === "function") {
      const sourceArn = pulumi.interpolate`${api.executionArn}${callsOf(key)}`;
      allowApi(`${name}-invoke-${key.slug}`, target.function, sourceArn, parent);
    }
    made.push(method, integration);
    definition.push(key.key, methodArgs, integrationArgs, request.body ?? {});
  }
  return { made, definition };
}

function authorization(auth: RestRoute["auth"], authorizer: RestAuthorizer | undefined): string {
  if (auth === "none") return "NONE";
  if (auth === "iam") return "AWS_IAM";
  return authorizer?.type === "cognito" ? "COGNITO_USER_POOLS" : "CUSTOM";
}

function validator(
  name: string,
  api: aws.apigateway.RestApi,
  { body, required }: RequestShape,
  parent: pulumi.Resource,
): aws.apigateway.RequestValidator {
  return new aws.apigateway.RequestValidator(
    name,
    { restApi: api.id, validateRequestBody: body !== undefined, validateRequestParameters: required !== undefined },
    { parent },
  );
}

function bodyModel(
  name: string,
  api: aws.apigateway.RestApi,
  key: RouteKey,
  schema: Readonly<Record<string, unknown>>,
  parent: pulumi.Resource,
): aws.apigateway.Model {
  return new aws.apigateway.Model(
    name,
    { restApi: api.id, name: modelName(key), contentType: "application/json", schema: JSON.stringify(schema) },
    { parent },
  );
}
