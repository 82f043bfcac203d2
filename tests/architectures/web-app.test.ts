import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(planned("dev", undefined, ...set), typeof message === "string" ? { message } : message);

describe("the architecture web-app", () => {
  for (const stack of ["dev", "prod"]) {
    it(`plans on ${stack} as the golden plan shows`, async () => {
      const { plan, judgement, region } = await planned(stack);
      const shown = text({ plan, judgement, region, notes: [] }, { colors: createColors(false), inputs: false });
      assertGolden(join(__dirname, `web-app.${stack}.plan.txt`), shown);
    });

    it(`has nothing on ${stack} that a policy finds fault with, in at least 50 resources`, async () => {
      const { plan, judgement } = await planned(stack);
      // Plain HTTP is what the stack dev asks for by name, to be deployable without a domain; a web ACL is to be chosen
      // for an application. Both are exempt in the stack file.
      const expected = stack === "dev" ? ["lb-http-redirects-to-https", "lb-waf"] : ["lb-waf"];
      assert.deepEqual(
        judgement.findings.map(({ policy }) => policy),
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
    it("one zone", () =>
      refused(["network.zones=1"], /^Error: network "web-app-net": zones must be at least 2.*got 1$/));
    it("a least size above the greatest", () =>
      refused(["minSize=9"], /web tier "web-app": maxSize must be at least minSize \(9\), got 4/));
    it("subnets that overlap", () =>
      refused(
        ["network.subnetCidrs={public: [10.0.0.0/24, 10.0.0.0/25]}"],
        /must not make subnets overlap: public 10.0.0.0\/24 and public 10.0.0.0\/25/,
      ));
    it("a name that is too long for a load balancer", () =>
      refused(
        ["name=the-shop-that-never-closes"],
        /web tier "the-shop-that-never-closes": name must be at most 21 letters/,
      ));
    it("SSH from the world", () => refused(['ssh.from=["0.0.0.0/0"]'], /ssh.*0\.0\.0\.0\/0/));
  });
});
