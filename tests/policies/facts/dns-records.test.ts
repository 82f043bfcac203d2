import assert from "node:assert/strict";
import { hasRoutingPolicy, isRecord, nameOf, recordsByName } from "../../../policies/facts/dns-records";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const record = (props: Record<string, unknown>, name = "www") => fake("aws:route53/record:Record", name, props);

describe("the records of DNS", () => {
  it("have a routing policy when they state one, not when a preview leaves it open", () => {
    assert.equal(hasRoutingPolicy(record({ failoverRoutingPolicies: [{ type: "PRIMARY" }] })), true);
    assert.equal(hasRoutingPolicy(record({ multivalueAnswerRoutingPolicy: true })), true);
    assert.equal(hasRoutingPolicy(record({ geoproximityRoutingPolicy: { bias: 0 } })), true);
    assert.equal(
      hasRoutingPolicy(record({ multivalueAnswerRoutingPolicy: "false", weightedRoutingPolicies: [] })),
      false,
    );
    assert.equal(hasRoutingPolicy(record({ latencyRoutingPolicies: UNKNOWN })), false);
  });

  it("share a name however it is spelt", () => {
    const [a, b, c] = [
      record({ name: "WWW.example.com." }, "a"),
      record({ name: "www.example.com" }, "b"),
      record({ name: UNKNOWN }, "c"),
    ];
    const { named, unnamed } = recordsByName(fakeStack(a, b, c));
    assert.deepEqual([...named], [["www.example.com", [a, b]]]);
    assert.equal(unnamed, 1);
    assert.equal(nameOf(c), undefined);
  });

  it("are known at other providers by the ends of their types", () => {
    for (const type of [
      "aws:route53/record:Record",
      "cloudflare:index/dnsRecord:DnsRecord",
      "gcp:dns/recordSet:RecordSet",
    ]) {
      assert.equal(isRecord({ type }), true, type);
    }
    for (const type of ["aws:cfg/recorder:Recorder", "aws:route53/recordsExclusive:RecordsExclusive"]) {
      assert.equal(isRecord({ type }), false, type);
    }
  });
});
