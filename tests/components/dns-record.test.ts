import assert from "node:assert/strict";
import { DnsRecord, type DnsRecordArgs } from "../../components/dns-record";
import { record } from "../../planner/record";

const balancer = { dnsName: "shop-lb-1.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" };
const make = (args: Partial<DnsRecordArgs>) =>
  record(() => new DnsRecord("dns", { zoneId: "Z123", domainName: "shop.example.com", target: balancer, ...args }));

describe("DnsRecord", () => {
  it("leads to a load balancer by alias, over IPv4 and IPv6, while it is healthy", async () => {
    const plan = await make({});
    const aliases = [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }];
    const common = { zoneId: "Z123", name: "shop.example.com", aliases };
    assert.deepEqual(plan.names("aws:route53/record:Record"), ["dns-a", "dns-aaaa"]);
    assert.deepEqual(plan.get("dns-a").inputs, { ...common, type: "A" });
    assert.deepEqual(plan.get("dns-aaaa").inputs, { ...common, type: "AAAA" });
    assert.deepEqual(plan.get("dns").outputs, { domainName: "shop.example.com" });
  });

  it("answers plain values for five minutes", async () => {
    const plan = await make({ target: { recordType: "A", values: ["192.0.2.1", "192.0.2.2"] } });
    assert.deepEqual(plan.names("aws:route53/record:Record"), ["dns-a"]);
    assert.deepEqual(plan.get("dns-a").inputs, {
      zoneId: "Z123",
      name: "shop.example.com",
      type: "A",
      records: ["192.0.2.1", "192.0.2.2"],
      ttl: 300,
    });
  });

  it("answers them for as long as it is told", async () => {
    const plan = await make({ target: { recordType: "CNAME", values: ["example.org"], ttlSeconds: 0 } });
    assert.equal(plan.get("dns-cname").inputs.ttl, 0);
  });

  for (const domainName of ["example.com", "*.example.com", "_dmarc.example.com"]) {
    it(`takes the name ${domainName}`, async () => {
      const plan = await make({ domainName });
      assert.equal(plan.get("dns-a").inputs.name, domainName);
    });
  }

  const ttl = "target.ttlSeconds must be a whole number of seconds between 0 and 2147483647";
  const refused: [string, Partial<DnsRecordArgs>][] = [
    ['domainName must be a domain name in lower case, got "Shop.example.com"', { domainName: "Shop.example.com" }],
    ['domainName must be a domain name in lower case, got "shop"', { domainName: "shop" }],
    ['domainName must be a domain name in lower case, got "-shop.example.com"', { domainName: "-shop.example.com" }],
    ["target.values must hold at least one value, got []", { target: { recordType: "A", values: [] } }],
    [
      'target.values must hold exactly one value for a CNAME, got ["a.example.org","b.example.org"]',
      { target: { recordType: "CNAME", values: ["a.example.org", "b.example.org"] } },
    ],
    [`${ttl}, got -1`, { target: { recordType: "A", values: ["192.0.2.1"], ttlSeconds: -1 } }],
    [`${ttl}, got 2147483648`, { target: { recordType: "A", values: ["192.0.2.1"], ttlSeconds: 2147483648 } }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `DNS record "dns": ${sentence}` }));
  }
});
