import assert from "node:assert/strict";
import { recordType } from "../../../policies/facts/dns-records";
import { dnsNameOf, knownNames } from "../../../policies/facts/known-names";
import { exclusiveType } from "../../../policies/facts/record-sets";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

describe("the names that a stack has", () => {
  const names = knownNames(
    fakeStack(
      fake("aws:lb/loadBalancer:LoadBalancer", "lb", { dnsName: "Web-1.eu-west-1.elb.amazonaws.com", arn: UNKNOWN }),
      fake("aws:globalaccelerator/accelerator:Accelerator", "ga", { ipSets: [{ ipAddresses: ["203.0.113.9"] }] }),
      fake("aws:elasticbeanstalk/environment:Environment", "app", { endpointUrl: "http://app.elasticbeanstalk.com/" }),
      fake(recordType, "www", { name: "www.example.com", fqdn: "www.example.com.", records: ["203.0.113.7"] }),
      fake(exclusiveType, "zone", {
        resourceRecordSets: [{ name: "api.example.com", resourceRecords: [{ value: "203.0.113.8" }] }],
      }),
    ),
  );

  it("are all texts of its resources, wherever they are", () => {
    for (const name of ["web-1.eu-west-1.elb.amazonaws.com", "203.0.113.9", "app.elasticbeanstalk.com"]) {
      assert.ok(names.has(name), name);
    }
  });

  it("are the names of its records, not what these lead to", () => {
    assert.ok(names.has("www.example.com") && names.has("api.example.com"));
    assert.ok(!names.has("203.0.113.7") && !names.has("203.0.113.8"));
  });

  it("are spelled alike by all that mean the same", () => {
    assert.equal(dnsNameOf("dualstack.Web-1.eu-west-1.elb.amazonaws.com."), "web-1.eu-west-1.elb.amazonaws.com");
    assert.equal(dnsNameOf(" https://d111111abcdef8.cloudfront.net/ "), "d111111abcdef8.cloudfront.net");
    assert.equal(dnsNameOf("2001:DB8::7"), "2001:db8::7");
  });
});
