import assert from "node:assert/strict";
import { HttpApi, type HttpApiArgs } from "../../../components/http-api";
import type { HttpRoute } from "../../../components/http-api/route";
import { record } from "../../../planner/record";

const aliasArn = "arn:aws:lambda:eu-west-1:123456789012:function:orders:live";
const target = { type: "function", function: { functionName: "orders", aliasName: "live", aliasArn } } as const;
const open: HttpRoute = { target, auth: "none" };
const signed: HttpRoute = { target, auth: "iam" };
const origins = ["https://shop.example.com"];
const make = (args: Partial<HttpApiArgs>) => record(() => new HttpApi("shop", { routes: { "GET /": open }, ...args }));
const routes = (...keys: string[]) => ({ routes: Object.fromEntries(keys.map((key) => [key, open])) });

describe("the arguments of HttpApi", () => {
  it("allow pages of other origins what they say, and no cookies", async () => {
    const plan = await make({ cors: { origins } });
    assert.deepEqual(plan.get("shop-api").inputs.corsConfiguration, {
      allowOrigins: origins,
      allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
      allowHeaders: ["authorization", "content-type"],
      allowCredentials: false,
      maxAge: 3600,
    });
  });

  it("let preflights through to a route for any method only where one is free for them", async () => {
    const cors = { origins };
    const [any, preflight] = ["ANY /orders", "OPTIONS /orders"];
    assert.ok((await make({ cors, routes: { [any]: signed, [preflight]: open } })).get("shop-route-options-orders"));
    assert.ok((await make({ cors, routes: { [any]: open } })).get("shop-route-any-orders"));
    assert.ok((await make({ cors, routes: { "GET /orders": signed } })).get("shop-route-get-orders"));
    const sentence = (missing: string, key: string, ...keys: string[]) =>
      `HTTP API "shop": routes must hold "${missing}" with auth "none" for cors to work on "${key}", got ${JSON.stringify(keys)}`;
    await assert.rejects(make({ cors, routes: { [any]: signed } }), { message: sentence(preflight, any, any) });
    await assert.rejects(make({ cors, routes: { $default: signed } }), {
      message: sentence("OPTIONS /{proxy+}", "$default", "$default"),
    });
    await assert.rejects(make({ cors, routes: { [any]: signed, [preflight]: signed } }), {
      message: sentence(preflight, any, any, preflight),
    });
  });

  it("know $default and / from all other routes", async () => {
    const plan = await make(routes("$default", "GET /", "GET /a/b"));
    const names = plan.names("aws:apigatewayv2/route:Route");
    assert.deepEqual(names, ["shop-route-default", "shop-route-get-a-b", "shop-route-get-root"]);
    const { executionArn } = plan.get("shop-api").outputs;
    assert.equal(plan.get("shop-invoke-default").inputs.sourceArn, `${executionArn}/*/*`);
    assert.equal(plan.get("shop-invoke-get-root").inputs.sourceArn, `${executionArn}/*/GET/`);
  });

  it("name what belongs to a route after it, however long it is", async () => {
    const long = `/${"restaurants/".repeat(8)}{id}`;
    const plan = await make(routes(`GET ${long}`, `GET ${long}/orders`));
    const names = plan.names("aws:lambda/permission:Permission");
    assert.equal(new Set(names).size, 2);
    for (const name of names) assert.match(name, /^shop-invoke-get-(restaurants-){3}[0-9a-f]{8}$/);
    assert.equal(names[0]?.length, "shop-invoke-".length + 48);
  });

  const form = 'routes must be such as "GET /orders/{id}" or "$default", got';
  const domain = { domainName: "api.example.com", certificateArn: "arn:c" };
  const jwt = { type: "jwt", issuer: "https://login.example.com", audiences: ["shop"] } as const;
  const asks = { type: "function", function: target.function } as const;
  const refused: [Partial<HttpApiArgs>, string][] = [
    [routes(), "routes must hold at least one route, got []"],
    [routes("get /orders"), `${form} "get /orders"`],
    [routes("GET orders"), `${form} "GET orders"`],
    [routes("GET /{proxy+}/orders"), `${form} "GET /{proxy+}/orders"`],
    [routes("GET /a{id}"), `${form} "GET /a{id}"`],
    [routes("GET /a/{id}", "GET /a/{name}"), 'routes must not take the same requests twice, got "GET /a/{name}"'],
    [routes("GET /a-b", "GET /a/b"), 'routes must not hold two paths that differ in punctuation alone, got "GET /a/b"'],
    [routes("GET "), `${form} "GET "`],
    [
      { routes: { "GET /": { target, auth: { authorizer: "people" } } } },
      `routes["GET /"].auth.authorizer must be one of the API's authorizers (there are none), got "people"`,
    ],
    [
      { routes: { "GET /": { target: { ...target, timeoutSeconds: 31 }, auth: "none" } } },
      'routes["GET /"].target.timeoutSeconds must be between 0.05 and 30, got 31',
    ],
    [
      { routes: { "GET /": { target: { type: "url", url: "http://example.com" }, auth: "none" } } },
      'routes["GET /"].target.url must begin with https://, got "http://example.com"',
    ],
    [
      { routes: { "GET /": { ...open, throttling: { requestsPerSecond: 0, burst: 1 } } } },
      'routes["GET /"].throttling.requestsPerSecond must be more than 0, got 0',
    ],
    [
      { throttling: { requestsPerSecond: 1, burst: 0.5 } },
      "throttling.burst must be a whole number, 1 or more, got 0.5",
    ],
    [{ cors: { origins: ["*"], credentials: true } }, 'cors.origins must not be "*" with credentials, got "*"'],
    [
      { cors: { origins: ["https://a.example.com/"] } },
      'cors.origins must be such as "https://shop.example.com", without a path, got "https://a.example.com/"',
    ],
    [
      { cors: { origins, maxAgeSeconds: 86401 } },
      "cors.maxAgeSeconds must be a whole number of seconds between 0 and 86400, got 86401",
    ],
    [
      { authorizers: { a: { ...jwt, audiences: [] } } },
      "authorizers.a.audiences must hold at least one audience, got []",
    ],
    [{ authorizers: { a: { ...jwt, issuer: "login" } } }, 'authorizers.a.issuer must begin with https://, got "login"'],
    [
      { authorizers: { a: { ...asks, cacheSeconds: 3601 } } },
      "authorizers.a.cacheSeconds must be a whole number of seconds between 0 and 3600, got 3601",
    ],
    [
      { authorizers: { a: { ...asks, identitySources: [] } } },
      "authorizers.a.identitySources must hold at least one source to remember answers, got []",
    ],
    [
      { domain: { ...domain, domainName: "API.example.com" } },
      'domain.domainName must be a domain name in lower case, got "API.example.com"',
    ],
    [
      { domain: { ...domain, mutualTls: { truststoreUri: "ca.pem" } } },
      'domain.mutualTls.truststoreUri must be such as "s3://bucket/truststore.pem", got "ca.pem"',
    ],
    [{ description: "d".repeat(1025) }, `description must have at most 1024 characters, got "${"d".repeat(1025)}"`],
  ];
  for (const [args, sentence] of refused) {
    it(`refuse: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(args), { message: `HTTP API "shop": ${sentence}` }));
  }

  it("say of every route who may call it", () => {
    // @ts-expect-error auth must be said
    const silent: HttpRoute = { target };
    assert.equal(Object.keys(silent).length, 1);
  });
});
