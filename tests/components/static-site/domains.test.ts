import assert from "node:assert/strict";
import type { StaticSiteArgs } from "../../../components/static-site";
import { domains, made } from "./made";

describe("the names of a site", () => {
  it("are on one certificate, in us-east-1 wherever the site is, each proven in its own zone", async () => {
    const plan = await made({ domains: [...domains, { name: "example.org", zoneId: "Z2" }] });
    assert.deepEqual(plan.get("shop-cert-certificate").inputs, {
      domainName: "example.com",
      subjectAlternativeNames: ["www.example.com", "example.org"],
      validationMethod: "DNS",
      region: "us-east-1",
      tags: { Name: "shop-cert" },
    });
    assert.equal(plan.get("shop-cert-validation").inputs.region, "us-east-1");
    assert.deepEqual(
      [...domains.map(({ name }) => name), "example.org"].map(
        (name) => plan.get(`shop-cert-proof-${name}`).inputs.zoneId,
      ),
      ["Z1", "Z1", "Z2"],
    );
    const { aliases, viewerCertificate } = plan.get("shop-distribution").inputs;
    assert.deepEqual(aliases, ["example.com", "www.example.com", "example.org"]);
    assert.deepEqual(viewerCertificate, {
      acmCertificateArn: plan.get("shop-cert-validation").outputs.certificateArn,
      minimumProtocolVersion: "TLSv1.2_2025",
      sslSupportMethod: "sni-only",
    });
  });

  it("lead to the distribution over IPv4, IPv6 and, for HTTP/3, by an HTTPS record", async () => {
    const plan = await made({ domains });
    const { domainName } = plan.get("shop-distribution").outputs;
    for (const type of ["A", "AAAA", "HTTPS"]) {
      assert.deepEqual(plan.get(`shop-dns-www.example.com-${type.toLowerCase()}`).inputs, {
        zoneId: "Z1",
        name: "www.example.com",
        type,
        aliases: [{ name: domainName, zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }],
      });
    }
    assert.equal(plan.ofType("aws:route53/record:Record").length, 2 + 2 * 3);
  });

  it("want TLS 1.3 of browsers if told", async () => {
    const plan = await made({ domains, tlsPolicy: "TLSv1.3_2025" });
    const { viewerCertificate } = plan.get("shop-distribution").inputs;
    assert.equal(Object(viewerCertificate).minimumProtocolVersion, "TLSv1.3_2025");
  });

  it("may be none: CloudFront's own name then needs no certificate and no record", async () => {
    const plan = await made();
    assert.deepEqual(plan.names("aws:acm/certificate:Certificate"), []);
    assert.deepEqual(plan.names("aws:route53/record:Record"), []);
    const { domainName } = plan.get("shop-distribution").outputs;
    assert.equal(plan.get("shop").outputs.url, `https://${domainName}`);
  });

  const redirects: [StaticSiteArgs["redirectTo"], unknown, string][] = [
    [undefined, [], "https://example.com"],
    ["apex", [{ from: "www.example.com", to: "example.com" }], "https://example.com"],
    ["www", [{ from: "example.com", to: "www.example.com" }], "https://www.example.com"],
  ];
  for (const [redirectTo, hosts, url] of redirects) {
    it(`lead to ${redirectTo ?? "the site, each of them"}`, async () => {
      const plan = await made({ domains, redirectTo });
      const [, settings = ""] = /^const settings = (.*);$/m.exec(String(plan.get("shop-viewer").inputs.code)) ?? [];
      assert.deepEqual(JSON.parse(settings), { key: "live", paths: "folders", immutableFolders: [], hosts });
      assert.equal(plan.get("shop").outputs.url, url);
    });
  }

  const named = (...names: string[]) => names.map((name) => ({ name, zoneId: "Z1" }));
  const first = "domains must be a domain name in lower case of at most 64 characters";
  const others = "domains must be domain names in lower case";
  const long = `${"a".repeat(60)}.com`;
  const pair = "redirectTo must go with domains that hold both a name and the same with www. before it";
  const refused: [string, Partial<StaticSiteArgs>][] = [
    [`${first}, got "Example.com"`, { domains: named("Example.com") }],
    [`${first}, got "https://example.com"`, { domains: named("https://example.com") }],
    [`${first}, got "*.example.com"`, { domains: named("*.example.com") }],
    [`${first}, got "${long}.uk"`, { domains: named(`${long}.uk`) }],
    [`${others}, got "example"`, { domains: named("example.com", "example") }],
    [`${others}, got "example.org."`, { domains: named("example.com", "example.org.") }],
    [
      'domains.zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      { domains: [{ name: "example.com", zoneId: "example.com" }] },
    ],
    ['domains must not repeat a name, got "example.com"', { domains: named("example.com", "example.com") }],
    [
      "domains must be at most 100 names, got 101",
      { domains: named(...Array.from({ length: 101 }, (_, index) => `s${index}.example.com`)) },
    ],
    [`${pair}, got "www"`, { redirectTo: "www" }],
    [`${pair}, got "apex"`, { domains: named("www.example.com", "example.org"), redirectTo: "apex" }],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence}`, () => assert.rejects(made(args), { message: `static site "shop": ${sentence}` }));
  }

  it("are refused where their redirects are too many for the function", async () => {
    const pairs = Array.from({ length: 50 }, (_, index) => `${"long".repeat(12)}-${index}.example.com`);
    await assert.rejects(made({ domains: named(...pairs, ...pairs.map((name) => `www.${name}`)), redirectTo: "www" }), {
      message:
        /^static site "shop": domains must leave, with content.immutableFolders, the CloudFront function at most 10240 bytes long, got \d+$/,
    });
  });
});
