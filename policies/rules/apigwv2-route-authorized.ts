import wildcardMatch from "wildcard-match";
import { apiOf, apiType, protocolOf, routeType } from "../facts/api-gateway";
import { isGiven } from "../facts/given";
import { openOperations, operationNames } from "../facts/open-api";
import { asBoolean, asText, at, few, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";
import { texts } from "../settings";

const fix = "set authorizationType to AWS_IAM, JWT or CUSTOM";

export const apigwv2RouteAuthorized = rule({
  name: "apigwv2-route-authorized",
  displayName: "Routes of HTTP and WebSocket APIs ask who calls",
  description:
    "Every route of an HTTP API, and $connect of a WebSocket API, has an authorizer or signatures of IAM, unless the settings let everyone call it.",
  why: "A route without any can be called by everyone who knows the address.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-8",
  remediationSteps:
    "Set authorizationType to AWS_IAM, JWT or CUSTOM, the latter two with authorizerId. In an OpenAPI body give each operation a security. List in allowRoutes what everyone may call.",
  controls: { fsbp: ["APIGateway.8"] },
  settings: {
    allowRoutes: texts(
      [],
      "The keys of routes that everyone may call, such as `GET /health`, where * stands for any characters.",
    ),
  },
  types: [routeType, apiType],
  resource({ resource, settings: { allowRoutes }, deny, undecided }) {
    const judge = resource.type === apiType ? judgeApi : judgeRoute;
    judge(resource, allowRoutes, { deny, undecided });
  },
  stack({ stack, settings, on }) {
    for (const route of stack.ofType(routeType)) {
      // Of an HTTP API it is everything else, of a WebSocket API what comes after $connect.
      if (at(route.props, "routeKey") !== "$default" || allows(settings.allowRoutes, "$default")) continue;
      const isOpen = opens(route.props);
      const api = apiOf(stack, route);
      const protocol = api && protocolOf(api);
      if (isOpen === false || (api && protocol !== "HTTP" && protocol !== UNKNOWN)) continue;
      if (!api || protocol === UNKNOWN) on(route).undecided("the protocolType of its API");
      else if (isOpen === UNKNOWN) on(route).undecided("authorizationType");
      else on(route).deny(`"$default" has no authorizationType; ${fix}`);
    }
  },
});

/** The routes that an API makes itself: of an OpenAPI document, and of a target. */
function judgeApi({ props }: Resource, allowRoutes: readonly string[], { deny, undecided }: Verdicts): void {
  const operations = openOperations(at(props, "body"));
  if (operations === UNKNOWN) undecided("body");
  const open = (operations === UNKNOWN ? [] : operations).filter(
    ({ verb, path }) => !allows(allowRoutes, `${verb} ${path}`),
  );
  if (open.length > 0) deny(`body lets everyone call ${few(operationNames(open))}; give each a security`);
  if (!isGiven(at(props, "target"))) return;
  const key = asText(at(props, "routeKey")) ?? "$default";
  if (key === UNKNOWN) undecided("routeKey");
  else if (!allows(allowRoutes, key)) {
    deny(`target makes a route ${shown(key)} that everyone may call; use an aws.apigatewayv2.Route instead`);
  }
}

function judgeRoute({ props }: Resource, allowRoutes: readonly string[], { deny, undecided }: Verdicts): void {
  const key = asText(at(props, "routeKey"));
  const isOpen = opens(props);
  if (isOpen === false) return;
  if (key === UNKNOWN) undecided("routeKey");
  else if (key !== undefined && needsCaller(key) && !allows(allowRoutes, key)) {
    if (isOpen === UNKNOWN) undecided("authorizationType");
    else deny(`${shown(key)} has no authorizationType; ${fix}`);
  }
}

/** Whether everyone may call a route. A key says who calls, too. */
function opens(props: unknown): boolean | Unknown {
  const authorization = asText(at(props, "authorizationType"));
  const hasKey = asBoolean(at(props, "apiKeyRequired"));
  if (hasKey === true || (typeof authorization === "string" && authorization !== "" && authorization !== "NONE")) {
    return false;
  }
  return authorization === UNKNOWN || hasKey === UNKNOWN ? UNKNOWN : true;
}

/** Of an HTTP API every route but answers to a browser's questions; of a WebSocket API $connect, which lets one in. */
function needsCaller(key: string): boolean {
  return key === "$connect" || (/^[A-Z]+ \//.test(key) && !key.startsWith("OPTIONS "));
}

function allows(patterns: readonly string[], key: string): boolean {
  return patterns.length > 0 && wildcardMatch([...patterns], { separator: false })(key);
}
