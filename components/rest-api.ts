import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { apiAlarms } from "./http-api/alarms";
import { type ApiDomain, checkDomain } from "./http-api/api-domain";
import { apiGraphs } from "./http-api/graphs";
import { type RouteKey, readRouteKeys } from "./http-api/route-key";
import { checkThrottling, defaultThrottling, type Throttling } from "./http-api/throttling";
import { checkRestAuthorizer, createRestAuthorizer, type RestAuthorizer } from "./rest-api/authorizer";
import { createDomain } from "./rest-api/domain";
import { checkEndpoint, privatePolicy, type RestEndpoint, type TlsArgs, tlsInput } from "./rest-api/endpoint";
import { logAccount } from "./rest-api/log-account";
import { checkModels, createMethods } from "./rest-api/methods";
import { checkTree, createTree } from "./rest-api/resource-tree";
import { checkRestRoute, type RestRoute } from "./rest-api/route";
import { createStage } from "./rest-api/stage";
import { checkUsagePlans, createUsagePlans, type UsagePlans } from "./rest-api/usage-plan";
import { logGroup, readLogs, type ServiceLogs } from "./service-logs";
import { type AlarmArgs, alarmTopicArn, readAlarms } from "./web-tier/alarms";

/** Arguments of {@link RestApi}. */
export interface RestApiArgs extends TlsArgs {
  /** Who answers which requests, by route: `GET /orders/{id}`, or `ANY /{proxy+}` for all others. */
  readonly routes: Readonly<Record<string, RestRoute>>;
  /** From where it is reached. @default from the internet, in its region */
  readonly endpoint?: RestEndpoint;
  /** Who tells whether a caller may call, each by a name that routes use. @default none */
  readonly authorizers?: Readonly<Record<string, RestAuthorizer>>;
  /** What callers with keys may use, by names of yours. @default none */
  readonly usagePlans?: UsagePlans;
  /** How many requests each route takes. @default 1000 a second, 500 at once */
  readonly throttling?: Throttling;
  /** The ARN of the web ACL of AWS WAF, regional, that judges its requests first. @default none */
  readonly webAclArn?: pulumi.Input<string>;
  /** The name under which it is called; not for a private API. @default the address that AWS gives it */
  readonly domain?: ApiDomain;
  /** The addresses that it has; a private API has both. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** The last part of its own address. @default "live" */
  readonly stageName?: string;
  /** What it is for. @default none */
  readonly description?: string;
  /** The log groups of its requests, and of what it does with them. @default kept for 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
  /** What API Gateway logs of its own work, in a log group that it makes. @default "errors" */
  readonly executionLogs?: "errors" | "all";
  /**
   * The role with which API Gateway writes logs is one for the account and region. `"create"` makes it and sets it;
   * `"existing"` is for where another stack has.
   *
   * @default "existing"
   */
  readonly accountLogRole?: "create" | "existing";
  /** When it calls for help, and whom. @default 5 % errors, 1 s, a topic that nobody reads yet */
  readonly alarms?: OrNone<AlarmArgs>;
}

/**
 * A REST API: what an HTTP API does, and also counts callers by keys, refuses malformed requests, stands behind WAF,
 * answers private networks alone, or streams its answers.
 *
 * @example
 * import { LambdaFunction } from "./components/lambda-function";
 * import { RestApi } from "./components/rest-api";
 *
 * const orders = new LambdaFunction("orders", {
 *   code: { type: "folder", path: "./components", runtime: "nodejs24.x", handler: "index.handler" },
 * });
 * const api = new RestApi("partners", {
 *   routes: {
 *     "GET /orders/{id}": { target: { type: "function", function: orders }, auth: "iam", apiKey: true },
 *     "POST /orders": {
 *       target: { type: "function", function: orders, answer: "stream" },
 *       auth: "iam",
 *       request: { body: { type: "object", required: ["item"] } },
 *     },
 *   },
 *   usagePlans: { gold: { keys: ["acme"], quota: { requests: 100000, per: "month" } } },
 * });
 */
