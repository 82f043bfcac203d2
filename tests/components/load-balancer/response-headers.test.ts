import assert from "node:assert/strict";
import type { ResponseHeaders } from "../../../components/load-balancer/response-headers";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const overTls = { certificateArn: "arn:certificate" };
const make = (responseHeaders: ResponseHeaders, tls: WebTierArgs["tls"] = overTls) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls, responseHeaders }), { environment: "dev" });
const hstsOf = async (strictTransportSecurity: ResponseHeaders["strictTransportSecurity"]) =>
  (await make({ strictTransportSecurity })).get("shop-https").inputs
    .routingHttpResponseStrictTransportSecurityHeaderValue;

describe("the headers of answers", () => {
  it("say for how long, and for which hosts, browsers come by HTTPS alone", async () => {
    assert.equal(await hstsOf({}), "max-age=31536000");
    assert.equal(await hstsOf({ maxAgeSeconds: 300, includeSubDomains: true }), "max-age=300; includeSubDomains");
    assert.equal(
      await hstsOf({ maxAgeSeconds: 63072000, includeSubDomains: true, preload: true }),
      "max-age=63072000; includeSubDomains; preload",
    );
    assert.equal(await hstsOf({ maxAgeSeconds: 0 }), "max-age=0");
    assert.equal(await hstsOf("none"), undefined);
  });

  it("say nothing of HTTPS where there is none", async () => {
    const { inputs } = (await make({}, "none")).get("shop-http");
    assert.equal(inputs.routingHttpResponseStrictTransportSecurityHeaderValue, undefined);
    assert.equal(inputs.routingHttpResponseXContentTypeOptionsHeaderValue, "nosniff");
    assert.equal(inputs.routingHttpResponseServerEnabled, false);
  });

  it("keep pages out of frames, and tell where pages load from, as they are told", async () => {
    const plan = await make({
      frameOptions: "SAMEORIGIN",
      contentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'",
      contentTypeOptions: "none",
      server: true,
    });
    const { inputs } = plan.get("shop-https");
    assert.equal(inputs.routingHttpResponseXFrameOptionsHeaderValue, "SAMEORIGIN");
    assert.equal(
      inputs.routingHttpResponseContentSecurityPolicyHeaderValue,
      "default-src 'self'; frame-ancestors 'none'",
    );
    assert.equal(inputs.routingHttpResponseXContentTypeOptionsHeaderValue, undefined);
    assert.equal(inputs.routingHttpResponseServerEnabled, true);
    assert.equal(plan.get("shop-http").inputs.routingHttpResponseServerEnabled, true);
  });

  const policy = `default-src ${"a".repeat(1013)}`;
  const form = "must be one policy of at most 1024 characters on one line, without commas";
  const refused: [string, ResponseHeaders, WebTierArgs["tls"]?][] = [
    [
      'strictTransportSecurity must be "none" over plain HTTP, got {"maxAgeSeconds":300}',
      { strictTransportSecurity: { maxAgeSeconds: 300 } },
      "none",
    ],
    [
      "strictTransportSecurity.maxAgeSeconds must be a whole number of seconds, 0 or more, got -1",
      { strictTransportSecurity: { maxAgeSeconds: -1 } },
    ],
    [
      "strictTransportSecurity.preload must come with includeSubDomains and a year or more, got true",
      { strictTransportSecurity: { preload: true } },
    ],
    [
      "strictTransportSecurity.preload must come with includeSubDomains and a year or more, got true",
      { strictTransportSecurity: { preload: true, includeSubDomains: true, maxAgeSeconds: 31535999 } },
    ],
    [`contentSecurityPolicy ${form}, got "${policy}"`, { contentSecurityPolicy: policy }],
    [`contentSecurityPolicy ${form}, got "a\\nb"`, { contentSecurityPolicy: "a\nb" }],
    [`contentSecurityPolicy ${form}, got "img-src a, img-src b"`, { contentSecurityPolicy: "img-src a, img-src b" }],
    [`contentSecurityPolicy ${form}, got ""`, { contentSecurityPolicy: "" }],
  ];
  for (const [sentence, headers, tls] of refused) {
    it(`refuse: ${sentence.slice(0, 120)}`, () =>
      assert.rejects(make(headers, tls), { message: `web tier "shop": responseHeaders.${sentence}` }));
  }
});
