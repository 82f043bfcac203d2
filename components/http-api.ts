import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { DnsRecord } from "./dns-record";
import { accessLogFormat } from "./http-api/access-log";
import { apiAlarms } from "./http-api/alarms";
import { type ApiDomain, checkDomain } from "./http-api/api-domain";
import { checkAuthorizer, createAuthorizer, type HttpAuthorizer } from "./http-api/authorizer";
import { type Cors, checkCors, corsInput } from "./http-api/cors";
import { apiGraphs } from "./http-api/graphs";
import { checkRoute, createRoute, type HttpRoute } from "./http-api/route";
import { type RouteKey, readRouteKeys } from "./http-api/route-key";
import { checkThrottling, defaultThrottling, type Throttling, throttlingInput } from "./http-api/throttling";
import { logGroup, readLogs, type ServiceLogs } from "./service-logs";
import { type AlarmArgs, alarmTopicArn, readAlarms } from "./web-tier/alarms";

/** Arguments of {@link HttpApi}. */
export interface HttpApiArgs {
  /** Who answers which requests, by route: `GET /orders/{id}`, `ANY /images/{proxy+}`, or `$default` for all others. */
  readonly routes: Readonly<Record<string, HttpRoute>>;
  /** Who tells whether a caller may call, each by a name that routes use. @default none */
  readonly authorizers?: Readonly<Record<string, HttpAuthorizer>>;
  /** Which pages of other origins may call from a browser. @default none */
  readonly cors?: Cors;
  /** How many requests each route takes. @default 1000 a second, 500 at once */
  readonly throttling?: Throttling;
  /** The name under which it is called. @default the address that AWS gives it */
  readonly domain?: ApiDomain;
  /** The addresses that it has. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** What it is for, at most 1024 characters. @default none */
  readonly description?: string;
  /** The log group of its requests. @default kept for 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
  /** When it calls for help, and whom. @default 5 % errors, 1 s, a topic that nobody reads yet */
  readonly alarms?: OrNone<AlarmArgs>;
}

/**
 * The front door of functions and of private services: an HTTP API that knows its callers, takes only so many requests,
 * and logs each.
 *
 * @example
 * import { HttpApi } from "./components/http-api";
 * import { LambdaFunction } from "./components/lambda-function";
 *
 * const orders = new LambdaFunction("orders", {
 *   code: { type: "folder", path: "./components", runtime: "nodejs24.x", handler: "index.handler" },
 * });
 * const link = { linkId: "a1b2c3d4e5" };
 * const listenerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/img/0a1b2c3d/4e5f6071";
 * const api = new HttpApi("shop", {
 *   authorizers: { people: { type: "jwt", issuer: "https://login.example.com", audiences: ["shop"] } },
 *   routes: {
 *     "POST /orders": { target: { type: "function", function: orders }, auth: { authorizer: "people" } },
 *     "GET /images/{proxy+}": { target: { type: "loadBalancer", link, listenerArn }, auth: "none" },
 *   },
 * });
 */
