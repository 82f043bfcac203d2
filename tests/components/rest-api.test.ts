import assert from "node:assert/strict";
import { RestApi, type RestApiArgs } from "../../components/rest-api";
import type { RestRoute, RestTarget } from "../../components/rest-api/route";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

const aliasArn = "arn:aws:lambda:eu-west-1:123456789012:function:orders:live";
const orders = { functionName: "orders", aliasName: "live", aliasArn };
const invokeArn = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${aliasArn}/invocations`;
const toOrders: RestTarget = { type: "function", function: orders };
const signed: RestRoute = { target: toOrders, auth: "iam" };
const throttling = { requestsPerSecond: 5, burst: 10 };
const make = (args: Partial<RestApiArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => new RestApi("shop", { routes: { "GET /orders/{id}": signed }, ...args }), { environment });
const definition = (plan: Plan) => Object(plan.get("shop-deployment").inputs.triggers).definition;

describe("RestApi", () => {
  it("is regional, with modern TLS, for the host that TLS is asked for", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-api").inputs, {
      endpointConfiguration: { types: "REGIONAL", ipAddressType: "ipv4" },
      disableExecuteApiEndpoint: false,
      securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
      endpointAccessMode: "STRICT",
      tags: { Name: "shop" },
    });
    const older = await make({ securityPolicy: "TLS_1_2" });
    const { securityPolicy, endpointAccessMode } = older.get("shop-api").inputs;
    assert.deepEqual([securityPolicy, endpointAccessMode], ["TLS_1_2", undefined]);
    const basic = await make({ endpointAccessMode: "basic" });
    assert.equal(basic.get("shop-api").inputs.endpointAccessMode, "BASIC");
  });

  it("makes one resource for each step of the paths, whatever routes share it", async () => {
    const plan = await make({
      routes: { "GET /orders": signed, "GET /orders/{id}": signed, "PUT /orders/{id}": signed },
    });
    assert.deepEqual(plan.names("aws:apigateway/resource:Resource"), ["shop-at-/orders", "shop-at-/orders/{id}"]);
    assert.deepEqual(plan.get("shop-at-/orders/{id}").inputs, {
      restApi: plan.get("shop-api").id,
      parentId: plan.get("shop-at-/orders").id,
      pathPart: "{id}",
    });
    assert.equal(plan.get("shop-at-/orders").inputs.parentId, plan.get("shop-api").outputs.rootResourceId);
  });

  it("hands a route to the alias of a function, which it may call from there alone", async () => {
    const plan = await make();
    const place = {
      restApi: plan.get("shop-api").id,
      resourceId: plan.get("shop-at-/orders/{id}").id,
      httpMethod: "GET",
    };
    assert.deepEqual(plan.get("shop-method-get-orders-_id_").inputs, {
      ...place,
      authorization: "AWS_IAM",
      apiKeyRequired: false,
      requestParameters: { "method.request.path.id": true },
    });
    assert.deepEqual(plan.get("shop-to-get-orders-_id_").inputs, {
      ...place,
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: invokeArn,
      responseTransferMode: "BUFFERED",
      timeoutMilliseconds: 29000,
    });
    const { sourceArn, qualifier } = plan.get("shop-invoke-get-orders-_id_").inputs;
    assert.equal(sourceArn, `${plan.get("shop-api").outputs.executionArn}/*/GET/orders/*`);
    assert.equal(qualifier, "live");
  });

  it("streams what a function answers, for 15 minutes", async () => {
    const plan = await make({ routes: { "GET /": { ...signed, target: { ...toOrders, answer: "stream" } } } });
    const { uri, responseTransferMode, timeoutMilliseconds } = plan.get("shop-to-get-root").inputs;
    assert.equal(
      uri,
      `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${aliasArn}/response-streaming-invocations`,
    );
    assert.deepEqual([responseTransferMode, timeoutMilliseconds], ["STREAM", 900000]);
  });

  it("goes straight to a private load balancer, with the variables of the path", async () => {
    const loadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/menu/1";
    const url = "https://menu.example.com/dishes/{id}";
    const target = { type: "loadBalancer", link: { linkId: "a1b2c3" }, loadBalancerArn, url } as const;
    const plan = await make({ routes: { "ANY /menu/{id}": { target, auth: "iam" } } });
    assert.deepEqual(plan.get("shop-to-any-menu-_id_").inputs, {
      restApi: plan.get("shop-api").id,
      resourceId: plan.get("shop-at-/menu/{id}").id,
      httpMethod: "ANY",
      type: "HTTP_PROXY",
      integrationHttpMethod: "ANY",
      uri: url,
      requestParameters: { "integration.request.path.id": "method.request.path.id" },
      connectionType: "VPC_LINK",
      connectionId: "a1b2c3",
      integrationTarget: loadBalancerArn,
      responseTransferMode: "BUFFERED",
      timeoutMilliseconds: 29000,
    });
  });

  it("passes on to a server on the internet, as a stream if told", async () => {
    const target = { type: "url", url: "https://example.com/{proxy}", answer: "stream", timeoutSeconds: 60 } as const;
    const plan = await make({ routes: { "GET /{proxy+}": { target, auth: "iam" } } });
    const { uri, connectionType, responseTransferMode, timeoutMilliseconds } = plan.get("shop-to-get-_proxy_").inputs;
    assert.deepEqual([uri, connectionType], ["https://example.com/{proxy}", undefined]);
    assert.deepEqual([responseTransferMode, timeoutMilliseconds], ["STREAM", 60000]);
  });

  it("counts callers by keys, each within a plan", async () => {
    const gold = { keys: ["acme", "umbrella"], throttling, quota: { requests: 1000, per: "month" } } as const;
    const plan = await make({ routes: { "GET /": { ...signed, apiKey: true } }, usagePlans: { gold } });
    assert.equal(plan.get("shop-method-get-root").inputs.apiKeyRequired, true);
    assert.deepEqual(plan.get("shop-plan-gold").inputs, {
      apiStages: [{ apiId: plan.get("shop-api").id, stage: "live" }],
      throttleSettings: { rateLimit: 5, burstLimit: 10 },
      quotaSettings: { limit: 1000, period: "MONTH" },
      tags: { Name: "shop-gold" },
    });
    for (const owner of gold.keys) {
      assert.deepEqual(plan.get(`shop-key-gold-${owner}-in-plan`).inputs, {
        usagePlanId: plan.get("shop-plan-gold").id,
        keyId: plan.get(`shop-key-gold-${owner}`).id,
        keyType: "API_KEY",
      });
      assert.equal(plan.get(`shop-key-gold-${owner}`).inputs.value, undefined);
    }
  });

  it("refuses requests of another shape", async () => {
    const body = { type: "object", required: ["item"] };
    const plan = await make({
      routes: {
        "POST /orders": { ...signed, request: { body, required: ["querystring.shop", "header.X-Tenant"] } },
        "PUT /orders": { ...signed, request: { body } },
        "GET /orders": { ...signed, request: { required: ["querystring.page"] } },
      },
    });
    const post = plan.get("shop-method-post-orders").inputs;
    assert.deepEqual(post.requestParameters, {
      "method.request.querystring.shop": true,
      "method.request.header.X-Tenant": true,
    });
    assert.deepEqual(post.requestModels, { "application/json": "postorders" });
    assert.equal(post.requestValidatorId, plan.get("shop-validates-parameters-and-body").id);
    assert.deepEqual(JSON.parse(String(plan.get("shop-body-post-orders").inputs.schema)), body);
    const { validateRequestBody, validateRequestParameters } = plan.get("shop-validates-parameters").inputs;
    assert.deepEqual([validateRequestBody, validateRequestParameters], [false, true]);
    assert.equal(plan.get("shop-method-put-orders").inputs.requestValidatorId, plan.get("shop-validates-body").id);
  });

  it("takes so many requests, fewer where a route says so, and logs no bodies", async () => {
    const plan = await make({ routes: { "GET /orders/{id}": { ...signed, throttling } } });
    const settings = { metricsEnabled: true, loggingLevel: "ERROR", dataTraceEnabled: false };
    const place = { restApi: plan.get("shop-api").id, stageName: "live" };
    assert.deepEqual(plan.get("shop-settings").inputs, {
      ...place,
      methodPath: "*/*",
      settings: { ...settings, throttlingRateLimit: 1000, throttlingBurstLimit: 500 },
    });
    assert.deepEqual(plan.get("shop-settings-get-orders-_id_").inputs, {
      ...place,
      methodPath: "~1orders~1{id}/GET",
      settings: { ...settings, throttlingRateLimit: 5, throttlingBurstLimit: 10 },
    });
  });

  it("is deployed anew when a route, its shape or its authorizer changes, and then alone", async () => {
    const before = definition(await make());
    assert.equal(definition(await make({ throttling })), before);
    const others: Partial<RestApiArgs>[] = [
      { routes: { "GET /orders/{id}": { ...signed, auth: "none" } } },
      { routes: { "GET /orders/{id}": { ...signed, target: { ...toOrders, timeoutSeconds: 10 } } } },
      { authorizers: { guard: { type: "function", function: orders } } },
      { endpoint: { type: "private", vpcEndpointIds: ["vpce-1"] } },
    ];
    for (const args of others) assert.notEqual(definition(await make(args)), before);
    const plan = await make();
    for (const name of ["shop-method-get-orders-_id_", "shop-to-get-orders-_id_"]) {
      assert.ok(plan.get("shop-deployment").dependencies.includes(plan.get(name).urn), name);
    }
  });

  it("logs and traces each request, and stands behind a web ACL", async () => {
    const plan = await make({ webAclArn: "arn:acl" }, "prod");
    const { accessLogSettings, xrayTracingEnabled, deployment } = plan.get("shop-stage").inputs;
    assert.equal(Object(accessLogSettings).destinationArn, plan.get("shop-logs").outputs.arn);
    assert.equal(JSON.parse(Object(accessLogSettings).format).apiKeyId, "$context.identity.apiKeyId");
    assert.deepEqual([xrayTracingEnabled, deployment], [true, plan.get("shop-deployment").id]);
    assert.deepEqual(plan.get("shop-waf").inputs, {
      resourceArn: plan.get("shop-stage").outputs.arn,
      webAclArn: "arn:acl",
    });
    assert.equal(plan.get("shop-logs").inputs.retentionInDays, 365);
    const { name, retentionInDays } = plan.get("shop-execution-logs").inputs;
    const stage = plan.get("shop-stage").inputs;
    assert.deepEqual([name, retentionInDays], [`API-Gateway-Execution-Logs_${stage.restApi}/${stage.stageName}`, 365]);
    assert.ok(plan.get("shop-settings").dependencies.includes(plan.get("shop-execution-logs").urn));
  });
});
