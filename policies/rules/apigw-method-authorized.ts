import wildcardMatch from "wildcard-match";
import { endpointTypeOf, methodType, restApiOf, restApiType } from "../facts/api-gateway";
import { openOperations, operationNames } from "../facts/open-api";
import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { asBoolean, asText, at, type Fact, few, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

const resourceKind: Kind = { types: ["aws:apigateway/resource:Resource"], keys: ["id"] };
const rootKind: Kind = { types: ["aws:apigateway/restApi:RestApi"], keys: ["rootResourceId"] };

export const apigwMethodAuthorized = rule({
  name: "apigw-method-authorized",
  displayName: "Methods of REST APIs ask who calls",
  description:
    "Every method of a REST API has an authorizer, signatures of IAM or an API key, unless the API is private or its path may be open.",
  why: "A method without any can be called by everyone who knows the address.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  remediationSteps:
    "Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM, the latter two with authorizerId; in an OpenAPI body give each operation a security. List in allowPaths what everyone may call.",
  controls: {},
  settings: {
    allowPaths: texts([], "The paths that everyone may call, such as /health, where * stands for any characters."),
  },
  types: [],
  // Not on the resource alone: what a private API answers only its network reaches.
  stack({ stack, settings: { allowPaths }, on }) {
    const isAllowed = (path: string) => allowPaths.length > 0 && wildcardMatch(allowPaths, { separator: false })(path);
    for (const api of stack.ofType(restApiType)) {
      const open = openOperations(at(stated(api).props, "body"));
      const kind = endpointTypeOf(api.props);
      if (kind === "PRIVATE") continue;
      if (open === UNKNOWN) {
        on(api).undecided("body");
        continue;
      }
      const judged = open.filter(({ path }) => !isAllowed(path));
      if (judged.length === 0) continue;
      if (kind === UNKNOWN) on(api).undecided("endpointConfiguration.types");
      else on(api).deny(`body lets everyone call ${few(operationNames(judged))}; give each a security`);
    }
    for (const method of stack.ofType(methodType)) {
      const authorization = asText(at(method.props, "authorization"));
      const verb = asText(at(method.props, "httpMethod"));
      const hasKey = asBoolean(at(method.props, "apiKeyRequired"));
      if (isChecked(authorization) || verb === "OPTIONS" || hasKey === true) continue;
      const api = restApiOf(stack, method);
      const kind = api && endpointTypeOf(api.props);
      if (kind === "PRIVATE") continue;
      const { deny, undecided } = on(method);
      if (authorization === UNKNOWN) undecided("authorization");
      else if (verb === UNKNOWN) undecided("httpMethod");
      else if (hasKey === UNKNOWN) undecided("apiKeyRequired");
      else if (kind === UNKNOWN) undecided("endpointConfiguration.types of its API");
      else {
        const path = allowPaths.length > 0 ? pathOf(stack, method) : undefined;
        if (path === UNKNOWN) undecided("its path");
        else if (path === undefined || !isAllowed(path)) {
          deny(`authorization is ${shown(authorization)}; set it to AWS_IAM, COGNITO_USER_POOLS or CUSTOM`);
        }
      }
    }
  },
});

function isChecked(authorization: Fact<string>): boolean {
  return typeof authorization === "string" && authorization !== "" && authorization !== "NONE";
}

/** The path of a method, from the parts of the resources above it. */
function pathOf(stack: Stack, method: StackResource): string | Unknown {
  const parts: string[] = [];
  let here: StackResource = method;
  let property = "resourceId";
  // An API has no more than some hundred resources; a ring of them AWS refuses.
  for (let depth = 0; depth < 300; depth++) {
    const id = at(here.props, property);
    const [above] = named(stack, here, property, id, resourceKind);
    if (!above) return named(stack, here, property, id, rootKind).length > 0 ? `/${parts.join("/")}` : UNKNOWN;
    const part = asText(at(above.props, "pathPart"));
    if (typeof part !== "string") return UNKNOWN;
    parts.unshift(part);
    here = above;
    property = "parentId";
  }
  return UNKNOWN;
}
