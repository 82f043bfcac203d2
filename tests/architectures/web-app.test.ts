import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { authority } from "../components/trust-store/certificates";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(planned("dev", undefined, ...set), typeof message === "string" ? { message } : message);

describe("the architecture web-app", () => {
  for (const stack of ["dev", "prod"]) {
    it(`plans on ${stack} as the golden plan shows`, async () => {
      const { plan, judgement, region } = await planned(stack);
      const shown = text(
        { plan, judgement: await judgement, region, notes: [] },
        { colors: createColors(false), inputs: false },
      );
      assertGolden(join(__dirname, `web-app.${stack}.plan.txt`), shown);
    });

    it(`has nothing on ${stack} that a policy finds fault with, in at least 50 resources`, async () => {
      const { plan, judgement } = await planned(stack);
      // Plain HTTP is what the stack dev asks for by name, to be deployable without a domain. It is exempt in its file.
      const expected = stack === "dev" ? ["lb-http-redirects-to-https"] : [];
      assert.deepEqual(
        (await judgement).findings.map(({ policy }) => policy),
        expected,
      );
      assert.ok(plan.resources.filter(({ custom }) => custom).length >= 50);
    });
  }

  it("serves HTTPS under its domain: certificate, record, redirect", async () => {
    const { plan } = await planned("prod");
    assert.equal(plan.get("web-app-cert-certificate").inputs.domainName, "www.example.com");
    const record = plan.get("web-app-dns-a");
    assert.equal(record.inputs.name, "www.example.com");
    assert.equal(plan.outputs.url, "https://www.example.com");
    const [https, http] = [plan.get("web-app-https"), plan.get("web-app-http")];
    assert.equal(https.inputs.port, 443);
    assert.deepEqual(http.inputs.defaultActions, [
      { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
    ]);
  });

  it("serves plain HTTP on dev, where tls: none asks for it", async () => {
    const { plan } = await planned("dev");
    assert.deepEqual(plan.ofType("aws:acm/certificate:Certificate"), []);
    assert.match(String(plan.outputs.url), /^http:\/\/web-app-lb-/);
  });

  it("gives its servers the first page, which answers the health check", async () => {
    const { plan } = await planned("dev");
    const userData = Buffer.from(String(plan.get("web-app-template").inputs.userData), "base64").toString();
    assert.match(userData, /^#!\/bin\/bash\n/);
    assert.match(userData, /> \/var\/www\/html\/health/);
  });

  it("runs the user data of the settings in place of the first page", async () => {
    const { plan } = await planned("dev", undefined, 'userData="#!/bin/sh\\necho mine"');
    assert.equal(plan.get("web-app-template").inputs.userData, Buffer.from("#!/bin/sh\necho mine").toString("base64"));
  });

  it("lets its servers reach what the settings name, such as Ubuntu's packages over HTTP", async () => {
    const { plan } = await planned("dev", undefined, 'appEgress=[{to: "0.0.0.0/0", port: 80}]');
    const { inputs } = plan.get("web-app-sg-app-out-tcp-80-0.0.0.0/0");
    assert.deepEqual([inputs.cidrIpv4, inputs.fromPort, inputs.toPort], ["0.0.0.0/0", 80, 80]);
  });

  it("answers by itself what its routes name, before its servers", async () => {
    const { plan } = await planned(
      "dev",
      undefined,
      'routes={old: {paths: ["/old/*"], action: {type: redirect, path: "/new/#{path}"}}}',
    );
    const { listenerArn, actions } = plan.get("web-app-old-route").inputs;
    assert.equal(listenerArn, plan.get("web-app-http").outputs.arn);
    assert.deepEqual(actions, [{ type: "redirect", redirect: { path: "/new/#{path}", statusCode: "HTTP_301" } }]);
  });

  it("has a web firewall on the internet, and none elsewhere unless told", async () => {
    const { plan } = await planned("dev");
    assert.deepEqual(plan.get("web-app-web-acl").inputs, {
      resourceArn: plan.get("web-app-lb").outputs.arn,
      webAclArn: plan.get("web-app-waf-acl").outputs.arn,
    });
    const internal = await planned("dev", undefined, "exposure=internal");
    assert.deepEqual(internal.plan.ofType("aws:wafv2/webAcl:WebAcl"), []);
    const told = await planned("dev", undefined, "exposure=internal", "waf.blockCountries=[KP]");
    assert.equal(told.plan.ofType("aws:wafv2/webAcl:WebAcl").length, 1);
  });

  it("leaves the web firewall out by name, or takes one that is there", async () => {
    const without = await planned("dev", undefined, "waf=none");
    assert.deepEqual(without.plan.ofType("aws:wafv2/webAclAssociation:WebAclAssociation"), []);
    assert.deepEqual(
      (await without.judgement).findings.map(({ policy }) => policy),
      ["lb-waf", "lb-http-redirects-to-https"],
    );
    const ours = await planned("dev", undefined, "waf.webAclArn=arn:ours");
    assert.equal(ours.plan.get("web-app-web-acl").inputs.webAclArn, "arn:ours");
    assert.deepEqual(ours.plan.ofType("aws:wafv2/webAcl:WebAcl"), []);
  });

  it("makes of the web firewall what the settings say", async () => {
    const { plan } = await planned(
      "dev",
      undefined,
      "waf.managedGroups=[ipReputation, {group: commonRuleSet, count: [SizeRestrictions_BODY]}]",
      "waf.rateLimit={requests: 100, windowSeconds: 60, per: {type: forwardedIp}}",
      "waf.logs.keep=matched",
    );
    const rules = plan.get("web-app-waf-acl").inputs.rules as unknown as { name: string }[];
    assert.deepEqual(
      rules.map(({ name }) => name),
      ["rate-limit", "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet"],
    );
    assert.equal(Object(plan.get("web-app-waf-logging").inputs.loggingFilter).defaultBehavior, "DROP");
  });

  it("trusts the clients' authorities that are named, or whom a trust store names", async () => {
    const ours = "arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore/ours/0123456789abcdef";
    const { plan } = await planned("prod", undefined, `mutualTls={mode: verify, trustStoreArn: ${ours}}`);
    assert.equal(Object(plan.get("web-app-https").inputs.mutualAuthentication).trustStoreArn, ours);
    const certificates = JSON.stringify(authority);
    const made = await planned("prod", undefined, `mutualTls={mode: verify, certificates: ${certificates}}`);
    assert.deepEqual(made.plan.get("web-app-https").inputs.mutualAuthentication, {
      mode: "verify",
      trustStoreArn: made.plan.get("web-app-ca-store").outputs.arn,
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: "off",
    });
    assert.equal(made.plan.get("web-app-ca-certificates").inputs.content, authority);
  });

  it("is dual stack where its network is", async () => {
    const { plan } = await planned("dev", undefined, "network.ipv6=true");
    assert.equal(plan.get("web-app-lb").inputs.ipAddressType, "dualstack");
  });

  describe("refuses in one sentence", () => {
    it("a stack without a domain that does not ask for plain HTTP", () =>
      assert.rejects(
        record(() => createArchitecture(), { config: { "tierwork:architecture": "web-app" } }),
        {
          message:
            "tierwork:settings: web-app needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP",
        },
      ));
    it("a domain together with tls: none", () =>
      refused(
        ["domain.name=a.example.com", "domain.zoneId=Z1"],
        "tierwork:settings.tls: must be left out where there is a domain",
      ));
    it("a setting that there is not, with the nearest name", () =>
      refused(
        ["network.zonez=3"],
        'tierwork:settings.network.zonez is not a setting of web-app; did you mean "zones"?',
      ));
    it("a value of another type", () =>
      refused(["minSize=three"], 'tierwork:settings.minSize must be a number, got "three"'));
    it("one zone", () => refused(["network.zones=1"], /settings\.network\.zones must be at least 2.*got 1$/));
    it("a least size above the greatest", () =>
      refused(["minSize=9"], /settings\.maxSize must be a whole number, at least minSize \(9\), got 4/));
    it("subnets that overlap", () =>
      refused(
        ["network.subnetCidrs={public: [10.0.0.0/24, 10.0.0.0/25]}"],
        /must not make subnets overlap: public 10.0.0.0\/24 and public 10.0.0.0\/25/,
      ));
    it("a name that is too long for a load balancer", () =>
      refused(["name=the-shop-that-never-closes"], /settings\.name must be at most 21 letters/));
    it("certificates of clients without a domain", () =>
      refused(
        ["mutualTls={mode: passthrough}"],
        "tierwork:settings.mutualTls: must be left out where there is no domain",
      ));
    it("certificates of clients that nobody judges", () =>
      refused(
        ["mutualTls={mode: verify}"],
        /settings\.mutualTls must be a map with mode passthrough, or with mode verify and either trustStoreArn or cert/,
      ));
    it("a web firewall that is no map", () =>
      refused(
        ["waf=off"],
        'tierwork:settings.waf must be "none", a map with webAclArn, or a map of what the web ACL is to do, got "off"',
      ));
    it("a rule that a group of AWS does not have", () =>
      refused(
        ["waf.managedGroups=[{group: linux, count: [LFI_BODY]}]"],
        /settings\.waf\.managedGroups\[0\]\.count must name rules of AWSManagedRulesLinuxRuleSet/,
      ));
    it("a share of healthy servers and a number of them at once", () =>
      refused(
        ["targetGroupHealth.dnsFailover={count: 1, percentage: 50}"],
        /settings\.targetGroupHealth\.dnsFailover must be a map with either count or percentage, got/,
      ));
    it("SSH from the world", () => refused(['ssh.from=["0.0.0.0/0"]'], /ssh.*0\.0\.0\.0\/0/));
  });
});
