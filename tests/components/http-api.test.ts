import assert from "node:assert/strict";
import { HttpApi, type HttpApiArgs } from "../../components/http-api";
import type { HttpRoute, RouteTarget } from "../../components/http-api/route";
import { LambdaFunction } from "../../components/lambda-function";
import { VpcLink } from "../../components/vpc-link";
import { record } from "../../planner/record";

const arnOf = (alias: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${alias}`;
const orders = { functionName: "orders", aliasName: "live", aliasArn: arnOf("orders:live") };
const guard = { functionName: "guard", aliasName: "live", aliasArn: arnOf("guard:live") };
const invokeUri = (arn: string) => `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const listenerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/menu/1/2";
const toOrders: RouteTarget = { type: "function", function: orders };
const open: HttpRoute = { target: toOrders, auth: "none" };
const make = (args: Partial<HttpApiArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new HttpApi("shop", { routes: { "GET /orders/{id}": open }, ...args }), { environment });

describe("HttpApi", () => {
  it("hands a route to the alias of a function", async () => {
    const plan = await make();
    const apiId = plan.get("shop-api").id;
    assert.deepEqual(plan.get("shop-to-get-orders-_id_").inputs, {
      apiId,
      integrationType: "AWS_PROXY",
      integrationMethod: "POST",
      integrationUri: invokeUri(orders.aliasArn),
      payloadFormatVersion: "2.0",
      timeoutMilliseconds: 29000,
    });
    assert.deepEqual(plan.get("shop-route-get-orders-_id_").inputs, {
      apiId,
      routeKey: "GET /orders/{id}",
      target: `integrations/${plan.get("shop-to-get-orders-_id_").id}`,
      authorizationType: "NONE",
    });
  });

  it("may call the function from that route alone", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-invoke-get-orders-_id_").inputs, {
      action: "lambda:InvokeFunction",
      function: "orders",
      qualifier: "live",
      principal: "apigateway.amazonaws.com",
      sourceArn: `${plan.get("shop-api").outputs.executionArn}/*/GET/orders/*`,
    });
  });

  it("reaches private load balancers and Cloud Map services through a VPC link, over TLS by name", async () => {
    const link = { linkId: "a1b2c3" };
    const serviceArn = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-menu";
    const plan = await make({
      routes: {
        "ANY /menu/{proxy+}": {
          target: { type: "loadBalancer", link, listenerArn, serverName: "menu.example.com" },
          auth: "iam",
        },
        "GET /stock": { target: { type: "cloudMap", link, serviceArn, timeoutSeconds: 5 }, auth: "iam" },
      },
    });
    const common = {
      apiId: plan.get("shop-api").id,
      integrationType: "HTTP_PROXY",
      integrationMethod: "ANY",
      connectionType: "VPC_LINK",
      connectionId: "a1b2c3",
      payloadFormatVersion: "1.0",
    };
    assert.deepEqual(plan.get("shop-to-any-menu-_proxy_").inputs, {
      ...common,
      integrationUri: listenerArn,
      timeoutMilliseconds: 29000,
      tlsConfig: { serverNameToVerify: "menu.example.com" },
    });
    assert.deepEqual(plan.get("shop-to-get-stock").inputs, {
      ...common,
      integrationUri: serviceArn,
      timeoutMilliseconds: 5000,
    });
    assert.equal(plan.get("shop-route-get-stock").inputs.authorizationType, "AWS_IAM");
    assert.equal(plan.ofType("aws:lambda/permission:Permission").length, 0);
  });

  it("passes requests on to a server on the internet", async () => {
    const target = { type: "url", url: "https://example.com/{proxy}" } as const;
    const plan = await make({ routes: { "GET /{proxy+}": { target, auth: "none" } } });
    const { integrationType, integrationUri } = plan.get("shop-to-get-_proxy_").inputs;
    assert.deepEqual([integrationType, integrationUri], ["HTTP_PROXY", "https://example.com/{proxy}"]);
  });

  it("asks for tokens of an issuer, and for scopes", async () => {
    const plan = await make({
      authorizers: { people: { type: "jwt", issuer: "https://login.example.com", audiences: ["shop"] } },
      routes: { "POST /orders": { target: toOrders, auth: { authorizer: "people", scopes: ["orders:write"] } } },
    });
    assert.deepEqual(plan.get("shop-by-people").inputs, {
      apiId: plan.get("shop-api").id,
      authorizerType: "JWT",
      identitySources: ["$request.header.Authorization"],
      jwtConfiguration: { issuer: "https://login.example.com", audiences: ["shop"] },
    });
    const { authorizationType, authorizerId, authorizationScopes } = plan.get("shop-route-post-orders").inputs;
    assert.deepEqual(
      [authorizationType, authorizerId, authorizationScopes],
      ["JWT", plan.get("shop-by-people").id, ["orders:write"]],
    );
  });

  it("asks a function, and remembers its answer for one route and caller", async () => {
    const plan = await make({
      authorizers: { guard: { type: "function", function: guard } },
      routes: { "POST /orders": { target: toOrders, auth: { authorizer: "guard" } } },
    });
    const authorizer = plan.get("shop-by-guard");
    assert.deepEqual(authorizer.inputs, {
      apiId: plan.get("shop-api").id,
      authorizerType: "REQUEST",
      authorizerUri: invokeUri(guard.aliasArn),
      authorizerPayloadFormatVersion: "2.0",
      enableSimpleResponses: true,
      identitySources: ["$request.header.Authorization", "$context.routeKey"],
      authorizerResultTtlInSeconds: 300,
    });
    assert.equal(plan.get("shop-route-post-orders").inputs.authorizationType, "CUSTOM");
    const { function: called, sourceArn } = plan.get("shop-by-guard-invoke").inputs;
    assert.equal(called, "guard");
    assert.equal(sourceArn, `${plan.get("shop-api").outputs.executionArn}/authorizers/${authorizer.id}`);
  });

  it("takes so many requests and no more, fewer where a route says so, which is there first", async () => {
    const throttling = { requestsPerSecond: 2.5, burst: 5 };
    const plan = await make({ routes: { "GET /": open, "POST /orders": { ...open, throttling } } });
    const { inputs, dependencies } = plan.get("shop-stage");
    assert.deepEqual(inputs.defaultRouteSettings, {
      detailedMetricsEnabled: true,
      throttlingRateLimit: 1000,
      throttlingBurstLimit: 500,
    });
    assert.deepEqual(inputs.routeSettings, [
      { routeKey: "POST /orders", detailedMetricsEnabled: true, throttlingRateLimit: 2.5, throttlingBurstLimit: 5 },
    ]);
    assert.ok(dependencies.includes(plan.get("shop-route-post-orders").urn));
    const narrow = await make({ throttling: { requestsPerSecond: 10, burst: 20 } });
    assert.equal(Object(narrow.get("shop-stage").inputs.defaultRouteSettings).throttlingRateLimit, 10);
  });

  it("logs each request as a line of JSON, and forgets", async () => {
    const plan = await make({}, "prod");
    const { destinationArn, format } = Object(plan.get("shop-stage").inputs.accessLogSettings);
    assert.equal(destinationArn, plan.get("shop-logs").outputs.arn);
    const { routeKey, sourceIp, status } = JSON.parse(format);
    assert.deepEqual(
      [routeKey, sourceIp, status],
      ["$context.routeKey", "$context.identity.sourceIp", "$context.status"],
    );
    assert.equal(plan.get("shop-logs").inputs.retentionInDays, 365);
  });

  it("deploys itself, and answers at the address that AWS gives it", async () => {
    const plan = await make();
    const { name, autoDeploy } = plan.get("shop-stage").inputs;
    assert.deepEqual([name, autoDeploy], ["$default", true]);
    assert.equal(plan.get("shop-api").inputs.disableExecuteApiEndpoint, false);
    assert.equal(plan.get("shop").outputs.url, plan.get("shop-api").outputs.apiEndpoint);
  });

  it("answers at a name of its own alone, to clients with certificates if told", async () => {
    const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/c";
    const mutualTls = { truststoreUri: "s3://trust/ca.pem", truststoreVersion: "v1" };
    const domain = { domainName: "api.example.com", certificateArn, zoneId: "Z1", mutualTls };
    const plan = await make({ domain, ipAddressType: "dualstack" });
    assert.equal(plan.get("shop-api").inputs.disableExecuteApiEndpoint, true);
    assert.deepEqual(plan.get("shop-domain").inputs, {
      domainName: "api.example.com",
      domainNameConfiguration: {
        certificateArn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
        ipAddressType: "dualstack",
      },
      mutualTlsAuthentication: mutualTls,
      tags: { Name: "shop" },
    });
    assert.deepEqual(plan.get("shop-mapping").inputs, {
      apiId: plan.get("shop-api").id,
      stage: "$default",
      domainName: "api.example.com",
    });
    const { targetDomainName, hostedZoneId } = Object(plan.get("shop-domain").outputs.domainNameConfiguration);
    const [alias] = Object(plan.get("shop-dns-a").inputs.aliases);
    assert.deepEqual([alias.name, alias.zoneId], [targetDomainName, hostedZoneId]);
    assert.equal(plan.get("shop").outputs.url, "https://api.example.com");
    const elsewhere = await make({ domain: { domainName: "api.example.com", certificateArn } });
    assert.equal(elsewhere.ofType("aws:route53/record:Record").length, 0);
  });

  it("calls for help when it fails or is slow", async () => {
    const plan = await make({
      alarms: { errorPercent: 1, latencySeconds: 0.5, notify: { topicArn: "arn:aws:sns:t" } },
    });
    const dimensions = { ApiId: plan.get("shop-api").id, Stage: "$default" };
    const [errors] = Object(plan.get("shop-5xx").inputs.metricQueries);
    assert.deepEqual([errors.metric.metricName, errors.metric.dimensions], ["5xx", dimensions]);
    assert.equal(plan.get("shop-5xx").inputs.threshold, 1);
    assert.equal(plan.get("shop-latency").inputs.threshold, 500);
    assert.deepEqual(plan.get("shop-latency").inputs.alarmActions, ["arn:aws:sns:t"]);
    const { alarmRule, alarmActions } = plan.get("shop-down").inputs;
    assert.deepEqual([alarmRule, alarmActions], [`ALARM("${plan.get("shop-5xx").outputs.name}")`, ["arn:aws:sns:t"]]);
    assert.equal(plan.get("shop-5xx").inputs.alarmActions, undefined);
  });

  it("calls for none if told", async () => {
    const plan = await make({ alarms: "none" });
    const types = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"];
    assert.deepEqual(
      [...types, "aws:sns/topic:Topic"].flatMap((type) => plan.names(type)),
      [],
    );
  });

  it("takes a LambdaFunction and a VpcLink as they are", async () => {
    const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-a", "subnet-b"] };
    const plan = await record(() => {
      const code = { type: "folder", path: "components", runtime: "nodejs24.x", handler: "index.handler" } as const;
      const called = new LambdaFunction("orders", { code });
      const link = new VpcLink("link", { network, calls: { menu: { securityGroupId: "sg-menu", port: 80 } } });
      new HttpApi("shop", {
        routes: {
          "GET /orders": { target: { type: "function", function: called }, auth: "iam" },
          "GET /menu": { target: { type: "loadBalancer", link, listenerArn }, auth: "iam" },
        },
      });
    });
    const { aliasArn, functionName } = plan.get("orders").outputs;
    assert.equal(plan.get("shop-to-get-orders").inputs.integrationUri, invokeUri(String(aliasArn)));
    assert.equal(plan.get("shop-invoke-get-orders").inputs.function, functionName);
    assert.equal(plan.get("shop-to-get-menu").inputs.connectionId, plan.get("link-link").id);
  });
});
