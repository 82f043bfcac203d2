import assert from "node:assert/strict";
import { RestApi, type RestApiArgs } from "../../../components/rest-api";
import type { RestRoute, RestTarget } from "../../../components/rest-api/route";
import { record } from "../../../planner/record";

const aliasArn = "arn:aws:lambda:eu-west-1:123456789012:function:orders:live";
const target: RestTarget = { type: "function", function: { functionName: "orders", aliasName: "live", aliasArn } };
const signed: RestRoute = { target, auth: "iam" };
const make = (args: Partial<RestApiArgs> = {}) =>
  record(() => new RestApi("shop", { routes: { "GET /": signed }, ...args }));
const routes = (...keys: string[]) => ({ routes: Object.fromEntries(keys.map((key) => [key, signed])) });

describe("what is around RestApi", () => {
  it("lets in what comes through the stated endpoints alone, if it is private", async () => {
    const plan = await make({ endpoint: { type: "private", vpcEndpointIds: ["vpce-1", "vpce-2"] } });
    assert.deepEqual(plan.get("shop-api").inputs.endpointConfiguration, {
      types: "PRIVATE",
      ipAddressType: "dualstack",
      vpcEndpointIds: ["vpce-1", "vpce-2"],
    });
    const policy = plan.get("shop-policy");
    const calls = {
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: `${plan.get("shop-api").outputs.executionArn}/*`,
    };
    const endpoints = { "aws:SourceVpce": ["vpce-1", "vpce-2"] };
    assert.deepEqual(JSON.parse(String(policy.inputs.policy)).Statement, [
      { Effect: "Allow", ...calls, Condition: { StringEquals: endpoints } },
      { Effect: "Deny", ...calls, Condition: { StringNotEquals: endpoints } },
    ]);
    assert.ok(plan.get("shop-deployment").dependencies.includes(policy.urn));
  });

  it("asks Cognito or a function who calls", async () => {
    const pool = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12Cd34E";
    const guard = { functionName: "guard", aliasName: "live", aliasArn: aliasArn.replace("orders", "guard") };
    const plan = await make({
      authorizers: { people: { type: "cognito", userPoolArns: [pool] }, guard: { type: "function", function: guard } },
      routes: {
        "GET /": { target, auth: { authorizer: "people", scopes: ["orders/read"] } },
        "POST /": { target: { ...target, tenant: "context.authorizer.tenant" }, auth: { authorizer: "guard" } },
      },
    });
    const { authorization, authorizerId, authorizationScopes } = plan.get("shop-method-get-root").inputs;
    assert.deepEqual(
      [authorization, authorizerId, authorizationScopes],
      ["COGNITO_USER_POOLS", plan.get("shop-by-people").id, ["orders/read"]],
    );
    assert.deepEqual(plan.get("shop-by-people").inputs.providerArns, [pool]);
    assert.equal(plan.get("shop-method-post-root").inputs.authorization, "CUSTOM");
    assert.deepEqual(plan.get("shop-by-guard").inputs, {
      restApi: plan.get("shop-api").id,
      type: "REQUEST",
      authorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${guard.aliasArn}/invocations`,
      identitySource: "method.request.header.Authorization",
      authorizerResultTtlInSeconds: 0,
    });
    const authorizers = `${plan.get("shop-api").outputs.executionArn}/authorizers`;
    assert.equal(plan.get("shop-by-guard-invoke").inputs.sourceArn, `${authorizers}/${plan.get("shop-by-guard").id}`);
    assert.deepEqual(plan.get("shop-to-post-root").inputs.requestParameters, {
      "integration.request.header.X-Amz-Tenant-Id": "context.authorizer.tenant",
    });
  });

  it("answers at a name of its own alone, with the same TLS", async () => {
    const domain = { domainName: "api.example.com", certificateArn: "arn:c", zoneId: "Z1" };
    const plan = await make({ domain });
    assert.equal(plan.get("shop-api").inputs.disableExecuteApiEndpoint, true);
    assert.deepEqual(plan.get("shop-domain").inputs, {
      domainName: "api.example.com",
      regionalCertificateArn: "arn:c",
      endpointConfiguration: { types: "REGIONAL", ipAddressType: "ipv4" },
      securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
      endpointAccessMode: "STRICT",
      tags: { Name: "shop" },
    });
    assert.deepEqual(plan.get("shop-mapping").inputs, {
      restApi: plan.get("shop-api").id,
      stageName: "live",
      domainName: "api.example.com",
    });
    const { regionalDomainName, regionalZoneId } = plan.get("shop-domain").outputs;
    const [alias] = Object(plan.get("shop-dns-a").inputs.aliases);
    assert.deepEqual([alias.name, alias.zoneId], [regionalDomainName, regionalZoneId]);
    assert.equal(plan.get("shop").outputs.url, "https://api.example.com");
    const mutualTls = { truststoreUri: "s3://trust/ca.pem" };
    const mutual = await make({ domain: { ...domain, mutualTls }, securityPolicy: "TLS_1_2" });
    assert.deepEqual(mutual.get("shop-domain").inputs.mutualTlsAuthentication, mutualTls);
  });

  it("leaves the account's role for logs alone, unless it is to make it, before the stage", async () => {
    assert.equal((await make()).ofType("aws:apigateway/account:Account").length, 0);
    const plan = await make({ accountLogRole: "create", executionLogs: "all" });
    const account = plan.get("shop-log-account");
    assert.equal(account.inputs.cloudwatchRoleArn, plan.get("shop-log-role").outputs.arn);
    assert.ok(account.dependencies.includes(plan.get("shop-log-role-own").urn));
    assert.ok(plan.get("shop-stage").dependencies.includes(account.urn));
    assert.equal(Object(plan.get("shop-settings").inputs.settings).loggingLevel, "INFO");
  });

  it("calls for help when it fails or is slow, and tells what its neighbours need", async () => {
    const plan = await make({ stageName: "v1", alarms: { notify: { topicArn: "arn:aws:sns:t" } } });
    const dimensions = { ApiName: plan.get("shop-api").outputs.name, Stage: "v1" };
    const [errors] = Object(plan.get("shop-5xx").inputs.metricQueries);
    assert.deepEqual([errors.metric.metricName, errors.metric.dimensions], ["5XXError", dimensions]);
    assert.deepEqual(plan.get("shop").outputs, {
      url: plan.get("shop-stage").outputs.invokeUrl,
      apiId: plan.get("shop-api").id,
      executionArn: plan.get("shop-api").outputs.executionArn,
      stageArn: plan.get("shop-stage").outputs.arn,
      logGroupName: plan.get("shop-logs").outputs.name,
      alarmTopicArn: "arn:aws:sns:t",
    });
  });

  const url = { type: "url", url: "https://example.com" } as const;
  const keyed = { routes: { "GET /": { ...signed, apiKey: true } } };
  const domain = { domainName: "api.example.com", certificateArn: "arn:c" };
  const refused: [Partial<RestApiArgs>, string][] = [
    [routes("$default"), 'routes must say "ANY /{proxy+}" for what no other route takes, got "$default"'],
    [
      { domain: { ...domain, zoneId: "example.com" } },
      'domain.zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
    ],
    [routes("GET /a/"), 'routes must have paths without a slash at the end, got "GET /a/"'],
    [
      routes("GET /a/{id}", "PUT /a/{name}/b"),
      'routes must call a variable in one place by one name, as /a/{id} does, got "PUT /a/{name}/b"',
    ],
    [
      { routes: { "GET /": { ...signed, request: { body: {} } } } },
      'routes["GET /"].request.body must be left out for GET, got {}',
    ],
    [
      { routes: { "GET /": { ...signed, request: { required: ["page"] } } } },
      'routes["GET /"].request.required must be such as "querystring.page", got "page"',
    ],
    [
      { routes: { "GET /": { ...signed, target: { ...url, url: "https://example.com/{id}" } } } },
      'routes["GET /"].target.url must hold variables of the route alone, got "id"',
    ],
    [
      { routes: { "GET /": { ...signed, target: { ...url, timeoutSeconds: 301 } } } },
      'routes["GET /"].target.timeoutSeconds must be between 0.05 and 300, got 301',
    ],
    [
      { routes: { "GET /": { ...signed, target: { ...target, tenant: "method.request.header.X" } } } },
      'routes["GET /"].target.tenant must begin with context.authorizer., got "method.request.header.X"',
    ],
    [
      { routes: { "GET /": { ...signed, target: { ...target, tenant: "context.authorizer.t" } } } },
      'routes["GET /"].auth must name an authorizer, which knows the tenant, got "iam"',
    ],
    [keyed, "usagePlans must hold a plan, as a route has apiKey, got []"],
    [{ usagePlans: { gold: { keys: ["a"] } } }, 'usagePlans must be left out where no route has apiKey, got ["gold"]'],
    [{ ...keyed, usagePlans: { gold: { keys: [] } } }, "usagePlans.gold.keys must name who has a key, got []"],
    [
      { ...keyed, usagePlans: { gold: { keys: ["a"], quota: { requests: 0, per: "day" } } } },
      "usagePlans.gold.quota.requests must be a whole number, 1 or more, got 0",
    ],
    [{ securityPolicy: "TLS_1_0" }, 'securityPolicy must begin with SecurityPolicy_, or be TLS_1_2, got "TLS_1_0"'],
    [
      { securityPolicy: "TLS_1_2", endpointAccessMode: "strict" },
      'endpointAccessMode must be left out with TLS_1_2, which has none, got "strict"',
    ],
    [
      { domain: { ...domain, mutualTls: { truststoreUri: "s3://trust/ca.pem" } } },
      'securityPolicy must be TLS_1_2 for domain.mutualTls, got "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09"',
    ],
    [
      { endpoint: { type: "private", vpcEndpointIds: [] } },
      "endpoint.vpcEndpointIds must hold at least one endpoint, got []",
    ],
    [
      { endpoint: { type: "private", vpcEndpointIds: ["vpce-1"] }, domain },
      'domain must be left out for a private API, got "api.example.com"',
    ],
    [{ stageName: "$default" }, 'stageName must be letters, digits and _, got "$default"'],
  ];
  for (const [args, sentence] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `REST API "shop": ${sentence}` }));
  }
});
