import assert from "node:assert/strict";
import type { SiteApi } from "../../../components/static-site/api";
import { made, pages } from "./made";

const api: SiteApi = { origin: { type: "custom", domainName: "api.example.com" } };
const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/mine/0123";

describe("the firewall of a site", () => {
  it("is none for files alone, nor in dev", async () => {
    for (const plan of [await made(), await made({ api }, pages, "dev")]) {
      assert.equal(plan.get("shop-distribution").inputs.webAclId, undefined);
      assert.deepEqual(plan.names("aws:wafv2/webAcl:WebAcl"), []);
    }
  });

  it("is a web ACL for CloudFront in prod where there is an API", async () => {
    const plan = await made({ api });
    const { scope, region } = plan.get("shop-waf-acl").inputs;
    assert.deepEqual([scope, region], ["CLOUDFRONT", "us-east-1"]);
    assert.equal(plan.get("shop-distribution").inputs.webAclId, plan.get("shop-waf-acl").outputs.arn);
  });

  it("is what it is told to be", async () => {
    const plan = await made({ waf: { managedGroups: [], rateLimit: { requests: 100 } } });
    const rules = Object(plan.get("shop-waf-acl").inputs.rules);
    assert.deepEqual(
      rules.map(({ name }: { name: string }) => name),
      ["rate-limit"],
    );
  });

  it("may be one that there is, or none in spite of the API", async () => {
    const given = await made({ waf: { webAclArn } });
    assert.equal(given.get("shop-distribution").inputs.webAclId, webAclArn);
    const none = await made({ api, waf: "none" });
    assert.equal(none.get("shop-distribution").inputs.webAclId, undefined);
  });

  it("is refused where it is one of a region", () => {
    const regional = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/mine/0123";
    return assert.rejects(made({ waf: { webAclArn: regional } }), {
      message: `static site "shop": waf.webAclArn must be the ARN of a web ACL for CloudFront, got "${regional}"`,
    });
  });
});
