import assert from "node:assert/strict";
import fc from "fast-check";
import { readable } from "../../../planner/format/readable";
import type { JsonObject } from "../../../planner/plan";
import { anycastAddresses, elasticIp } from "../../../planner/stand-ins/addresses";
import { lookUp } from "../../../planner/stand-ins/look-ups";
import { UNKNOWN } from "../../../planner/wire";

const digits = fc.stringMatching(/^[0-9a-f]{16}$/);
const isAddress = (text: string) =>
  /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split(".").every((part) => Number(part) <= 255);

describe("the stand-ins of public addresses", () => {
  it("are addresses that nobody has, and are marked where people read them", () => {
    fc.assert(
      fc.property(digits, (hex) => {
        const addresses = [elasticIp(hex), ...anycastAddresses(hex)];
        assert.equal(new Set(addresses).size, 3);
        for (const address of addresses) {
          assert.ok(isAddress(address), address);
          assert.equal(readable(address), `≈ ${address}`);
        }
      }),
    );
  });

  it("answer for an address that is there, by its id or by itself", () => {
    const setting = { project: "shop", stack: "dev", region: "eu-west-1" };
    const ask = (inputs: JsonObject) => lookUp("aws:ec2/getElasticIp:getElasticIp", inputs, setting) ?? assert.fail();
    const { id, arn, publicIp, instanceId } = ask({ id: "eipalloc-1" });
    assert.equal(id, "eipalloc-1");
    assert.equal(arn, "arn:aws:ec2:eu-west-1:123456789012:elastic-ip/eipalloc-1");
    assert.match(String(publicIp), /^203\.0\.113\.\d+$/);
    assert.equal(instanceId, UNKNOWN);
    assert.equal(ask({ publicIp: "192.0.2.1" }).publicIp, "192.0.2.1");
    assert.match(String(ask({ publicIp: "192.0.2.1" }).id), /^eipalloc-0ff11e/);
  });

  it("leave other addresses and ranges unmarked", () => {
    for (const text of ["10.0.0.1", "203.0.113.0/24", "203.0.114.1"]) assert.equal(readable(text), text);
  });
});
