import assert from "node:assert/strict";
import type { TierRoute } from "../../../components/load-balancer/routes";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";
import { ruleFor, rulesOf } from "./routing";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const tls = { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/c" };
const make = (routes: Record<string, TierRoute> = {}, args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls, routes, ...args }), { environment: "dev" });
const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef";
const other = { type: "targetGroup", arn: groupArn } as const;

describe("the routes of a tier", () => {
  it("take requests by all six kinds of condition, each as AWS says it", async () => {
    const plan = await make({
      all: {
        hosts: ["shop.example.com"],
        paths: ["/api/*"],
        headers: { "X-Client": ["mobile*"] },
        queryStrings: { version: ["2"] },
        methods: ["POST"],
      },
      inside: { sourceIps: ["10.0.0.0/8", "2001:db8::/32"], queryStrings: { debug: ["1", "yes"], "*": ["on"] } },
    });
    assert.deepEqual(plan.get("shop-all-route").inputs, {
      listenerArn: plan.get("shop-https").outputs.arn,
      priority: plan.get("shop-all-route").inputs.priority,
      conditions: [
        { hostHeader: { values: ["shop.example.com"] } },
        { pathPattern: { values: ["/api/*"] } },
        { httpHeader: { httpHeaderName: "X-Client", values: ["mobile*"] } },
        { httpRequestMethod: { values: ["POST"] } },
        { queryStrings: [{ key: "version", value: "2" }] },
      ],
      actions: [{ type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn }],
      tags: { Name: "shop-all-route" },
    });
    assert.deepEqual(plan.get("shop-inside-route").inputs.conditions, [
      {
        queryStrings: [
          { key: "debug", value: "1" },
          { key: "debug", value: "yes" },
        ],
      },
      { queryStrings: [{ key: "*", value: "on" }] },
      { sourceIp: { values: ["10.0.0.0/8", "2001:db8::/32"] } },
    ]);
  });

  it("redirect", async () => {
    const plan = await make({
      old: { paths: ["/old/*"], action: { type: "redirect", path: "/new/#{path}" } },
      away: {
        hosts: ["example.com"],
        action: {
          type: "redirect",
          protocol: "HTTPS",
          host: "www.example.com",
          port: 8443,
          path: "/",
          query: "from=apex",
          statusCode: 302,
        },
      },
    });
    assert.deepEqual(plan.get("shop-old-route").inputs.actions, [
      { type: "redirect", redirect: { path: "/new/#{path}", statusCode: "HTTP_301" } },
    ]);
    assert.deepEqual(plan.get("shop-away-route").inputs.actions, [
      {
        type: "redirect",
        redirect: {
          protocol: "HTTPS",
          host: "www.example.com",
          port: "8443",
          path: "/",
          query: "from=apex",
          statusCode: "HTTP_302",
        },
      },
    ]);
  });

  it("answer by themselves", async () => {
    const plan = await make({
      closed: { paths: ["/closed"], action: { type: "fixedResponse", statusCode: 503 } },
      robots: {
        paths: ["/robots.txt"],
        action: { type: "fixedResponse", statusCode: 200, body: "<p>no</p>", contentType: "text/html" },
      },
    });
    assert.deepEqual(plan.get("shop-closed-route").inputs.actions, [
      { type: "fixed-response", fixedResponse: { statusCode: "503", contentType: "text/plain" } },
    ]);
    assert.deepEqual(plan.get("shop-robots-route").inputs.actions, [
      {
        type: "fixed-response",
        fixedResponse: { statusCode: "200", messageBody: "<p>no</p>", contentType: "text/html" },
      },
    ]);
  });

  it("let people sign in, and change requests on their way", async () => {
    const plan = await make({
      staff: {
        paths: ["/staff/*"],
        authentication: { type: "jwt", issuer: "https://id.example.com", jwksEndpoint: "https://id.example.com/keys" },
        rewrite: { url: { regex: "^/staff/(.*)$", replace: "/$1" } },
      },
    });
    const { actions, transforms } = plan.get("shop-staff-route").inputs;
    assert.deepEqual(
      Object(actions).map(({ type }: { type: string }) => type),
      ["jwt-validation", "forward"],
    );
    assert.deepEqual(transforms, [
      { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "^/staff/(.*)$", replace: "/$1" } } },
    ]);
  });

  describe("with weights", () => {
    const action = {
      type: "weighted",
      targets: { stable: { to: { type: "servers" }, weight: 90 }, next: { to: other, weight: 10 } },
      stickySeconds: 600,
    } as const;

    it("give each target its share, and keep a client with its own", async () => {
      const plan = await make({ release: { paths: ["/app/*"], action } });
      assert.deepEqual(plan.get("shop-release-route").inputs.actions, [
        {
          type: "forward",
          forward: {
            targetGroups: [
              { arn: plan.get("shop-tg").outputs.arn, weight: 90 },
              { arn: groupArn, weight: 10 },
            ],
            stickiness: { enabled: true, duration: 600 },
          },
        },
      ]);
    });

    it("are left alone by later ups, unless an up is to set them", async () => {
      const ignored = async (setWeights?: boolean) => {
        const plan = await make({ release: { paths: ["/app/*"], action: { ...action, setWeights } } });
        return plan.get("shop-release-route").options.ignoreChanges;
      };
      assert.deepEqual(await ignored(), ["actions"]);
      assert.deepEqual(await ignored(false), ["actions"]);
      assert.equal(await ignored(true), undefined);
    });

    it("leave the actions of all other routes to each up", async () => {
      const plan = await make({ plain: { paths: ["/plain/*"] } });
      assert.equal(plan.get("shop-plain-route").options.ignoreChanges, undefined);
    });
  });

  it("go before the servers, which get the rest, whatever order they are written in", async () => {
    const routes: Record<string, TierRoute> = {
      anything: { paths: ["/*"], methods: ["DELETE"], action: { type: "fixedResponse", statusCode: 405 } },
      api: { paths: ["/api/*"], action: { type: "forward", to: other } },
      health: { paths: ["/api/health"], action: { type: "fixedResponse", statusCode: 200 } },
    };
    for (const given of [routes, Object.fromEntries(Object.entries(routes).reverse())]) {
      const rules = rulesOf(await make(given), "shop-https");
      const taken = (path: string, method = "GET") => ruleFor(rules, { path, method })?.name;
      assert.deepEqual(
        [taken("/api/health"), taken("/api/orders"), taken("/", "DELETE"), taken("/")],
        ["shop-health-route", "shop-api-route", "shop-anything-route", undefined],
      );
    }
  });

  it("may lead to HTTP where clients come by HTTP", async () => {
    const plan = await make(
      { old: { paths: ["/old"], action: { type: "redirect", protocol: "HTTP", port: 8080 } } },
      { tls: "none" },
    );
    assert.equal(plan.get("shop-old-route").inputs.listenerArn, plan.get("shop-http").outputs.arn);
  });
});
