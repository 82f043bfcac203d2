import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { standIn } from "../../../planner/stand-ins/outputs";

const setting = { project: "shop", stack: "dev", region: "eu-west-1" };

function made(type: string, inputs: JsonObject = {}) {
  const found = standIn({ type, name: "web", urn: `urn:pulumi:dev::shop::${type}::web`, inputs }, setting);
  assert(found, type);
  return found;
}

describe("the stand-ins of Global Accelerator", () => {
  it("are of no region, with two addresses and the zone that all accelerators share", () => {
    const { arn, id, dnsName, dualStackDnsName, hostedZoneId, ipSets } = made(
      "aws:globalaccelerator/accelerator:Accelerator",
    );
    assert.match(String(arn), /^arn:aws:globalaccelerator::123456789012:accelerator\/0ff11e[0-9a-f]{2}-/);
    assert.equal(id, arn);
    assert.match(String(dnsName), /^a0ff11e[0-9a-f]{10}\.awsglobalaccelerator\.com$/);
    assert.match(String(dualStackDnsName), /^a0ff11e[0-9a-f]{10}\.dualstack\.awsglobalaccelerator\.com$/);
    assert.equal(hostedZoneId, "Z2BJ6XQ5FK7U4H");
    const [{ ipFamily, ipAddresses }] = Object(ipSets);
    assert.equal(ipFamily, "IPv4");
    assert.equal(new Set(ipAddresses).size, 2);
    for (const address of ipAddresses) assert.match(address, /^198\.51\.100\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/);
  });

  it("stand below one another", () => {
    const listener = made("aws:globalaccelerator/listener:Listener", { acceleratorArn: "arn:a" });
    assert.match(String(listener.arn), /^arn:a\/listener\/0ff11e[0-9a-f]{2}$/);
    const group = made("aws:globalaccelerator/endpointGroup:EndpointGroup", { listenerArn: "arn:l" });
    assert.match(String(group.arn), /^arn:l\/endpoint-group\/0ff11e[0-9a-f]{6}$/);
    assert.equal(group.endpointGroupRegion, "eu-west-1");
  });
});
