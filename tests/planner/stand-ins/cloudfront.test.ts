import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { standIn } from "../../../planner/stand-ins/outputs";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const global = "arn:aws:cloudfront::123456789012";
const logs = "arn:aws:logs:us-east-1:123456789012";

function made(type: string, inputs: JsonObject = {}) {
  const urn = `urn:pulumi:dev::shop::${type}::site`;
  const setting = { project: "shop", stack: "dev", region: "eu-west-1" };
  const found = standIn({ type, name: "site", urn, inputs }, setting);
  assert(found, type);
  return found;
}

describe("stand-ins of CloudFront", () => {
  it("give a distribution the name and the zone that an alias record needs", () => {
    const { id, arn, domainName, hostedZoneId } = made("aws:cloudfront/distribution:Distribution");
    assert.match(id, /^E0FF11E[0-9A-F]{7}$/);
    assert.equal(arn, `${global}:distribution/${id}`);
    assert.match(String(domainName), /^d0ff11e[0-9a-f]{7}\.cloudfront\.net$/);
    assert.equal(hostedZoneId, "Z2FDTNDATAQYW2");
  });

  const forms: [string, JsonObject, RegExp, (id: string) => string | RegExp | undefined][] = [
    ["originAccessControl:OriginAccessControl", {}, /^E0FF11E[0-9A-F]{7}$/, (id) => `origin-access-control/${id}`],
    ["function:Function", { name: "lead" }, /^lead$/, () => "function/lead"],
    ["keyValueStore:KeyValueStore", { name: "store" }, /^store$/, () => new RegExp(`key-value-store/${uuid}`)],
    ["vpcOrigin:VpcOrigin", {}, /^vo_0ff11e[0-9a-f]{16}$/, (id) => `vpcorigin/${id}`],
    ["trustStore:TrustStore", {}, /^ts_0ff11e[0-9a-f]{16}$/, (id) => `trust-store/${id}`],
    ["cachePolicy:CachePolicy", {}, new RegExp(`^${uuid}$`), (id) => `cache-policy/${id}`],
    ["originRequestPolicy:OriginRequestPolicy", {}, new RegExp(`^${uuid}$`), (id) => `origin-request-policy/${id}`],
    [
      "responseHeadersPolicy:ResponseHeadersPolicy",
      {},
      new RegExp(`^${uuid}$`),
      (id) => `response-headers-policy/${id}`,
    ],
    ["keyvaluestoreKey:KeyvaluestoreKey", { keyValueStoreArn: "arn:s", key: "live" }, /^arn:s,live$/, () => undefined],
  ];
  for (const [type, inputs, form, resource] of forms) {
    it(`give ${type} an id and an ARN of AWS's form`, () => {
      const { id, arn } = made(`aws:cloudfront/${type}`, inputs);
      assert.match(id, form);
      const expected = resource(id);
      if (typeof expected === "object") assert.match(String(arn), expected);
      else assert.equal(arn, expected && `${global}:${expected}`);
    });
  }

  it("give the delivery of logs its names and ARNs, in the region that it says", () => {
    const region = "us-east-1";
    const source = made("aws:cloudwatch/logDeliverySource:LogDeliverySource", { name: "from", region });
    const destination = made("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", { name: "to", region });
    const delivery = made("aws:cloudwatch/logDelivery:LogDelivery", { region });
    assert.deepEqual([source.name, source.arn], ["from", `${logs}:delivery-source:from`]);
    assert.deepEqual([destination.name, destination.arn], ["to", `${logs}:delivery-destination:to`]);
    assert.equal(delivery.arn, `${logs}:delivery:${delivery.id}`);
  });

  it("give an object of S3 the ARN of its key", () => {
    const { id, arn } = made("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "b", key: "a/c.html" });
    assert.deepEqual([id, arn], ["b/a/c.html", "arn:aws:s3:::b/a/c.html"]);
  });
});
