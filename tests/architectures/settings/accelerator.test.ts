import assert from "node:assert/strict";
import { planned } from "../planned";

describe("the setting accelerator of web-app", () => {
  it("puts Global Accelerator before the load balancer, under the domain", async () => {
    const { plan, judgement } = await planned("prod", undefined, "accelerator=true");
    assert.deepEqual(plan.get("web-app-front-web-listener").inputs.portRanges, [
      { fromPort: 443, toPort: 443 },
      { fromPort: 80, toPort: 80 },
    ]);
    assert.deepEqual(plan.get("web-app-front-web-here").inputs.endpointConfigurations, [
      { endpointId: plan.get("web-app-lb").outputs.arn, weight: 128, clientIpPreservationEnabled: true },
    ]);
    const { dnsName, hostedZoneId } = plan.get("web-app-front-accelerator").outputs;
    for (const record of ["web-app-dns-a", "web-app-dns-aaaa"]) {
      assert.deepEqual(plan.get(record).inputs.aliases, [
        { name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth: true },
      ]);
    }
    assert.deepEqual(plan.outputs.addresses, plan.get("web-app-front").outputs.addresses);
    assert.deepEqual((await judgement).findings, (await (await planned("prod")).judgement).findings);
  });

  it("changes nothing about whom the load balancer admits, as it sees the clients' own addresses", async () => {
    const rules = async (...set: string[]) =>
      (await planned("prod", undefined, ...set)).plan.names(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      );
    assert.deepEqual(await rules("accelerator=true"), await rules());
  });

  it("leads to an internal load balancer too, which then admits anyone, behind the firewall", async () => {
    const { plan } = await planned("prod", undefined, "accelerator=true", "exposure=internal");
    assert.equal(plan.get("web-app-lb").inputs.internal, true);
    assert.equal(plan.get("web-app-sg-edge-in-tcp-443-0.0.0.0/0").inputs.cidrIpv4, "0.0.0.0/0");
    assert.equal(plan.ofType("aws:wafv2/webAclAssociation:WebAclAssociation").length, 1);
    const narrow = 'sources=["203.0.113.0/24"]';
    const own = (await planned("prod", undefined, "accelerator=true", "exposure=internal", narrow)).plan;
    assert.equal(own.get("web-app-sg-edge-in-tcp-443-203.0.113.0/24").inputs.cidrIpv4, "203.0.113.0/24");
  });

  it("takes one port without a domain, and is the address that the stack gives out", async () => {
    const { plan } = await planned("dev", undefined, "accelerator={clientAffinity: sourceIp, logRetentionDays: 7}");
    const { portRanges, clientAffinity } = plan.get("web-app-front-web-listener").inputs;
    assert.deepEqual([portRanges, clientAffinity], [[{ fromPort: 80, toPort: 80 }], "SOURCE_IP"]);
    assert.equal(plan.outputs.url, `http://${plan.get("web-app-front-accelerator").outputs.dnsName}`);
  });

  it("is dual stack where the network is", async () => {
    const { plan } = await planned("dev", undefined, "accelerator=true", "network.ipv6=true");
    assert.equal(plan.get("web-app-front-accelerator").inputs.ipAddressType, "DUAL_STACK");
    assert.equal(plan.get("web-app-lb").inputs.ipAddressType, "dualstack");
  });

  it("is off if it is false or not said", async () => {
    for (const set of [["accelerator=false"], []]) {
      const { plan } = await planned("dev", undefined, ...set);
      assert.deepEqual(plan.ofType("aws:globalaccelerator/accelerator:Accelerator"), []);
      assert.equal(plan.outputs.addresses, undefined);
    }
  });

  const refused: [string, string][] = [
    ["accelerator=maybe", 'tierwork:settings.accelerator must be true, false or a map, got "maybe"'],
    [
      "accelerator={clientAffinity: x}",
      'tierwork:settings.accelerator.clientAffinity must be one of "none", "sourceIp", got "x"',
    ],
    [
      "accelerator={weight: 1}",
      "tierwork:settings.accelerator.weight is not a setting of web-app; there are clientAffinity, ipAddresses, logRetentionDays",
    ],
  ];
  for (const [set, message] of refused) {
    it(`refuses ${set}`, () => assert.rejects(planned("dev", undefined, set), { message }));
  }
});
