import assert from "node:assert/strict";
import type { StaticSiteArgs } from "../../../components/static-site";
import type { ApiOrigin, SiteApi } from "../../../components/static-site/api";
import { made, pages } from "./made";

const resourceArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/api/0123456789abcdef";
const custom: ApiOrigin = { type: "custom", domainName: "api.example.com" };
const vpc: ApiOrigin = { type: "vpc", resourceArn, domainName: "api.internal.example.com" };
const every = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];
const plainly = (api: SiteApi, more: Partial<StaticSiteArgs> = {}) => made({ api, waf: "none", ...more });

describe("the API of a site", () => {
  it("is a path that nothing of is cached, with all of a request but its host", async () => {
    const plan = await plainly({ origin: custom });
    const { origins, orderedCacheBehaviors, originGroups } = plan.get("shop-distribution").inputs;
    assert.deepEqual(Object(origins)[1], {
      originId: "api",
      domainName: "api.example.com",
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
      },
    });
    assert.deepEqual(Object(orderedCacheBehaviors)[1], {
      pathPattern: "/api/*",
      targetOriginId: "api",
      allowedMethods: every,
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      viewerProtocolPolicy: "https-only",
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    });
    assert.equal(originGroups, undefined);
  });

  it("may be an internal load balancer, which CloudFront reaches inside its VPC", async () => {
    const plan = await plainly({
      path: "/v1/orders/*",
      origin: { ...vpc, httpsPort: 8443 },
      originShieldRegion: "eu-west-1",
    });
    assert.deepEqual(plan.get("shop-api-origin").inputs, {
      vpcOriginEndpointConfig: {
        name: "shop-api",
        arn: resourceArn,
        httpPort: 80,
        httpsPort: 8443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
      tags: { Name: "shop-api" },
    });
    const { origins, orderedCacheBehaviors } = plan.get("shop-distribution").inputs;
    assert.deepEqual(Object(origins)[1], {
      originId: "api",
      domainName: "api.internal.example.com",
      vpcOriginConfig: { vpcOriginId: plan.get("shop-api-origin").id },
      originShield: { enabled: true, originShieldRegion: "eu-west-1" },
    });
    assert.equal(Object(orderedCacheBehaviors)[1].pathPattern, "/v1/orders/*");
  });

  it("is read elsewhere when its origin fails", async () => {
    const plan = await plainly({ origin: custom, failover: vpc });
    const { origins, originGroups, orderedCacheBehaviors } = plan.get("shop-distribution").inputs;
    assert.deepEqual(
      Object(origins).map(({ originId }: { originId: string }) => originId),
      ["site", "api", "api-failover"],
    );
    assert.deepEqual(originGroups, [
      {
        originId: "api-group",
        failoverCriteria: { statusCodes: [500, 502, 503, 504] },
        members: [{ originId: "api" }, { originId: "api-failover" }],
      },
    ]);
    const { targetOriginId, allowedMethods } = Object(orderedCacheBehaviors)[1];
    assert.deepEqual([targetOriginId, allowedMethods], ["api-group", ["GET", "HEAD", "OPTIONS"]]);
    assert.deepEqual(plan.names("aws:cloudfront/vpcOrigin:VpcOrigin"), ["shop-api-failover-origin"]);
  });

  it("speaks gRPC if told", async () => {
    const plan = await plainly({ origin: custom, grpc: true });
    const { grpcConfig, allowedMethods } = Object(plan.get("shop-distribution").inputs.orderedCacheBehaviors)[1];
    assert.deepEqual([grpcConfig, allowedMethods], [{ enabled: true }, every]);
  });

  const port = "must be 443 or a port from 1024 to 65535";
  const domainName = "must be a domain name in lower case, without https://";
  const arn = "must be the ARN of an Application or Network Load Balancer or of an instance";
  const refused: [string, SiteApi][] = [
    ...["/*", "api/*", "/api", "/api/", "/a b/*", "/api/*/x", "/a?/*"].map((path): [string, SiteApi] => [
      `api.path must be a path such as "/api/*", got "${path}"`,
      { path, origin: custom },
    ]),
    [
      `api.origin.domainName ${domainName}, got "https://api.example.com"`,
      { origin: { ...custom, domainName: "https://api.example.com" } },
    ],
    [
      `api.failover.domainName ${domainName}, got "API"`,
      { origin: custom, failover: { ...custom, domainName: "API" } },
    ],
    [`api.origin.httpsPort ${port}, got 80`, { origin: { ...custom, httpsPort: 80 } }],
    [`api.origin.httpsPort ${port}, got 65536`, { origin: { ...custom, httpsPort: 65536 } }],
    ["api.origin.httpsPort must be a port from 1 to 65535, got 0", { origin: { ...vpc, httpsPort: 0 } }],
    [`api.origin.resourceArn ${arn}, got "arn:aws:s3:::b"`, { origin: { ...vpc, resourceArn: "arn:aws:s3:::b" } }],
    [
      'api.originShieldRegion must be a region such as "eu-central-1", got "eu"',
      { origin: custom, originShieldRegion: "eu" },
    ],
    [
      "api.grpc must be false where there is a failover, which takes reads alone, got true",
      { origin: custom, failover: vpc, grpc: true },
    ],
  ];
  for (const [sentence, api] of refused) {
    it(`is refused: ${sentence}`, () => assert.rejects(made({ api }), { message: `static site "shop": ${sentence}` }));
  }

  it("is refused where files of the site lie below its path", () =>
    assert.rejects(made({ api: { origin: custom } }, { ...pages, "api/index.html": "" }), {
      message: 'static site "shop": api.path must leave the files of the site visible, got "api/index.html"',
    }));

  it("is not in the way of files that only begin alike", async () => {
    const plan = await made({ api: { origin: custom } }, { ...pages, "api-docs/index.html": "" });
    assert.ok(plan.get("shop-file-api-docs/index.html"));
  });
});
