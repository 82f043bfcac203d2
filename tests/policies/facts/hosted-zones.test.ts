import assert from "node:assert/strict";
import { publicZones, zonesNamed } from "../../../policies/facts/hosted-zones";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const zoneType = "aws:route53/zone:Zone";
const main = fake(zoneType, "main", { zoneId: UNKNOWN, vpcs: UNKNOWN });
const byId = fake(zoneType, "by-id", { zoneId: "Z1" });
const internal = fake(zoneType, "internal", { vpcs: [{ vpcId: "vpc-1" }] });

describe("the hosted zones of a stack", () => {
  it("are public without a VPC, also where AWS is yet to say that there is none", () => {
    assert.deepEqual(publicZones(fakeStack(main, byId, internal)), [main, byId]);
  });

  it("are named by reference, by id, and by way of a resource that names one", () => {
    const keyType = "aws:route53/keySigningKey:KeySigningKey";
    const key = fake(keyType, "key", { hostedZoneId: UNKNOWN }, { hostedZoneId: [main] });
    const signing = fake(
      "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
      "s",
      { hostedZoneId: UNKNOWN },
      { hostedZoneId: [key] },
    );
    const other = fake(keyType, "other", { hostedZoneId: "Z1" });
    const stack = fakeStack(main, byId, key, signing, other);
    for (const [resource, zone] of [
      [key, main],
      [signing, main],
      [other, byId],
    ] as const) {
      assert.deepEqual(zonesNamed(stack, [resource], "hostedZoneId"), { zones: new Set([zone]), isVague: false });
    }
  });

  it("may be named by what cannot be told, or be of another stack", () => {
    const log = (zoneId: unknown) => fake("aws:route53/queryLog:QueryLog", "log", { zoneId });
    const stack = fakeStack(main);
    assert.deepEqual(zonesNamed(stack, [log(UNKNOWN)], "zoneId"), { zones: new Set(), isVague: true });
    assert.deepEqual(zonesNamed(stack, [log("Z9")], "zoneId"), { zones: new Set(), isVague: false });
  });
});
