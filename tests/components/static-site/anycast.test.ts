import assert from "node:assert/strict";
import { domains, made, pages } from "./made";

describe("the addresses of a site", () => {
  it("may be those of a list, then without IPv6 and at every edge, also in dev", async () => {
    const plan = await made({ domains, anycast: { ipListId: "list-1" } }, pages, "dev");
    const { anycastIpListId, isIpv6Enabled, priceClass } = plan.get("shop-distribution").inputs;
    assert.deepEqual([anycastIpListId, isIpv6Enabled, priceClass], ["list-1", false, "PriceClass_All"]);
    const types = plan.ofType("aws:route53/record:Record").map(({ inputs }) => inputs.type);
    assert.deepEqual([...new Set(types)].sort(), ["A", "CNAME", "HTTPS"]);
  });

  it("are of both kinds where the list is", async () => {
    const plan = await made({ domains, anycast: { ipListId: "list-1", ipAddressType: "dualstack" } });
    assert.equal(plan.get("shop-distribution").inputs.isIpv6Enabled, true);
    assert.ok(plan.get("shop-dns-example.com-aaaa"));
  });

  it("are refused at some edges alone", () =>
    assert.rejects(made({ anycast: { ipListId: "list-1" }, priceClass: "PriceClass_100" }), {
      message: 'static site "shop": priceClass must be "PriceClass_All" where there is anycast, got "PriceClass_100"',
    }));
});