export class HttpApi extends pulumi.ComponentResource implements Charted {
  /** Where it is called, without a slash at the end. */
  readonly url: pulumi.Output<string>;
  /** The id of the API. */
  readonly apiId: pulumi.Output<string>;
  /** What IAM policies of its callers name: with `/$default/GET/orders` behind it, one route. */
  readonly executionArn: pulumi.Output<string>;
  /** The name of the log group of its requests. */
  readonly logGroupName: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when a route is malformed or taken twice, names an unknown authorizer, or another argument is not AWS's. */
  constructor(name: string, args: HttpApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:HttpApi", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "HTTP API", name);
    const { authorizers = {}, cors, throttling = defaultThrottling, domain, ipAddressType = "ipv4" } = args;
    const routes = readRoutes(check, name, args);
    const logs = readLogs(check, args.logs ?? {});
    const alarms = readAlarms(check, args.alarms);

    const api = new aws.apigatewayv2.Api(
      `${name}-api`,
      {
        protocolType: "HTTP",
        description: args.description,
        corsConfiguration: cors && corsInput(cors),
        disableExecuteApiEndpoint: domain !== undefined,
        ipAddressType,
        tags: { Name: name },
      },
      { parent: this },
    );
    const made = new Map(
      Object.entries(authorizers).map(([key, authorizer]) => [
        key,
        createAuthorizer(`${name}-by-${key}`, api, authorizer, this),
      ]),
    );
    const routed = routes.map(([key, route]) => createRoute(name, key, route, { api, authorizers: made }, this));
    const logged = logGroup(`${name}-logs`, logs, this);
    const stage = new aws.apigatewayv2.Stage(
      `${name}-stage`,
      {
        apiId: api.id,
        name: "$default",
        autoDeploy: true,
        accessLogSettings: { destinationArn: logged.arn, format: accessLogFormat.http },
        defaultRouteSettings: { detailedMetricsEnabled: true, ...throttlingInput(throttling) },
        routeSettings: routes.flatMap(([{ key }, route]) =>
          route.throttling
            ? [{ routeKey: key, detailedMetricsEnabled: true, ...throttlingInput(route.throttling) }]
            : [],
        ),
        tags: { Name: name },
      },
      // A stage has settings only for routes that are there.
      { parent: this, dependsOn: routed },
    );
    const topicArn = alarms && alarmTopicArn(name, alarms, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const dimensions = { ApiId: api.id, Stage: stage.name };
    if (alarms) apiAlarms(alarmSet, "http", dimensions, alarms);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: apiGraphs("http", dimensions) };
    this.url = domain ? domainUrl(name, domain, ipAddressType, stage, this) : endpoint(api, stage);
    this.apiId = api.id;
    this.executionArn = api.executionArn;
    this.logGroupName = logged.name;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      url: this.url,
      apiId: this.apiId,
      executionArn: this.executionArn,
      logGroupName: this.logGroupName,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

function readRoutes(check: ArgumentCheck, name: string, args: HttpApiArgs): (readonly [RouteKey, HttpRoute])[] {
  const { authorizers = {}, cors, throttling, domain, description = "" } = args;
  const isName = /^[\w-]{1,32}$/.test(name);
  check(isName, "name", "must be at most 32 letters, digits, - and _, as its parts are called after it", name);
  check(description.length <= 1024, "description", "must have at most 1024 characters", description);
  for (const [key, authorizer] of Object.entries(authorizers)) checkAuthorizer(check, key, authorizer);
  const keys = readRouteKeys(check, Object.keys(args.routes));
  const routes = keys.flatMap((key) => {
    const route = args.routes[key.key];
    return route ? [[key, route] as const] : [];
  });
  for (const [key, route] of routes) checkRoute(check, key, route, Object.keys(authorizers));
  if (cors) checkCors(check, cors, routes);
  if (throttling) checkThrottling(check, "throttling", throttling);
  if (domain) checkDomain(check, domain);
  return routes;
}

/** The address of the API, once it answers. */
function endpoint(api: aws.apigatewayv2.Api, stage: aws.apigatewayv2.Stage): pulumi.Output<string> {
  return pulumi.all([api.apiEndpoint, stage.id]).apply(([url]) => url);
}

function domainUrl(
  name: string,
  { domainName, certificateArn, zoneId, mutualTls }: ApiDomain,
  ipAddressType: "ipv4" | "dualstack",
  stage: aws.apigatewayv2.Stage,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const domain = new aws.apigatewayv2.DomainName(
    `${name}-domain`,
    {
      domainName,
      // HTTP APIs know no other policy: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-ciphers.html
      domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2", ipAddressType },
      mutualTlsAuthentication: mutualTls,
      tags: { Name: name },
    },
    { parent },
  );
  const mapping = new aws.apigatewayv2.ApiMapping(
    `${name}-mapping`,
    { apiId: stage.apiId, stage: stage.name, domainName: domain.domainName },
    { parent },
  );
  if (zoneId !== undefined) {
    const { targetDomainName, hostedZoneId } = domain.domainNameConfiguration;
    new DnsRecord(
      `${name}-dns`,
      { zoneId, domainName, target: { dnsName: targetDomainName, zoneId: hostedZoneId } },
      { parent },
    );
  }
  return mapping.id.apply(() => `https://${domainName}`);
}