export class RestApi extends pulumi.ComponentResource implements Charted {
  /** Where it is called, without a slash at the end. */
  readonly url: pulumi.Output<string>;
  /** The id of the API. */
  readonly apiId: pulumi.Output<string>;
  /** What IAM policies of its callers name: with `/live/GET/orders` behind it, one route. */
  readonly executionArn: pulumi.Output<string>;
  /** The ARN of its stage. */
  readonly stageArn: pulumi.Output<string>;
  /** The name of the log group of its requests. */
  readonly logGroupName: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when a route is malformed or taken twice, names what is not there, or another argument is not AWS's. */
  constructor(name: string, args: RestApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:RestApi", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "REST API", name);
    const { endpoint = { type: "regional" }, authorizers = {}, usagePlans = {}, domain, stageName = "live" } = args;
    const { throttling = defaultThrottling, executionLogs = "errors", accountLogRole = "existing" } = args;
    const ipAddressType = endpoint.type === "private" ? "dualstack" : (args.ipAddressType ?? "ipv4");
    const routes = readRoutes(check, name, args, endpoint);
    const logs = readLogs(check, args.logs ?? {});
    const alarms = readAlarms(check, args.alarms);

    const api = new aws.apigateway.RestApi(
      `${name}-api`,
      {
        description: args.description,
        endpointConfiguration:
          endpoint.type === "private"
            ? { types: "PRIVATE", ipAddressType, vpcEndpointIds: [...endpoint.vpcEndpointIds] }
            : { types: "REGIONAL", ipAddressType },
        disableExecuteApiEndpoint: domain !== undefined,
        ...tlsInput(args),
        tags: { Name: name },
      },
      { parent: this },
    );
    const policy = endpoint.type === "private" ? privatePolicy(name, api, endpoint, this) : undefined;
    const known = new Map(
      Object.entries(authorizers).map(([key, each]) => [
        key,
        { args: each, made: createRestAuthorizer(`${name}-by-${key}`, api, each, this) },
      ]),
    );
    const keys = routes.map(([key]) => key);
    const resourceIds = createTree(name, api, keys, this);
    const methods = createMethods(name, routes, { api, resourceIds, authorizers: known }, this);
    const logged = logGroup(`${name}-logs`, logs, this);
    // AWS would make it, and keep what is in it for ever:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    const executionLog = logGroup(`${name}-execution-logs`, logs, this, {
      name: pulumi.interpolate`API-Gateway-Execution-Logs_${api.id}/${stageName}`,
    });
    const account = accountLogRole === "create" ? logAccount(name, this) : undefined;
    const stageArgs = {
      api,
      stageName,
      methods,
      routes,
      logGroup: logged,
      executionLogs,
      executionLog,
      throttling,
      policy,
    };
    const stage = createStage(name, stageArgs, { parent: this, dependsOn: account });
    createUsagePlans(name, usagePlans, stage, this);
    if (args.webAclArn !== undefined) {
      new aws.wafv2.WebAclAssociation(
        `${name}-waf`,
        { resourceArn: stage.arn, webAclArn: args.webAclArn },
        { parent: this },
      );
    }
    const topicArn = alarms && alarmTopicArn(name, alarms, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const dimensions = { ApiName: api.name, Stage: stage.stageName };
    if (alarms) apiAlarms(alarmSet, "rest", dimensions, alarms);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: apiGraphs("rest", dimensions) };
    this.url = domain ? createDomain(name, domain, ipAddressType, args, stage, this) : stage.invokeUrl;
    this.apiId = api.id;
    this.executionArn = api.executionArn;
    this.stageArn = stage.arn;
    this.logGroupName = logged.name;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      url: this.url,
      apiId: this.apiId,
      executionArn: this.executionArn,
      stageArn: this.stageArn,
      logGroupName: this.logGroupName,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

type Routes = readonly (readonly [RouteKey, RestRoute])[];

function readRoutes(check: ArgumentCheck, name: string, args: RestApiArgs, endpoint: RestEndpoint): Routes {
  const { authorizers = {}, usagePlans = {}, throttling, domain, stageName = "live" } = args;
  const isName = /^[\w-]{1,32}$/.test(name);
  check(isName, "name", "must be at most 32 letters, digits, - and _, as its parts are called after it", name);
  check(/^\w{1,128}$/.test(stageName), "stageName", "must be letters, digits and _", stageName);
  for (const [key, authorizer] of Object.entries(authorizers)) checkRestAuthorizer(check, key, authorizer);
  const keys = readRouteKeys(check, Object.keys(args.routes));
  checkTree(check, keys);
  const routes = keys.flatMap((key) => {
    const route = args.routes[key.key];
    return route ? [[key, route] as const] : [];
  });
  for (const [key, route] of routes) checkRestRoute(check, key, route, Object.keys(authorizers));
  checkModels(check, routes);
  const asksForKeys = routes.some(([, { apiKey }]) => apiKey === true);
  checkUsagePlans(check, usagePlans, asksForKeys);
  if (throttling) checkThrottling(check, "throttling", throttling);
  if (domain) checkDomain(check, domain);
  checkEndpoint(check, endpoint, args, domain);
  return routes;
}
