import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DnsRecord, type DnsRecordArgs } from "../../components/dns-record";
import type { ValueRecordType } from "../../components/dns-record/values";
import { record } from "../../planner/record";

const balancer = { dnsName: "shop-lb-1.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" };
const make = (args: Partial<DnsRecordArgs>) =>
  record(() => new DnsRecord("dns", { zoneId: "Z123", domainName: "shop.example.com", target: balancer, ...args }));

/** Types and values that Route 53 takes. */
const taken: [ValueRecordType, ...string[]][] = [
  ["AAAA", "2001:db8::1"],
  ["CAA", '0 issue "amazon.com"', '0 iodef "mailto:a@example.com"'],
  ["CNAME", "www.example.com."],
  ["DS", "12345 13 2 1F987CC6583E92DF0890718C42"],
  ["HTTPS", '1 . alpn="h2,h3"', "0 pool.example.com."],
  ["MX", "10 mail.example.com", "20 mail.example.org."],
  ["NAPTR", '100 50 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .'],
  ["NS", "ns-1.example.com", "NS-2.example.com."],
  ["PTR", "host.example.com"],
  ["SRV", "10 5 443 www.example.com"],
  ["SSHFP", "4 2 9dbe4d5a"],
  ["SVCB", '1 www.example.com. port="8443"'],
  ["TLSA", "3 1 1 0d6fce3a"],
  ["TXT", "v=spf1 -all", "x".repeat(255), `${"x".repeat(255)}""rest`],
];

/** What it does not take. */
const malformed: [ValueRecordType, ...string[]][] = [
  ["A", "example.com", "192.0.2", "2001:db8::1"],
  ["AAAA", "192.0.2.1", "fe80::1%eth0"],
  ["CAA", "0 issue amazon.com", '0 allow "amazon.com"'],
  ["CNAME", "192.0.2.1/24", "two words"],
  ["DS", "12345 13 2", "12345 13 2 xyz"],
  ["HTTPS", "www.example.com", "1 two_words! alpn=h2"],
  ["MX", "mail.example.com", "10"],
  ["NAPTR", "100 50 u E2U+sip x ."],
  ["NS", "ns"],
  ["PTR", ""],
  ["SRV", "10 5 www.example.com"],
  ["SSHFP", "9 2 9dbe"],
  ["SVCB", "www.example.com"],
  ["TLSA", "3 1 1", "4 1 1 0d6f"],
  ["TXT", "x".repeat(256), `a""${"x".repeat(256)}`],
];

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

  it("leads to CloudFront by the records that it has, without a question for its health", async () => {
    const cloudFront = { dnsName: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2" };
    const plan = await make({
      target: { ...cloudFront, recordTypes: ["A", "AAAA", "HTTPS"], evaluateTargetHealth: false },
    });
    assert.deepEqual(plan.names("aws:route53/record:Record"), ["dns-a", "dns-aaaa", "dns-https"]);
    assert.deepEqual(plan.get("dns-https").inputs, {
      zoneId: "Z123",
      name: "shop.example.com",
      type: "HTTPS",
      aliases: [{ name: cloudFront.dnsName, zoneId: cloudFront.zoneId, evaluateTargetHealth: false }],
    });
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

  for (const [recordType, ...values] of taken) {
    it(`takes ${recordType} records such as ${values[0]}`, async () => {
      const plan = await make({ target: { recordType, values } });
      assert.deepEqual(plan.get(`dns-${recordType.toLowerCase()}`).inputs.records, values);
    });
  }

  for (const [recordType, ...values] of malformed) {
    for (const value of values) {
      it(`refuses a ${recordType} record of ${value.slice(0, 40)}`, () =>
        assert.rejects(make({ target: { recordType, values: [value] } }), (error: Error) =>
          error.message.startsWith(`DNS record "dns": target.values of type ${recordType} must be `),
        ));
    }
  }

  it("takes values that are not known yet", async () => {
    const plan = await make({ target: { recordType: "A", values: [pulumi.output("192.0.2.1")] } });
    assert.deepEqual(plan.get("dns-a").inputs.records, ["192.0.2.1"]);
  });

  const ttl = "target.ttlSeconds must be a whole number of seconds between 0 and 2147483647";
  const refused: [string, Partial<DnsRecordArgs>][] = [
    ['zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"', { zoneId: "example.com" }],
    [
      'target.zoneId must be a hosted zone id such as Z0123456789ABCDEFGHIJ, got "example.com"',
      { target: { dnsName: "shop.example.com", zoneId: "example.com" } },
    ],
    ['domainName must be a domain name in lower case, got "Shop.example.com"', { domainName: "Shop.example.com" }],
    ['domainName must be a domain name in lower case, got "shop"', { domainName: "shop" }],
    ['domainName must be a domain name in lower case, got "-shop.example.com"', { domainName: "-shop.example.com" }],
    ["target.values must hold at least one value, got []", { target: { recordType: "A", values: [] } }],
    [
      'target.values must hold exactly one value for a CNAME, got ["a.example.org","b.example.org"]',
      { target: { recordType: "CNAME", values: ["a.example.org", "b.example.org"] } },
    ],
    [
      'target.values must not repeat a value, got "192.0.2.1"',
      { target: { recordType: "A", values: ["192.0.2.1", "192.0.2.1"] } },
    ],
    [
      'target.values of type A must be IPv4 addresses, "192.0.2.1", got "192.0.2.256"',
      { target: { recordType: "A", values: ["192.0.2.256"] } },
    ],
    [
      "target.recordTypes must name A, AAAA or HTTPS, each at most once, got []",
      { target: { ...balancer, recordTypes: [] } },
    ],
    [
      'target.recordTypes must name A, AAAA or HTTPS, each at most once, got ["A","A"]',
      { target: { ...balancer, recordTypes: ["A", "A"] } },
    ],
    [
      "target.evaluateTargetHealth must be false for CloudFront, got nothing",
      { target: { dnsName: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2" } },
    ],
    ['domainName must be a domain name in lower case, got "shop.example.com."', { domainName: "shop.example.com." }],
    [`${ttl}, got -1`, { target: { recordType: "A", values: ["192.0.2.1"], ttlSeconds: -1 } }],
    [`${ttl}, got 2147483648`, { target: { recordType: "A", values: ["192.0.2.1"], ttlSeconds: 2147483648 } }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `DNS record "dns": ${sentence}` }));
  }
});
