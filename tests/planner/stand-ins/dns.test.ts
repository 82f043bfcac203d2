import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const contact = { firstName: "Jo" };

describe("stand-ins of Route 53", () => {
  it("tell records of one name and type apart by the id that they have in their set", async () => {
    const plan = await record(() => {
      const record = { zoneId: "Z1", name: "www.example.com", type: "A", records: ["192.0.2.1"], ttl: 60 };
      new aws.route53.Record("alone", record);
      new aws.route53.Record("blue", { ...record, setIdentifier: "blue", weightedRoutingPolicies: [{ weight: 1 }] });
    });
    assert.equal(plan.get("alone").id, "Z1_www.example.com_A");
    assert.equal(plan.get("blue").id, "Z1_www.example.com_A_blue");
    assert.equal(plan.get("blue").outputs.fqdn, "www.example.com");
  });

  it("give health checks, query logs, delegation sets and blocks of addresses global ARNs", async () => {
    const plan = await record(() => {
      new aws.route53.HealthCheck("health", { type: "TCP", fqdn: "example.com", port: 443 });
      new aws.route53.QueryLog("log", { zoneId: "Z1", cloudwatchLogGroupArn: "arn" });
      new aws.route53.DelegationSet("set");
      const blocks = new aws.route53.CidrCollection("blocks");
      new aws.route53.CidrLocation("office", {
        cidrCollectionId: blocks.id,
        name: "office",
        cidrBlocks: ["192.0.2.0/24"],
      });
    });
    const arn = (kind: string, id: string) => new RegExp(`^arn:aws:route53:::${kind}/${id}$`);
    assert.match(String(plan.get("health").outputs.arn), arn("healthcheck", uuid));
    assert.match(String(plan.get("log").outputs.arn), arn("queryloggingconfig", uuid));
    assert.match(String(plan.get("set").outputs.arn), arn("delegationset", "N0FF11E[0-9A-F]{14}"));
    assert.equal(Object(plan.get("set").outputs.nameServers).length, 4);
    assert.match(String(plan.get("blocks").outputs.arn), arn("cidrcollection", uuid));
    assert.match(String(plan.get("blocks").outputs.name), /^blocks-0ff11e/);
    assert.equal(plan.get("office").id, `${plan.get("blocks").id},office`);
  });

  it("give a signing key the records that make it known, and a zone its first name server", async () => {
    const plan = await record(() => {
      const zone = new aws.route53.Zone("zone", { name: "example.com" });
      const key = { hostedZoneId: zone.zoneId, name: "ksk", keyManagementServiceArn: "arn" };
      new aws.route53.KeySigningKey("key", key);
      new aws.route53.HostedZoneDnsSec("signing", { hostedZoneId: zone.zoneId });
    });
    const { id, outputs } = plan.get("key");
    assert.equal(id, `${plan.get("zone").id},ksk`);
    assert.match(String(outputs.dsRecord), /^12345 13 2 0FF11E[0-9A-F]{58}$/);
    assert.equal(outputs.dnskeyRecord, `257 3 13 ${outputs.publicKey}`);
    assert.equal(plan.get("signing").id, plan.get("zone").id);
    assert.equal(plan.get("zone").outputs.primaryNameServer, "ns-1.offline.example");
  });

  it("give a registered domain the zone and servers that Route 53 makes for it", async () => {
    const plan = await record(() => {
      const contacts = { adminContact: contact, registrantContact: contact, techContact: contact };
      new aws.route53domains.Domain("bought", { domainName: "example.com", ...contacts });
      new aws.route53domains.RegisteredDomain("had", { domainName: "example.org" });
      new aws.route53domains.DelegationSignerRecord("signer", { domainName: "example.com" });
    });
    const { id, outputs } = plan.get("bought");
    assert.equal(id, "example.com");
    assert.match(String(outputs.hostedZoneId), /^Z0FF11E[0-9A-F]{14}$/);
    assert.deepEqual(Object(outputs.nameServers)[0], { name: "ns-1.offline.example", glueIps: [] });
    assert.equal(plan.get("had").id, "example.org");
    assert.match(String(plan.get("signer").id), /^example\.com,0ff11e[0-9a-f]{26}$/);
  });
});

describe("the stand-in of a certificate", () => {
  it("lists one validation record for each name, the wildcard's below the same name", async () => {
    const plan = await record(() => {
      new aws.acm.Certificate("certificate", {
        domainName: "example.com",
        subjectAlternativeNames: ["*.example.com", "example.com", "www.example.org"],
      });
    });
    const options = plan.get("certificate").outputs.domainValidationOptions as Record<string, string>[];
    assert.deepEqual(
      options.map(({ domainName, resourceRecordName = "", resourceRecordType }) => [
        domainName,
        resourceRecordName.replace(/^_[0-9a-f]{32}/, "_"),
        resourceRecordType,
      ]),
      [
        ["example.com", "_.example.com.", "CNAME"],
        ["*.example.com", "_.example.com.", "CNAME"],
        ["www.example.org", "_.www.example.org.", "CNAME"],
      ],
    );
  });
});
